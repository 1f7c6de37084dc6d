import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { KnownCustomersUpload } from '@/components/known-customers-upload'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { FileInput } from '@/components/ui/file-input'
import { Download } from '@/components/ui/icons'
import { customerColumns } from '@/lib/domain/known-customers/customer-file'
import { knownTemplateAddress, rowLimit } from '@/lib/web/known-customers'
import { requirePermission } from '@/lib/web/page'
import { textFileLimit } from '@/lib/web/text-file'
import { importKnownCustomersAction, previewKnownCustomersAction } from './actions'

const list = '/customers/known'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knownCustomers'))('upload.title') }
}

/** R8: from a file of one's own, or another portal's export. */
export default async function ImportKnownCustomersPage() {
  await requirePermission('knownCustomer.manage')
  const [t, ui, known, locale] = await Promise.all([
    getTranslations('knownCustomers.upload'),
    getTranslations('ui'),
    getTranslations('knownCustomers'),
    getLocale(),
  ])
  const columns = customerColumns.map((column) => t(`column.${column}`)).join(', ')
  return (
    <div className="max-w-180">
      <PageHeader title={t('title')} description={t('hint')} breadcrumbs={[{ href: list, label: known('title') }]} />
      <Card>
        <KnownCustomersUpload
          preview={previewKnownCustomersAction}
          store={importKnownCustomersAction}
          referenceLabel={ui('errorReference')}
          againHref={`${list}/import`}
          texts={{ line: t('line'), another: t('another'), nothing: t('nothing') }}
        >
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t('columns', { columns })}</li>
            <li>{t('partnerCenter')}</li>
            <li>{t('encoding', { rows: rowLimit })}</li>
            <li>{t('again')}</li>
          </ul>
          <div>
            <ButtonLink href={await knownTemplateAddress(locale)} download={t('templateName')} icon={<Download />}>
              {t('template')}
            </ButtonLink>
          </div>
          <Field label={t('file')} name="file" required>
            <FileInput accept=".csv,text/csv" limit={textFileLimit} tooLarge={t('tooLarge')} />
          </Field>
          <ButtonRow>
            <SubmitButton>{t('check')}</SubmitButton>
            <ButtonLink href={list} variant="subtle">
              {t('cancel')}
            </ButtonLink>
          </ButtonRow>
        </KnownCustomersUpload>
      </Card>
    </div>
  )
}
