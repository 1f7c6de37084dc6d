import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DelegationMissing } from '@/components/delegation-missing'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { PeopleUpload } from '@/components/people-upload'
import { UsageLocationField } from '@/components/person-fields'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { FileInput } from '@/components/ui/file-input'
import { Download } from '@/components/ui/icons'
import { peopleColumns } from '@/lib/domain/customer-users/people-file'
import { getCustomer } from '@/lib/domain/customers/queries'
import { countryOptions } from '@/lib/web/country-options'
import { templateAddress } from '@/lib/web/customer-people'
import { read, requirePermission } from '@/lib/web/page'
import { textFileLimit } from '@/lib/web/text-file'
import { importCustomerUsersAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerUsers'))('uploadUsers') }
}

const words = ['once', 'leave', 'download', 'fileName', 'line', 'added', 'refused', 'another', 'done'] as const

/** Spec 3.13: up to a hundred people from one file. */
export default async function UploadUsersPage({ params }: { params: Promise<{ customerId: string }> }) {
  const { customerId } = await params
  const actor = await requirePermission('customerUser.import')
  const [customer, t, template, locale] = await Promise.all([
    read(getCustomer, { customerId }),
    getTranslations('customerUsers'),
    templateAddress(),
    getLocale(),
  ])
  if (customer.relationship && !customer.relationship.delegatedSince) return <DelegationMissing actor={actor} />
  const list = `/customers/${customerId}/users`
  const columns = peopleColumns.map((column) => t(`upload.column.${column}`)).join(', ')
  return (
    <div className="max-w-180">
      <PageHeader
        title={t('uploadUsers')}
        description={t('upload.hint')}
        breadcrumbs={[{ href: list, label: t('title') }]}
      />
      <Card>
        <PeopleUpload
          action={importCustomerUsersAction}
          hidden={{ customerId }}
          referenceLabel={t('form.reference')}
          listHref={list}
          againHref={`${list}/upload`}
          texts={
            Object.fromEntries(words.map((word) => [word, t(`upload.${word}`)])) as Record<
              (typeof words)[number],
              string
            >
          }
        >
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t('upload.columns', { columns })}</li>
            <li>{t('upload.encoding')}</li>
            <li>{t('upload.roleHint')}</li>
          </ul>
          <div>
            <ButtonLink href={template} download={t('upload.templateName')} icon={<Download />}>
              {t('upload.template')}
            </ButtonLink>
          </div>
          <Field label={t('upload.file')} name="file" required>
            <FileInput accept=".csv,text/csv" limit={textFileLimit} tooLarge={t('upload.tooLarge')} />
          </Field>
          <UsageLocationField options={countryOptions(locale)} chosen={customer.country} />
          <ButtonRow>
            <SubmitButton>{t('upload.submit')}</SubmitButton>
            <ButtonLink href={list} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </PeopleUpload>
      </Card>
    </div>
  )
}
