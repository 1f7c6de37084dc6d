import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { StepCard } from '@/components/enrollment/step-card'
import { Field } from '@/components/form/field'
import { FieldColumns } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { currentActor } from '@/lib/auth/session'
import { passwordLength } from '@/lib/domain/users/rules'
import { countryOptions } from '@/lib/web/country-options'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import { beginWorkAccountAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('create.title') }
}

/** S2, step 3, "Create one". The answer to the form says the same whether the address has an account or not. */
export default async function CreateWorkAccountPage({ searchParams }: { searchParams: SearchParams }) {
  if (await currentActor()) redirect('/enroll')
  const { sent } = await pickParameters(searchParams, ['sent'])
  if (sent) return <Sent />
  const t = await getTranslations('enrollment')
  return (
    <StepCard page="account" title={t('create.title')} description={t('create.hint')}>
      <WorkAccountForm />
    </StepCard>
  )
}

async function Sent() {
  const t = await getTranslations('enrollment')
  return (
    <Card padding="none" as="div">
      <h1 className="sr-only">{t('create.title')}</h1>
      <EmptyState
        illustration="mail"
        title={t('create.sentTitle')}
        description={t('create.sentText')}
        action={<ButtonLink href="/enroll">{t('create.backToStart')}</ButtonLink>}
      />
    </Card>
  )
}

async function WorkAccountForm() {
  const [t, form, locale] = await Promise.all([
    getTranslations('enrollment'),
    getTranslations('onboarding.form'),
    getLocale(),
  ])
  return (
    <Form action={beginWorkAccountAction} hidden={{ locale }} referenceLabel={t('reference')}>
      <Field label={t('create.companyName')} name="organizationName" required hint={t('create.companyNameHint')}>
        <TextInput autoComplete="organization" maxLength={120} autoFocus />
      </Field>
      <FieldColumns>
        <Field label={t('create.country')} name="country" required hint={t('create.countryHint')}>
          <Select options={countryOptions(locale)} placeholder={form('chooseState')} autoComplete="country" />
        </Field>
        <Field label={t('create.prefix')} name="prefix" required hint={t('create.prefixHint')}>
          <span className="flex items-center gap-2">
            <TextInput maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
            <span className="flex-none text-muted">.onmicrosoft.com</span>
          </span>
        </Field>
      </FieldColumns>
      <Field label={t('create.fullName')} name="fullName" required>
        <TextInput autoComplete="name" maxLength={100} />
      </Field>
      <Field label={t('create.email')} name="email" required hint={t('create.emailHint')}>
        <TextInput type="email" autoComplete="email" maxLength={254} />
      </Field>
      <Field
        label={t('create.password')}
        name="password"
        required
        hint={t('create.passwordHint', { min: passwordLength.min })}
      >
        <TextInput type="password" autoComplete="new-password" maxLength={256} />
      </Field>
      <Note>{t('create.adminNote')}</Note>
      <ButtonRow>
        <SubmitButton size="large">{t('create.submit')}</SubmitButton>
        <ButtonLink href="/enroll/account" size="large" variant="subtle">
          {t('back')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
