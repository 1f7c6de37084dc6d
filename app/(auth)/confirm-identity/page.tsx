import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { currentActor } from '@/lib/auth/session'
import { viewIdentityWays } from '@/lib/domain/issuer-sign-in/queries'
import { hrefWith, pickParameters, read, type SearchParams } from '@/lib/web/page'
import { confirmIdentityAction } from './actions'
import { AtIssuer } from './at-issuer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.confirm'))('title') }
}

const donePath = '/confirm-identity?done=yes'

/** Asks for the password or a code again before something sensitive; then on to where the person was going. */
export default async function ConfirmIdentityPage({ searchParams }: { searchParams: SearchParams }) {
  const given = await pickParameters(searchParams, ['returnTo', 'use', 'tab', 'done'])
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  const [t, security] = await Promise.all([getTranslations('security.confirm'), getTranslations('security')])
  if (given.done)
    return (
      <Card padding="wide" as="div">
        <h1>{t('doneTitle')}</h1>
        <p className="mb-5 text-muted">{t('done')}</p>
        <ButtonLink href="/dashboard">{t('home')}</ButtonLink>
      </Card>
    )
  // A form in another tab waits for this: it is not left.
  const returnTo = given.tab ? donePath : (given.returnTo ?? '')
  const ways = await read(viewIdentityWays, {})
  const byCode = actor.hasSecondFactor && (given.use === 'code' || !ways.password)
  const typed = byCode || ways.password || !ways.atIssuer
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-2 text-muted">{t(ways.password ? 'hint' : 'issuerOnlyHint')}</p>
      <p className="mb-5">{t('signedInAs', { name: actor.fullName })}</p>
      {typed ? null : <AtIssuer returnTo={returnTo} main />}
      {typed ? (
        <Form
          key={byCode ? 'code' : 'password'}
          action={confirmIdentityAction}
          hidden={{ returnTo }}
          referenceLabel={security('reference')}
        >
          <input type="hidden" name="username" value={actor.email} autoComplete="username" disabled />
          {byCode ? (
            <Field label={t('code')} name="code" required>
              <TextInput inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={10} />
            </Field>
          ) : (
            <Field label={t('password')} name="password" required>
              <TextInput type="password" autoComplete="current-password" autoFocus maxLength={512} />
            </Field>
          )}
          <SubmitButton size="large">{t('submit')}</SubmitButton>
        </Form>
      ) : null}
      {actor.hasSecondFactor && ways.password ? (
        <p className="mt-4">
          <TextLink href={hrefWith('/confirm-identity', given, { use: byCode ? null : 'code' })}>
            {t(byCode ? 'usePassword' : 'useCode')}
          </TextLink>
        </p>
      ) : null}
      {typed && ways.atIssuer ? <AtIssuer returnTo={returnTo} main={false} /> : null}
      {given.tab ? null : (
        <p className="mt-4">
          <TextLink href="/dashboard">{t('cancel')}</TextLink>
        </p>
      )}
    </Card>
  )
}
