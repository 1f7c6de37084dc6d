import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { TimeZoneField } from '@/components/form/time-zone-field'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { TextInput } from '@/components/ui/text-input'
import { isPasswordToken } from '@/lib/core/token'
import { viewPasswordLink } from '@/lib/domain/account-security/queries'
import { passwordLength } from '@/lib/domain/users/rules'
import { read } from '@/lib/web/page'
import { choosePasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security.choose'))('title') }
}

/** A person chooses a password through a link. Asking for the page changes nothing: mail scanners open links, too. */
export default async function ChoosePasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [found, t, locale] = await Promise.all([
    isPasswordToken(token) ? read(viewPasswordLink, { token }) : null,
    getTranslations('security.choose'),
    getLocale(),
  ])
  if (found?.state !== 'open') return <Closed state={found?.state ?? 'unknown'} />
  const { organizationName, userName, expiresAt, purpose } = found
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t(`${purpose}Hint`)}</p>
      <DescriptionList
        look="rows"
        items={[
          { term: t('organization'), details: organizationName },
          { term: t('userName'), details: userName },
          {
            term: t('validUntil'),
            details: <LocalTime value={expiresAt} locale={locale} timeZone="UTC" show="zonedTime" />,
          },
        ]}
      />
      <Form
        action={choosePasswordAction}
        hidden={{ token }}
        className="mt-5 grid gap-4"
        referenceLabel={(await getTranslations('security'))('reference')}
      >
        <input type="hidden" name="username" value={userName} autoComplete="username" disabled />
        <TimeZoneField />
        <Field
          label={t('newPassword')}
          name="newPassword"
          required
          hint={t('passwordHint', { min: passwordLength.min })}
        >
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <Field label={t('repeatedPassword')} name="repeatedPassword" required>
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </Form>
    </Card>
  )
}

async function Closed({ state }: { state: 'used' | 'expired' | 'replaced' | 'unknown' }) {
  const t = await getTranslations('security.choose')
  return (
    <ErrorState
      illustration="locked"
      title={t(`closed.${state}.title`)}
      reason={t(`closed.${state}.reason`)}
      remedy={t(`closed.${state}.remedy`)}
      actions={
        <>
          <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
          <ButtonLink href="/forgot-password">{t('askAgain')}</ButtonLink>
        </>
      }
    />
  )
}
