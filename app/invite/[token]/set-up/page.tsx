import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
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
import { isInvitationToken } from '@/lib/core/token'
import { viewInvitation } from '@/lib/domain/invitations/queries'
import { countries } from '@/lib/domain/organizations/countries'
import { passwordLength } from '@/lib/domain/users/rules'
import { countryNames } from '@/lib/i18n/country-names'
import { pickParameters, read, type SearchParams } from '@/lib/web/page'
import { beginAccountSetupAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accountSetup'))('title') }
}

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams }

/** C1: a customer without an account sets one up from its invitation. */
export default async function AccountSetupPage({ params, searchParams }: Props) {
  const { token } = await params
  const { sent } = await pickParameters(searchParams, ['sent'])
  const back = `/invite/${token}`
  if (!isInvitationToken(token)) redirect('/sign-in')
  const { offer, state } = await read(viewInvitation, { token })
  // Signed in already, closed, or meant for a partner: the landing page says so.
  if (!offer || state !== 'signIn' || offer.invites !== 'customer') redirect(back)
  const [t, locale] = await Promise.all([getTranslations('accountSetup'), getLocale()])
  if (sent) {
    return (
      <Card padding="none" as="div">
        <h1 className="sr-only">{t('title')}</h1>
        <EmptyState
          illustration="mail"
          title={t('sentTitle')}
          description={t('sentText')}
          action={<ButtonLink href={back}>{t('back')}</ButtonLink>}
        />
      </Card>
    )
  }
  const names = countryNames(locale)
  const options = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
  return (
    <Card padding="wide" as="div">
      <h1>{t('title')}</h1>
      <p className="mb-5 text-muted">{t('hint', { issuer: offer.issuer.name })}</p>
      <Form action={beginAccountSetupAction} hidden={{ token, locale }} referenceLabel={t('reference')}>
        <Field label={t('organizationName')} name="organizationName" required hint={t('organizationNameHint')}>
          <TextInput autoComplete="organization" maxLength={120} autoFocus />
        </Field>
        <FieldColumns>
          <Field label={t('domain')} name="domain" required hint={t('domainHint')}>
            <TextInput placeholder="harbour-clinic.example" maxLength={253} autoCapitalize="none" />
          </Field>
          <Field label={t('country')} name="country" required>
            <Select options={options} defaultValue={offer.issuer.country} autoComplete="country" />
          </Field>
        </FieldColumns>
        <FieldColumns>
          <Field label={t('fullName')} name="fullName" required>
            <TextInput autoComplete="name" maxLength={100} />
          </Field>
          <Field label={t('email')} name="email" required>
            <TextInput type="email" autoComplete="email" defaultValue={offer.addressee ?? ''} maxLength={254} />
          </Field>
        </FieldColumns>
        <Field label={t('password')} name="password" required hint={t('passwordHint', { min: passwordLength.min })}>
          <TextInput type="password" autoComplete="new-password" maxLength={256} />
        </Field>
        <Note>{t('adminNote')}</Note>
        <ButtonRow>
          <SubmitButton size="large">{t('submit')}</SubmitButton>
          <ButtonLink href={back} size="large" variant="subtle">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Card>
  )
}
