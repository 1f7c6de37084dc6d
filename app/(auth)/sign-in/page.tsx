import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { TimeZoneField } from '@/components/form/time-zone-field'
import { Notice } from '@/components/notice'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { currentActor } from '@/lib/auth/session'
import { mailboxIsOpen } from '@/lib/mail/transport'
import { hrefWith, pickParameters, type SearchParams } from '@/lib/web/page'
import { signInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn') }
}

function hintOf(returnTo: string) {
  if (returnTo.startsWith('/invite/')) return 'signInForInvitation'
  return returnTo.startsWith('/enroll') ? 'signInForEnrollment' : 'signInHint'
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { returnTo = '', notice } = await pickParameters(searchParams, ['returnTo', 'notice'])
  const actor = await currentActor()
  if (actor && !actor.mustChangePassword) redirect('/dashboard')
  const t = await getTranslations('auth')
  return (
    <>
      <Notice code={notice} />
      <Card padding="wide" as="div">
        <h1>{t('signIn')}</h1>
        <p className="mb-5 text-muted">{t(hintOf(returnTo))}</p>
        <Form action={signInAction} hidden={{ returnTo }} referenceLabel={t('reference')}>
          <TimeZoneField />
          <Field label={t('email')} name="email" required>
            <TextInput type="email" autoComplete="username" autoFocus maxLength={254} />
          </Field>
          <Field label={t('password')} name="password" required>
            <TextInput type="password" autoComplete="current-password" maxLength={512} />
          </Field>
          <SubmitButton size="large">{t('signIn')}</SubmitButton>
        </Form>
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
          <TextLink href="/forgot-password">{t('forgot')}</TextLink>
          <TextLink href={hrefWith('/sign-in/organization', { returnTo }, {})}>{t('withOrganization')}</TextLink>
        </p>
      </Card>
      <p className="text-center text-muted">
        {t('enrollHint')} <TextLink href="/enroll">{t('enroll')}</TextLink>
      </p>
      {mailboxIsOpen() ? (
        <p className="text-center text-caption text-muted">
          {t('demoHint')} <TextLink href="/mailbox">{t('demoMailbox')}</TextLink>
        </p>
      ) : null}
    </>
  )
}
