import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActivitySentence } from '@/components/activity-sentence'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { TextLink } from '@/components/ui/text-link'
import { auditTypes } from '@/lib/core/audit'
import { listActivity } from '@/lib/domain/activity/queries'
import { underscored } from '@/lib/i18n/messages'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/activity-log'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity'))('title') }
}

/** What one's own people did, and what partners and customers did that concerns one's organization. */
export default async function ActivityLogPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['type', 'from', 'to', 'after', 'before'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listActivity, filter as object),
    getTranslations('activity'),
    getLocale(),
  ])
  const { type, from, to } = filter
  const filtered = Boolean(type || from || to)
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={<ExportMenu path={`${path}/export`} filter={{ type, from, to }} label="activity" />}
      />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'when',
            header: t('when', { zone: actor.timeZone }),
            className: 'w-44',
            cell: (row) => <LocalTime value={row.occurredAt} locale={locale} timeZone={actor.timeZone} />,
          },
          { key: 'what', header: t('what'), onCard: 'plain', cell: (row) => <ActivitySentence event={row} /> },
          { key: 'who', header: t('who'), cell: (row) => row.actorOrganizationName ?? '–' },
          { key: 'whom', header: t('whom'), cell: (row) => row.subjectOrganizationName ?? '–' },
        ]}
        toolbar={<ActivityFilter {...{ type, from, to }} filtered={filtered} />}
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, { type, from, to }, { before: page.previous })}
            nextHref={page.next && hrefWith(path, { type, from, to }, { after: page.next })}
          />
        }
        empty={<EmptyState title={t(filtered ? 'noneMatch' : 'none')} description={t('noneHint')} />}
      />
    </>
  )
}

type FilterProps = { type?: string | undefined; from?: string | undefined; to?: string | undefined; filtered: boolean }

async function ActivityFilter({ type, from, to, filtered }: FilterProps) {
  const [t, ui] = await Promise.all([getTranslations('activity'), getTranslations('ui')])
  const types = [
    { value: '', label: t('allTypes') },
    ...auditTypes.map((value) => ({ value, label: t(`type.${underscored(value)}`) })),
  ]
  return (
    <form
      action={path}
      aria-label={ui('filters')}
      className="flex flex-wrap items-end gap-2 border-border border-b px-3 py-2.5"
    >
      <Select
        name="type"
        aria-label={t('type_label')}
        options={types}
        defaultValue={type ?? ''}
        className="max-w-72 max-sm:max-w-none"
      />
      <div className="flex items-center gap-2 max-sm:w-full">
        <label htmlFor="from" className="text-muted">
          {t('from')}
        </label>
        <TextInput id="from" type="date" name="from" defaultValue={from} />
      </div>
      <div className="flex items-center gap-2 max-sm:w-full">
        <label htmlFor="to" className="text-muted">
          {t('to')}
        </label>
        <TextInput id="to" type="date" name="to" defaultValue={to} />
      </div>
      <Button type="submit">{ui('apply')}</Button>
      {filtered ? (
        <TextLink href={path} look="plain" className="px-1 py-1">
          {ui('clearFilters')}
        </TextLink>
      ) : null}
    </form>
  )
}
