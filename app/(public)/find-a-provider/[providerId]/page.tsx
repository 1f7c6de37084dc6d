import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AskProvider } from '@/components/ask-provider'
import { ProviderProfile } from '@/components/provider-profile'
import { PublicPage } from '@/components/shell/public-page'
import { ButtonLink } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { currentActor } from '@/lib/auth/session'
import { describeCode } from '@/lib/web/error-text'
import { signInPath } from '@/lib/web/page'
import { beginningOf, logoAddress, readProvider, textsFor } from '@/lib/web/provider-directory'
import { updatePreferencesAction } from '../../../preferences/actions'
import { requestInvitationAction } from './actions'

type Props = { params: Promise<{ providerId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ card }, locale] = await Promise.all([params.then(({ providerId }) => readProvider(providerId)), getLocale()])
  const description = beginningOf(textsFor(locale, card).description, 160)
  return { title: card.name, description, robots: { index: true, follow: true } }
}

/** One provider of the directory, and the way to its invitation. */
export default async function ProviderPage({ params }: Props) {
  const { providerId } = await params
  const [{ card, visitor }, actor, t, locale] = await Promise.all([
    readProvider(providerId),
    currentActor(),
    getTranslations('directory'),
    getLocale(),
  ])
  const path = `/find-a-provider/${providerId}`
  return (
    <PublicPage
      width="wide"
      preferencesAction={updatePreferencesAction as (formData: FormData) => void}
      actions={
        actor ? (
          <ButtonLink href="/dashboard">{t('portal')}</ButtonLink>
        ) : (
          <ButtonLink href={signInPath(path)}>{t('signIn')}</ButtonLink>
        )
      }
    >
      <p>
        <TextLink href="/find-a-provider" look="plain">
          {t('title')}
        </TextLink>
      </p>
      <ProviderProfile card={card} texts={textsFor(locale, card)} logo={logoAddress(card)} heading="h1">
        <AskProvider
          providerId={providerId}
          actor={actor}
          visitor={visitor}
          refusal={visitor?.refusal ? await describeCode(visitor.refusal, {}) : null}
          signInHref={signInPath(path)}
          action={requestInvitationAction}
        />
      </ProviderProfile>
    </PublicPage>
  )
}
