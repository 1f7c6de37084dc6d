import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { FieldColumns } from '@/components/form/field-group'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card, CardHeader } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { countryOptions } from '@/lib/web/country-options'
import { requirePermission } from '@/lib/web/page'
import { addProviderAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('new.title') }
}

/** A provider and whom it begins with. What the letter holds is shown to nobody here. */
export default async function AddProviderPage() {
  await requirePermission('organization.create')
  const [t, all, locale] = await Promise.all([
    getTranslations('operator.new'),
    getTranslations('operator'),
    getLocale(),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('hint')}
        breadcrumbs={[{ href: '/organizations', label: all('title') }]}
      />
      <Form action={addProviderAction} className="grid max-w-180 gap-5" referenceLabel={all('reference')}>
        <Card>
          <CardHeader title={t('company')} />
          <div className="grid gap-4">
            <Field name="name" label={t('name')} required>
              <TextInput maxLength={120} autoComplete="off" />
            </Field>
            <Field name="domain" label={t('domain')} hint={t('domainHint')} required>
              <TextInput maxLength={253} autoComplete="off" autoCapitalize="none" spellCheck={false} />
            </Field>
            <FieldColumns>
              <Field name="country" label={t('country')} required>
                <Select placeholder="" options={countryOptions(locale)} />
              </Field>
              <Field name="mpnId" label={t('mpnId')}>
                <TextInput inputMode="numeric" maxLength={7} autoComplete="off" />
              </Field>
            </FieldColumns>
            <Field name="contactPhone" label={t('phone')}>
              <TextInput type="tel" maxLength={40} autoComplete="off" />
            </Field>
          </div>
        </Card>
        <Card>
          <CardHeader title={t('admin')} />
          <div className="grid gap-4">
            <Field name="adminName" label={t('adminName')} required>
              <TextInput maxLength={100} autoComplete="off" />
            </Field>
            <Field name="adminEmail" label={t('adminEmail')} hint={t('adminEmailHint')} required>
              <TextInput type="email" maxLength={254} autoComplete="off" />
            </Field>
            <Field name="locale" label={t('locale')} required>
              <Select
                defaultValue={locale}
                options={[
                  { value: 'en', label: 'English' },
                  { value: 'ru', label: 'Русский' },
                ]}
              />
            </Field>
          </div>
        </Card>
        <ButtonRow>
          <SubmitButton>{t('submit')}</SubmitButton>
          <ButtonLink href="/organizations">{t('cancel')}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
