import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComposeInvitation } from '@/components/compose-invitation'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PageHeader } from '@/components/page-header'
import { readInvitationDraft } from '@/lib/web/invitation-draft'
import { inviteCustomerAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('request') }
}

/** S2, R7: a relationship with one's own organization alone. */
export default async function RequestRelationshipPage() {
  const [draft, t] = await Promise.all([readInvitationDraft('customer'), getTranslations('customers')])
  return (
    <>
      <PageHeader
        title={t('request')}
        description={t('requestHint')}
        breadcrumbs={[{ href: '/customers', label: t('title') }]}
      />
      <ComposeInvitation
        draft={draft}
        action={inviteCustomerAction}
        doneHref="/customers"
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
