import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { ProfileView } from '@/lib/web/organization-profile'
import { StatusBadge } from '../status-badge'
import { ButtonLink } from '../ui/button'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { LocalTime } from '../ui/local-time'

/** Whether the partner agreement is signed; nothing for whoever signs none. */
export function AgreementCard({ view, actor }: { view: ProfileView; actor: Actor }) {
  const t = useTranslations('organizationProfile.agreement')
  if (view.kind !== 'reseller') return null
  const { signature, locale } = view
  return (
    <Card aria-labelledby="agreement">
      <CardHeader
        id="agreement"
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t('title')}
            <StatusBadge status={signature ? 'accepted' : 'missing'} label={t(signature ? 'signed' : 'notSigned')} />
          </span>
        }
        action={<ButtonLink href="/partner-agreement">{t('open')}</ButtonLink>}
      />
      {signature ? (
        <DescriptionList
          look="rows"
          items={[
            { term: t('signedBy'), details: `${signature.firstAndLastName} (${signature.email})` },
            {
              term: t('signedOn'),
              details: <LocalTime value={signature.signedAt} locale={locale} timeZone={actor.timeZone} />,
            },
          ]}
        />
      ) : (
        <p className="text-muted">{t('missing')}</p>
      )}
    </Card>
  )
}

/** Which providers have admin access to the account; nothing for whoever gives none. */
export function AccessCard({ view: { providersWithAccess } }: { view: ProfileView }) {
  const t = useTranslations('organizationProfile.access')
  if (providersWithAccess === null) return null
  return (
    <Card aria-labelledby="access">
      <CardHeader
        id="access"
        title={t('title')}
        description={t('hint')}
        action={<ButtonLink href="/settings/admin-access">{t('open')}</ButtonLink>}
      />
      <p>{t('count', { count: providersWithAccess })}</p>
    </Card>
  )
}
