import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CredentialsForm } from '@/components/credentials-form'
import { DelegationMissing } from '@/components/delegation-missing'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { PersonRoleField, UsageLocationField } from '@/components/person-fields'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/text-input'
import { getCustomer } from '@/lib/domain/customers/queries'
import { countryOptions } from '@/lib/web/country-options'
import { credentialTexts } from '@/lib/web/customer-people'
import { read, requirePermission } from '@/lib/web/page'
import { addCustomerUserAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerUsers'))('addUser') }
}

/** Spec 3.13: one person more at a customer; the temporary password is shown once. */
export default async function AddCustomerUserPage({ params }: { params: Promise<{ customerId: string }> }) {
  const { customerId } = await params
  const actor = await requirePermission('customerUser.manage')
  const [customer, t, texts, locale] = await Promise.all([
    read(getCustomer, { customerId }),
    getTranslations('customerUsers'),
    credentialTexts(),
    getLocale(),
  ])
  if (customer.relationship && !customer.relationship.delegatedSince) return <DelegationMissing actor={actor} />
  const list = `/customers/${customerId}/users`
  return (
    <div className="max-w-160">
      <PageHeader title={t('addUser')} breadcrumbs={[{ href: list, label: t('title') }]} />
      <Card>
        <CredentialsForm
          action={addCustomerUserAction}
          hidden={{ customerId }}
          referenceLabel={t('form.reference')}
          texts={texts}
          done={{ href: list, label: t('once.done') }}
          again={{ href: `${list}/new`, label: t('addAnother') }}
        >
          <Field label={t('form.displayName')} name="displayName" required>
            <TextInput autoComplete="off" maxLength={100} />
          </Field>
          <Field
            label={t('form.userName')}
            name="userName"
            required
            hint={t('form.userNameHint', { domain: `@${customer.domain}` })}
          >
            <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={254} />
          </Field>
          <UsageLocationField options={countryOptions(locale)} chosen={customer.country} />
          <PersonRoleField chosen="user" />
          <ButtonRow>
            <SubmitButton>{t('form.add')}</SubmitButton>
            <ButtonLink href={list} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </CredentialsForm>
      </Card>
    </div>
  )
}
