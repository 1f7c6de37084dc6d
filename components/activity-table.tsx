import { useLocale, useTranslations } from 'next-intl'
import type { ActivityEvent } from '@/lib/i18n/activity-sentence'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType } from '@/lib/web/activity'
import { ActivitySentence } from './activity-sentence'
import { DataTable } from './data-table'
import { EmptyState } from './empty-state'
import { Pagination } from './pagination'
import { Button } from './ui/button'
import { LocalTime } from './ui/local-time'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'
import { TextLink } from './ui/text-link'

type Filter = {
  type?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** One person of the reader's own organization. */
  userId?: string | undefined
}

interface Row extends ActivityEvent {
  id: string
  occurredAt: Date
}

type ActivityTableProps = {
  rows: readonly Row[]
  /** The page it stands on; its filter lives in the address. */
  path: string
  filter: Filter
  types: readonly AuditType[]
  timeZone: string
  previousHref: string | null
  nextHref: string | null
  empty?: { title: string; description: string }
}

/** What happened, newest first, with its filter. */
export function ActivityTable(props: ActivityTableProps) {
  const { rows, path, filter, types, timeZone, previousHref, nextHref } = props
  const t = useTranslations('activity')
  const locale = useLocale()
  const filtered = Boolean(filter.type || filter.from || filter.to || filter.userId)
  const nothing = filtered ? { title: t('noneMatch'), description: t('noneHint') } : props.empty
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'when',
          header: t('when', { zone: timeZone }),
          className: 'w-44',
          cell: (row) => <LocalTime value={row.occurredAt} locale={locale} timeZone={timeZone} />,
        },
        { key: 'what', header: t('what'), onCard: 'plain', cell: (row) => <ActivitySentence event={row} /> },
        { key: 'who', header: t('who'), cell: (row) => row.actorOrganizationName ?? '–' },
        { key: 'whom', header: t('whom'), cell: (row) => row.subjectOrganizationName ?? '–' },
      ]}
      toolbar={
        <ActivityFilter path={path} types={types} {...filter} person={filter.userId && (rows[0]?.actorName ?? '–')} />
      }
      footer={<Pagination shown={rows.length} previousHref={previousHref} nextHref={nextHref} />}
      empty={<EmptyState {...(nothing ?? { title: t('none'), description: t('noneHint') })} />}
    />
  )
}

function ActivityFilter({
  path,
  types: shown,
  type,
  from,
  to,
  userId,
  person,
}: Filter & { path: string; types: readonly AuditType[]; person: string | undefined }) {
  const t = useTranslations('activity')
  const ui = useTranslations('ui')
  const types = [
    { value: '', label: t('allTypes') },
    ...shown.map((value) => ({ value, label: t(`type.${underscored(value)}`) })),
  ]
  return (
    <form
      action={path}
      aria-label={ui('filters')}
      className="flex flex-wrap items-end gap-2 border-border border-b px-3 py-2.5"
    >
      {userId ? <input type="hidden" name="userId" value={userId} /> : null}
      {person ? <span className="self-center font-semibold">{t('person', { name: person })}</span> : null}
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
      {type || from || to || userId ? (
        <TextLink href={path} look="plain" className="px-1 py-1">
          {ui('clearFilters')}
        </TextLink>
      ) : null}
    </form>
  )
}
