import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Download } from '@/components/ui/icons'
import { Note } from '@/components/ui/note'
import { UploadRows } from '@/components/upload-rows'
import { UploadSteps } from '@/components/upload-steps'
import { getPeopleUpload } from '@/lib/domain/partner-users/queries'
import { read, requireConfirmed } from '@/lib/web/page'
import { describeRows, failedAddress } from '@/lib/web/partner-users'
import { addUploadedPeopleAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('upload.result') }
}

const list = '/user-management'

/** A file of colleagues: the verdicts before anything happens, how far it has come, what became of each row. */
export default async function PeopleUploadPage({ params }: { params: Promise<{ uploadId: string }> }) {
  const { uploadId } = await params
  const upload = await read(getPeopleUpload, { uploadId })
  const count = (state: string) => upload.rows.filter((row) => row.state === state).length
  const [ready, refused, added] = [count('ready'), count('refused'), count('added')]
  if (ready > 0) await requireConfirmed()
  const [t, rows] = await Promise.all([getTranslations('partnerUsers'), describeRows(upload)])
  const failed = await failedAddress(rows)
  const isDone = ready === 0
  const title = !upload.isConfirmed && !isDone ? 'preview' : isDone ? 'result' : 'progress'
  return (
    <>
      <PageHeader
        title={t(`upload.${title}`)}
        description={
          <span role="status">
            {isDone ? t('upload.done', { added, refused }) : t('upload.counts', { ready, refused })}
          </span>
        }
        breadcrumbs={[
          { href: list, label: t('title') },
          { href: `${list}/upload`, label: t('addUsers') },
        ]}
      />
      <div className="grid gap-5">
        {isDone && added === 0 ? <Note tone="warning">{t('upload.nothingToAdd')}</Note> : null}
        {isDone ? null : (
          <Card>
            <UploadSteps
              action={addUploadedPeopleAction}
              uploadId={uploadId}
              done={added}
              total={added + ready}
              isConfirmed={upload.isConfirmed}
              referenceLabel={t('form.reference')}
              texts={{
                hint: t('upload.previewHint'),
                confirm: t(upload.isConfirmed ? 'upload.goOn' : 'upload.confirm', { count: ready }),
                reached: t('upload.reached', { done: added, total: added + ready }),
                progress: t('upload.progress'),
              }}
            />
          </Card>
        )}
        {failed ? (
          <Card>
            <p className="mb-3 text-muted">{t('upload.failedHint')}</p>
            <ButtonRow>
              <ButtonLink href={failed} download={t('upload.failedName')} icon={<Download />}>
                {t('upload.failed')}
              </ButtonLink>
              <ButtonLink href={`${list}/upload`}>{t('upload.another')}</ButtonLink>
            </ButtonRow>
          </Card>
        ) : null}
        <UploadRows rows={rows} />
        <ButtonRow>
          <ButtonLink href={list}>{t('upload.back')}</ButtonLink>
        </ButtonRow>
      </div>
    </>
  )
}
