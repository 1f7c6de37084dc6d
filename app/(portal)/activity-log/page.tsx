import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActivityTable } from '@/components/activity-table'
import { ExportMenu } from '@/components/export-menu'
import { PageHeader } from '@/components/page-header'
import { auditTypes } from '@/lib/core/audit-types'
import { listActivity } from '@/lib/domain/activity/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/activity-log'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity'))('title') }
}

/** What one's own people did, and what partners and customers did that concerns one's organization. */
export default async function ActivityLogPage({ searchParams }: { searchParams: SearchParams }) {
  const { after, before, ...filter } = await pickParameters(searchParams, [
    'type',
    'from',
    'to',
    'userId',
    'after',
    'before',
  ])
  const actor = await requireActor()
  const [page, t] = await Promise.all([
    read(listActivity, { ...filter, after, before } as object),
    getTranslations('activity'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={<ExportMenu path={`${path}/export`} filter={filter} label="activity" />}
      />
      <ActivityTable
        rows={page.rows}
        path={path}
        filter={filter}
        types={auditTypes}
        timeZone={actor.timeZone}
        previousHref={page.previous && hrefWith(path, filter, { before: page.previous })}
        nextHref={page.next && hrefWith(path, filter, { after: page.next })}
      />
    </>
  )
}
