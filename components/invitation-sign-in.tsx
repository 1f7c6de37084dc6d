import { getLocale, getTranslations } from 'next-intl/server'
import type { InvitationView } from '@/lib/web/invitation-view'
import { InvitationHead } from './invitation-head'
import { ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Card } from './ui/card'

/** What somebody sees who is not signed in: who asks, and the way to answer. */
export async function InvitationSignIn({ offer, token }: { offer: InvitationView; token: string }) {
  const [t, locale] = await Promise.all([getTranslations('invitations'), getLocale()])
  const returnTo = encodeURIComponent(`/invite/${token}`)
  return (
    <>
      <Card padding="wide" as="div">
        <InvitationHead offer={offer} to={null} locale={locale} timeZone="UTC" />
        <p className="mb-5">{t(`signIn.${offer.invites}`)}</p>
        <ButtonRow>
          <ButtonLink href={`/sign-in?returnTo=${returnTo}`} variant="primary" size="large">
            {t('signIn.button')}
          </ButtonLink>
          {offer.invites === 'customer' ? (
            <ButtonLink href={`/invite/${token}/set-up`} size="large">
              {t('signIn.setUp')}
            </ButtonLink>
          ) : (
            <ButtonLink href="/enroll" size="large">
              {t('signIn.enroll')}
            </ButtonLink>
          )}
        </ButtonRow>
      </Card>
      <p className="text-center text-caption text-muted">
        {t('questions', {
          contact: [offer.contact.name, offer.contact.email, offer.contact.phone].filter(Boolean).join(', '),
        })}
      </p>
    </>
  )
}
