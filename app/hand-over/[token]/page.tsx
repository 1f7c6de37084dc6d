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
import { isHandoverToken } from '@/lib/core/token'
import { viewHandover } from '@/lib/domain/onboarding/queries'
import { passwordLength } from '@/lib/domain/users/rules'
import { read } from '@/lib/web/page'
import { acceptHandoverAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('onboarding.handover'))('pageTitle') }
}

/** A new customer's first person chooses a password. Asking for the page changes nothing. */
export default async function HandOverPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [found, t, locale] = await Promise.all([
    isHandoverToken(token) ? read(viewHandover, { token }) : null,
    getTranslations('onboarding.handover'),
    getLocale(),
  ])
  if (found?.state !== 'open') return <Closed state={found?.state ?? 'unknown'} issuer={found?.issuerName ?? ''} />
  return (
    <Card padding="wide" as="div">
      <h1>{t('pageTitle')}</h1>
      <p className="mb-5 text-muted">{t('pageHint', { issuer: found.issuerName })}</p>
      <DescriptionList
        look="rows"
        items={[
          { term: t('organization'), details: found.organizationName },
          { term: t('userName'), details: found.userName },
          {
            term: t('validUntil'),
            details: <LocalTime value={found.expiresAt} locale={locale} timeZone="UTC" show="longDate" />,
          },
        ]}
      />
      <Form
        action={acceptHandoverAction}
        hidden={{ token }}
        className="mt-5 grid gap-4"
        referenceLabel={t('reference')}
      >
        <input type="hidden" name="username" value={found.userName} autoComplete="username" disabled />
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

type ClosedProps = { state: 'used' | 'expired' | 'replaced' | 'unknown'; issuer: string }

async function Closed({ state, issuer }: ClosedProps) {
  const t = await getTranslations('onboarding.handover')
  return (
    <ErrorState
      illustration="locked"
      title={t(`closed.${state}.title`)}
      reason={t(`closed.${state}.reason`)}
      remedy={state === 'unknown' ? t('closed.unknown.remedy') : t(`closed.${state}.remedy`, { issuer })}
      actions={<ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>}
    />
  )
}
