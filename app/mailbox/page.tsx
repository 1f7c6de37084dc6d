import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { PageHeader } from '@/components/page-header'
import { LocalTime } from '@/components/ui/local-time'
import { listMailbox } from '@/lib/domain/mailbox/queries'
import { pickParameters, read, readerTimeZone, type SearchParams } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mailbox'))('title') }
}

/** Demo and development: what the portal has mailed. */
export default async function MailboxPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['to'])
  const [messages, t, locale, timeZone] = await Promise.all([
    read(listMailbox, filter),
    getTranslations('mailbox'),
    getLocale(),
    readerTimeZone(),
  ])
  return (
    <div>
      <PageHeader title={t('title')} description={t('hint')} />
      <DataTable
        caption={t('title')}
        rows={messages}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'subject',
            header: t('subject'),
            cell: (row) => <NameCell href={`/mailbox/${row.id}`} name={row.subject} />,
          },
          { key: 'to', header: t('to'), cell: (row) => row.toAddress },
          {
            key: 'at',
            header: t('at'),
            cell: (row) => <LocalTime value={row.receivedAt} locale={locale} timeZone={timeZone} show="zonedTime" />,
          },
        ]}
        toolbar={
          <FilterBar
            action="/mailbox"
            search={{ name: 'to', label: t('filter'), value: filter.to ?? '' }}
            {...(filter.to ? { clearHref: '/mailbox' } : {})}
          />
        }
        empty={<EmptyState illustration="mail" title={t('none')} description={t('noneHint')} />}
      />
    </div>
  )
}
