import { useTranslations } from 'next-intl'
import type { InvitationView } from '@/lib/web/invitation-view'
import { PartnersArrow } from './partners-arrow'
import { LocalTime } from './ui/local-time'

type InvitationHeadProps = {
  offer: InvitationView
  to: { id: string; name: string } | null
  locale: string
  timeZone: string
}

/** Who asks whom for what, since when and until when. */
export function InvitationHead({ offer, to, locale, timeZone }: InvitationHeadProps) {
  const t = useTranslations('invitations')
  const show = { locale, timeZone, show: 'date' as const }
  return (
    <>
      <PartnersArrow from={offer.issuer} to={to} />
      <h1 className="mt-5">
        {t(`heading.${offer.kind}`, {
          issuer: offer.issuer.name,
          issuerKind: offer.issuer.kind,
          second: offer.second?.name ?? '',
        })}
      </h1>
      <p className="mt-1 mb-4 text-muted">
        {t('askedBy', { person: offer.askedBy })} <LocalTime value={offer.createdAt} {...show} /> · {t('until')}{' '}
        <LocalTime value={offer.expiresAt} {...show} />
      </p>
    </>
  )
}
