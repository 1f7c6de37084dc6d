import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { FileInput } from '@/components/ui/file-input'
import { Download } from '@/components/ui/icons'
import { peopleColumns } from '@/lib/domain/partner-users/people-file'
import { requirePermission } from '@/lib/web/page'
import { sampleAddress } from '@/lib/web/partner-users'
import { textFileLimit } from '@/lib/web/text-file'
import { uploadPeopleAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('addUsers') }
}

const list = '/user-management'

/** Many colleagues from one file: nothing happens before the verdicts have been seen. */
export default async function UploadPeoplePage() {
  const actor = await requirePermission('user.manage')
  const [t, sample] = await Promise.all([getTranslations('partnerUsers'), sampleAddress(actor)])
  const columns = peopleColumns.map((column) => t(`upload.column.${column}`)).join(', ')
  return (
    <div className="max-w-180">
      <PageHeader
        title={t('addUsers')}
        description={t('upload.hint')}
        breadcrumbs={[{ href: list, label: t('title') }]}
      />
      <Card>
        <Form action={uploadPeopleAction} hidden={{ nonce: randomUUID() }} referenceLabel={t('form.reference')}>
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t('upload.columns', { columns })}</li>
            <li>{t('upload.encoding')}</li>
          </ul>
          <div>
            <ButtonLink href={sample} download={t('upload.sampleName')} icon={<Download />}>
              {t('upload.sample')}
            </ButtonLink>
          </div>
          <Field label={t('upload.file')} name="file" required>
            <FileInput accept=".csv,text/csv" limit={textFileLimit} tooLarge={t('upload.tooLarge')} />
          </Field>
          <ButtonRow>
            <SubmitButton>{t('upload.check')}</SubmitButton>
            <ButtonLink href={list} variant="subtle">
              {t('form.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}
