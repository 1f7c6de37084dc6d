import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComposeInvitation } from '@/components/compose-invitation'
import { PageHeader } from '@/components/page-header'
import { readInvitationDraft } from '@/lib/web/invitation-draft'
import { requestPartnershipAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('request') }
}

/** S1, P1. */
export default async function RequestPartnershipPage() {
  const [draft, t] = await Promise.all([readInvitationDraft('partnership'), getTranslations('partnerships')])
  return (
    <>
      <PageHeader
        title={t('request')}
        description={t('requestHint')}
        breadcrumbs={[{ href: '/indirect-resellers', label: t('resellersTitle') }]}
      />
      <ComposeInvitation
        draft={draft}
        action={requestPartnershipAction}
        doneHref="/indirect-resellers"
        rights={[
          { text: t('rights.order'), granted: true },
          { text: t('rights.administer'), granted: true },
          { text: t('rights.others'), granted: false },
        ]}
      />
    </>
  )
}
