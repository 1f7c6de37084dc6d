import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PartnerProfileCards } from '@/components/organization-profile/partner-profile'
import { PageHeader } from '@/components/page-header'
import { Refused } from '@/components/permitted-link'
import { ButtonLink } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { can } from '@/lib/access/permissions'
import { getPartnerProfile } from '@/lib/domain/organization-profile/queries'
import { read, requireActor } from '@/lib/web/page'
import { WorkAccount } from './work-account'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('reseller') }
}

/** A reseller its provider works with: its profile, and its work account while the separable admin access stands (spec 0.4). */
export default async function ResellerPage({ params }: { params: Promise<{ resellerId: string }> }) {
  const { resellerId } = await params
  const actor = await requireActor()
  const [profile, t, locale] = await Promise.all([
    read(getPartnerProfile, { partnerId: resellerId }),
    getTranslations('partnerships'),
    getLocale(),
  ])
  return (
    <>
      <PageHeader
        title={profile.name}
        breadcrumbs={[{ href: '/indirect-resellers', label: t('resellersTitle') }]}
        actions={<ButtonLink href={`/customers?partner=${resellerId}`}>{t('viewCustomers')}</ButtonLink>}
      />
      <div className="grid gap-5">
        <PartnerProfileCards profile={profile} locale={locale} timeZone={actor.timeZone} />
        {profile.administeredSince === null ? (
          <Note title={t('accessRevokedTitle')}>
            <p>{t('accessRevokedReason')}</p>
            <p>{t('accessRevokedRemedy')}</p>
          </Note>
        ) : can(actor, 'adminAccess.use') ? (
          <WorkAccount resellerId={resellerId} />
        ) : (
          <Refused actor={actor} permission="adminAccess.use" label={t('workAccount')} />
        )}
      </div>
    </>
  )
}
