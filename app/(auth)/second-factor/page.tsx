import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FirstCodeForm } from '@/components/first-code-form'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkBox } from '@/components/link-box'
import { QrPicture } from '@/components/qr-picture'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { TextLink } from '@/components/ui/text-link'
import { currentActor } from '@/lib/auth/session'
import { qrPath } from '@/lib/core/qr-code'
import { viewSecondFactorDraft } from '@/lib/domain/account-security/queries'
import { pickParameters, read, type SearchParams } from '@/lib/web/page'
import { recoveryCodeTexts } from '@/lib/web/recovery-codes'
import { signOutAction } from '../../preferences/actions'
import { addSecondFactorAction, beginSecondFactorAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.factor'))('title') }
}

/** Adds a second factor, or puts another in its place. Who owes one to the organization gets no further before. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const { returnTo = '/account/security' } = await pickParameters(searchParams, ['returnTo'])
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (actor.mustChangePassword) redirect('/set-password')
  const [{ draft, replaces }, t, security] = await Promise.all([
    read(viewSecondFactorDraft, {}),
    getTranslations('security.factor'),
    getTranslations('security'),
  ])
  const goOn = returnTo.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/dashboard'
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t(replaces ? 'replaceLead' : 'lead')}</p>
      {actor.mustAddSecondFactor ? (
        <div className="mb-5">
          <Note tone="info">{t('demanded')}</Note>
        </div>
      ) : null}
      <FirstCodeForm
        action={addSecondFactorAction}
        label={t('firstCode')}
        submit={t(replaces ? 'replace' : 'confirm')}
        done={t('done')}
        goOn={goOn}
        referenceLabel={security('reference')}
        texts={await recoveryCodeTexts(actor.email)}
        secret={draft ? <Secret {...draft} /> : null}
      >
        <Form action={beginSecondFactorAction} className={draft ? 'mt-3' : ''} referenceLabel={security('reference')}>
          <SubmitButton size={draft ? 'normal' : 'large'} variant={draft ? 'subtle' : 'primary'}>
            {t(draft ? 'beginAgain' : 'begin')}
          </SubmitButton>
        </Form>
        {actor.mustAddSecondFactor ? (
          <form action={signOutAction as (formData: FormData) => void} className="mt-3">
            <Button type="submit" variant="subtle">
              {t('signOut')}
            </Button>
          </form>
        ) : (
          <p className="mt-4">
            <TextLink href="/account/security">{t('cancel')}</TextLink>
          </p>
        )}
      </FirstCodeForm>
    </Card>
  )
}

/** The picture for the app, and the same as text for who cannot scan it. */
async function Secret({ secret, uri }: { secret: string; uri: string }) {
  const t = await getTranslations('security.factor')
  return (
    <div className="mb-5 grid gap-3">
      <h2 className="font-semibold text-subtitle">{t('scan')}</h2>
      <p className="text-muted">{t('scanHint')}</p>
      <QrPicture {...qrPath(uri)} label={t('picture')} />
      <div>
        <p className="mb-1 font-semibold">{t('secret')}</p>
        <LinkBox id="second-factor-secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</LinkBox>
        <p className="mt-1 text-caption text-muted">{t('secretHint')}</p>
      </div>
    </div>
  )
}
