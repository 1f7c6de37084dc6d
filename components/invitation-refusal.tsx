import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/permissions'
import type { InvitationRefused } from '@/lib/web/invitation-view'
import { ErrorState } from './error-state'
import { Button, ButtonLink } from './ui/button'
import { LocalTime } from './ui/local-time'
import { TextLink } from './ui/text-link'

type InvitationRefusalProps = Pick<InvitationRefused, 'code' | 'offer' | 'existing' | 'admins'> & {
  actor: Actor | null
  /** Where to come back to after signing in as somebody else. */
  path: string
  signOutAction: (formData: FormData) => void
}

const switchable = [
  'invitation_wrong_organization',
  'invitation_wrong_kind',
  'invitation_own',
  'region_differs',
  'invitation_unknown',
  'role_missing',
]

/** Why a link cannot be used here, and the way out: each reason has its own words. */
export async function InvitationRefusal({
  code,
  offer,
  existing,
  admins,
  actor,
  path,
  signOutAction,
}: InvitationRefusalProps) {
  const [t, locale] = await Promise.all([getTranslations('invitations'), getLocale()])
  const values = {
    issuer: offer?.issuer.name ?? '',
    addressee: offer?.addressee ?? '',
    organization: actor?.organizationName ?? '',
    invites: offer?.invites ?? 'reseller',
    kind: actor?.organizationKind ?? 'none',
    second: offer?.second?.name ?? '',
    contact: offer ? [offer.contact.name, offer.contact.email, offer.contact.phone].filter(Boolean).join(', ') : '',
  }
  return (
    <ErrorState
      title={t(`refusal.${code}.title`, values)}
      reason={t(`refusal.${code}.reason`, values)}
      illustration={existing ? 'partners' : 'locked'}
      remedy={
        <>
          {t(`refusal.${code}.remedy`, values)}
          {existing && actor ? (
            <>
              {' '}
              <LocalTime value={existing.since} locale={locale} timeZone={actor.timeZone} show="date" />
            </>
          ) : null}
          {admins.length > 0 ? (
            <ul className="mt-2 grid gap-1">
              {admins.map((person) => (
                <li key={person.id}>
                  <b>{person.fullName}</b> · <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      }
      actions={
        <>
          {existing ? (
            <ButtonLink
              href={offer?.kind === 'partnership' ? '/indirect-providers' : '/partner-relationships'}
              variant="primary"
            >
              {t('refusal.showExisting')}
            </ButtonLink>
          ) : null}
          {actor && switchable.includes(code) && path ? (
            <form action={signOutAction}>
              <input type="hidden" name="returnTo" value={path} />
              <Button type="submit">{t('refusal.switch')}</Button>
            </form>
          ) : null}
          {actor ? (
            <ButtonLink href="/dashboard">{t('refusal.home')}</ButtonLink>
          ) : (
            <ButtonLink href={path ? `/sign-in?returnTo=${encodeURIComponent(path)}` : '/sign-in'}>
              {t('signIn.button')}
            </ButtonLink>
          )}
        </>
      }
    />
  )
}
