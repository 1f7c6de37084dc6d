import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComposeInvitation } from '@/components/compose-invitation'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PageHeader } from '@/components/page-header'
import { Note } from '@/components/ui/note'
import { readInvitationDraft } from '@/lib/web/invitation-draft'
import { readKnownCustomer } from '@/lib/web/known-customers'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import { inviteCustomerAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('request') }
}

/** S2, R7: a relationship with one's own organization alone; R8: with somebody known from elsewhere. */
export default async function RequestRelationshipPage({ searchParams }: { searchParams: SearchParams }) {
  const { known: knownCustomerId } = await pickParameters(searchParams, ['known'])
  const [draft, known, t, about] = await Promise.all([
    readInvitationDraft('customer'),
    readKnownCustomer(knownCustomerId),
    getTranslations('customers'),
    getTranslations('knownCustomers'),
  ])
  const { name, domain, contactEmail } = known ?? { name: '', domain: '', contactEmail: null }
  return (
    <>
      <PageHeader
        title={t('request')}
        description={t('requestHint')}
        breadcrumbs={[{ href: '/customers', label: t('title') }]}
      />
      {known ? (
        <div className="mb-5">
          <Note tone="info">{about(contactEmail ? 'prefilled' : 'prefilledNoAddress', { name, domain })}</Note>
        </div>
      ) : null}
      <ComposeInvitation
        draft={draft}
        action={inviteCustomerAction}
        doneHref={known ? '/customers/known' : '/customers'}
        {...(known ? { addressee: { name: known.contactName ?? name, email: contactEmail } } : {})}
        rights={[
          { text: t('rights.reseller'), granted: true },
          { text: t('rights.delegatedIfTicked'), granted: false },
          { text: t('rights.others'), granted: false },
        ]}
      >
        <CheckboxField
          name="includeDelegatedAdministration"
          label={t('includeDelegated')}
          hint={t('includeDelegatedHint')}
        />
      </ComposeInvitation>
    </>
  )
}
