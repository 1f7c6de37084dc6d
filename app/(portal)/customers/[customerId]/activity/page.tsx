import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActivityTable } from '@/components/activity-table'
import { ExportMenu } from '@/components/export-menu'
import { PageHeader } from '@/components/page-header'
import { auditTypes } from '@/lib/core/audit-types'
import { listActivity } from '@/lib/domain/activity/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

type ActivityTabProps = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('onboarding.activity'))('title') }
}

/** The part of the activity log that is about one customer. */
export default async function CustomerActivityPage({ params, searchParams }: ActivityTabProps) {
  const { customerId } = await params
  const { after, before, ...filter } = await pickParameters(searchParams, ['type', 'from', 'to', 'after', 'before'])
  const actor = await requireActor()
  const [page, t] = await Promise.all([
    read(listActivity, { ...filter, customerId, after, before } as object),
    getTranslations('onboarding.activity'),
  ])
  const path = `/customers/${customerId}/activity`
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t(actor.organizationId === customerId ? 'hintOwn' : 'hint')}
        actions={<ExportMenu path="/activity-log/export" filter={{ ...filter, customerId }} label="activity" />}
      />
      <ActivityTable
        rows={page.rows}
        path={path}
        filter={filter}
        types={auditTypes}
        timeZone={actor.timeZone}
        previousHref={page.previous && hrefWith(path, filter, { before: page.previous })}
        nextHref={page.next && hrefWith(path, filter, { after: page.next })}
        empty={{ title: t('none'), description: t('noneHint') }}
      />
    </>
  )
}
