import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { ContactCard } from '@/components/organization-profile/contact-card'
import { IdentifiersCard } from '@/components/organization-profile/identifiers-card'
import { LegalCard } from '@/components/organization-profile/legal-card'
import { AccessCard, AgreementCard } from '@/components/organization-profile/program-cards'
import { ReviewNote } from '@/components/organization-profile/review-note'
import { SupportCard } from '@/components/organization-profile/support-card'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { ButtonLink } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { can } from '@/lib/access/permissions'
import { readOrganizationProfile } from '@/lib/web/organization-profile'
import { pickParameters, requireActor, type SearchParams } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizationProfile'))('title') }
}

const vettingColours = { None: 'draft', Pending: 'pending', Authorized: 'authorized', Rejected: 'rejected' } as const

/** Who the organization is: to the operator, to its partners and to its customers. */
export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [view, t] = await Promise.all([readOrganizationProfile(), getTranslations('organizationProfile')])
  const partner = view.kind === 'provider' || view.kind === 'reseller'
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={partner ? t('hint') : null}
        badge={
          partner ? (
            <StatusBadge status={vettingColours[view.vettingStatus]} label={t(`vetting.${view.vettingStatus}`)} />
          ) : null
        }
      />
      <ReviewNote view={view} />
      <div className="grid max-w-210 gap-4">
        <LegalCard view={view} actor={actor} />
        <ContactCard view={view} actor={actor} />
        {partner ? <SupportCard view={view} actor={actor} /> : null}
        <IdentifiersCard view={view} />
        <AgreementCard view={view} actor={actor} />
        <AccessCard view={view} />
        {can(actor, 'setupChecklist.view') ? (
          <Card aria-labelledby="setup">
            <CardHeader
              id="setup"
              title={t('setup.title')}
              description={t('setup.text')}
              action={<ButtonLink href="/settings/setup">{t('setup.open')}</ButtonLink>}
            />
          </Card>
        ) : null}
      </div>
    </>
  )
}
