import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComposeInvitation } from '@/components/compose-invitation'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PageHeader } from '@/components/page-header'
import { readInvitationDraft } from '@/lib/web/invitation-draft'
import { inviteCustomerWithProviderAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('inviteCustomers') }
}

/** S2, R6: the customer authorizes the reseller and its provider in one act. */
export default async function InviteCustomersPage({ params }: { params: Promise<{ providerId: string }> }) {
  const { providerId } = await params
  const draft = await readInvitationDraft('customerTwoParty', providerId)
  const [t, customers] = await Promise.all([getTranslations('partnerships'), getTranslations('customers')])
  const provider = draft.provider?.name ?? ''
  return (
    <>
      <PageHeader
        title={t('inviteCustomers')}
        description={t('inviteCustomersHint', { provider })}
        breadcrumbs={[{ href: '/indirect-providers', label: t('providersTitle') }]}
      />
      <ComposeInvitation
        draft={draft}
        action={inviteCustomerWithProviderAction}
        hidden={{ providerId }}
        doneHref="/indirect-providers"
        rights={[
          { text: customers('rights.reseller'), granted: true },
          { text: customers('rights.provider', { provider }), granted: true },
          { text: customers('rights.delegatedIfTicked'), granted: false },
        ]}
      >
        <CheckboxField
          name="includeDelegatedAdministration"
          label={customers('includeDelegated')}
          hint={customers('includeDelegatedHint')}
        />
      </ComposeInvitation>
    </>
  )
}
