import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { TimeZoneField } from '@/components/form/time-zone-field'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { viewPendingSignIn } from '@/lib/domain/account-security/queries'
import { hrefWith, pickParameters, read, type SearchParams, signInPath } from '@/lib/web/page'
import { finishSignInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.code'))('title') }
}

/** The second step of signing in: a code of the app, or a recovery code. No session stands before it. */
export default async function SecondStepPage({ searchParams }: { searchParams: SearchParams }) {
  const { returnTo = '', use } = await pickParameters(searchParams, ['returnTo', 'use'])
  const { waits } = await read(viewPendingSignIn, {})
  if (!waits) redirect(signInPath(returnTo || '/'))
  const [t, security] = await Promise.all([getTranslations('security.code'), getTranslations('security')])
  const recovery = use === 'recovery'
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t(recovery ? 'recoveryHint' : 'hint')}</p>
      <Form
        key={recovery ? 'recovery' : 'app'}
        action={finishSignInAction}
        hidden={{ returnTo }}
        referenceLabel={security('reference')}
      >
        <TimeZoneField />
        <Field label={t(recovery ? 'recoveryCode' : 'code')} name="code" required>
          {recovery ? (
            <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus maxLength={40} />
          ) : (
            <TextInput inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={10} />
          )}
        </Field>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </Form>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <TextLink href={hrefWith('/sign-in/code', { returnTo }, { use: recovery ? null : 'recovery' })}>
          {t(recovery ? 'useApp' : 'useRecovery')}
        </TextLink>
        <TextLink href={signInPath(returnTo || '/')}>{t('startOver')}</TextLink>
      </p>
    </Card>
  )
}
