'use client'

import { useState } from 'react'
import { countryNames } from '@/lib/i18n/country-names'
import type { CustomerTableWords } from '@/lib/web/customer-words'
import { customerEntries } from './customer-menu'
import { detailsOf } from './data-table-row'
import { DataTableView, type DataTableViewProps } from './data-table-view'
import { NameCell } from './name-cell'
import { StatusBadge } from './status-badge'
import { CopyControl } from './ui/copy-control'
import { DescriptionList } from './ui/description-list'
import { type Written, WrittenTime, writeTime } from './ui/local-time'
import { Menu } from './ui/menu'
import { useAlive } from './ui/use-alive'

export type CustomerTableRow = {
  id: string
  customerId: string
  name: string
  domain: string
  partners: string
  since: Written
  /** What only an opened row shows is written when it is opened. ISO 8601. */
  delegatedSince: string | null
  agreementDate: string | null
  /** Its code. */
  country: string
}

type Reader = { locale: string; timeZone: string }

type CustomerTableProps = Pick<DataTableViewProps<CustomerTableRow>, 'rows' | 'toolbar' | 'footer' | 'empty'> & {
  words: CustomerTableWords
  reader: Reader
  /** Whether the reader may order for a customer. */
  mayOrder: boolean
  /** The address of this very page, for readers without script: a row is opened by asking for it. */
  page: { path: string; kept: Readonly<Record<string, string | undefined>> }
  /** The row that was asked for so. */
  openId?: string | undefined
}

/**
 * Customers from plain data. What a row opens and its menu are drawn when they are asked for: by script in the browser, without
 * one by asking the server for the page with that row open. Drawn for all rows ahead they were three quarters of the page.
 */
export function CustomerTable({ words, reader, mayOrder, page, openId, ...table }: CustomerTableProps) {
  const [opened, setOpened] = useState<readonly string[]>(openId ? [openId] : [])
  const alive = useAlive()
  const flip = (id: string) => setOpened((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
  const whileInert = (value: string) => ({ name: 'open', value })
  return (
    <DataTableView
      {...table}
      words={words}
      caption={words.caption}
      rowKey={(row) => row.id}
      scripted={{ alive, action: page.path, kept: page.kept }}
      columns={columns(words)}
      toggle={(row) => {
        const label = detailsOf({ words, rowName: ({ name }) => name }, row)
        return (
          <button
            {...(alive ? { type: 'button', title: label } : whileInert(row.id))}
            aria-label={label}
            aria-expanded={opened.includes(row.id)}
            onClick={() => flip(row.id)}
          />
        )
      }}
      expansion={(row) =>
        opened.includes(row.id) ? (
          <>
            <CustomerDetails row={row} words={words} reader={reader} />
            {row.id === openId && <noscript>{customerEntries(row.customerId, words.menu, mayOrder)}</noscript>}
          </>
        ) : null
      }
      rowMenu={(row) => (
        <Menu label={words.actionsFor.replace('{name}', () => row.name)} button={null} whileInert={whileInert(row.id)}>
          {customerEntries(row.customerId, words.menu, mayOrder)}
        </Menu>
      )}
    />
  )
}

function columns(words: CustomerTableWords): DataTableViewProps<CustomerTableRow>['columns'] {
  return [
    {
      key: 'name',
      header: words.company,
      cell: (row) => <NameCell name={row.name} detail={row.domain} href={`/customers/${row.customerId}`} />,
    },
    { key: 'partner', header: words.partner, cell: (row) => row.partners },
    { key: 'since', header: words.since, cell: (row) => <WrittenTime time={row.since} /> },
    {
      key: 'delegated',
      header: words.delegation,
      cell: ({ delegatedSince }) => (
        <StatusBadge
          status={delegatedSince ? 'granted' : 'notGranted'}
          label={delegatedSince ? words.granted : words.notGranted}
        />
      ),
    },
  ]
}

type DetailsProps = { row: CustomerTableRow; words: CustomerTableWords; reader: Reader }

function CustomerDetails({ row, words, reader: { locale, timeZone } }: DetailsProps) {
  const { customerId, country, agreementDate, delegatedSince } = row
  const date = (value: string) => <WrittenTime time={writeTime(value, locale, timeZone, 'date')} />
  const id = (
    <span className="inline-flex items-center gap-1 font-mono text-code">
      {customerId}
      <CopyControl
        text={customerId}
        label={words.copy}
        copiedLabel={words.copied}
        refusedLabel={words.copyRefused}
        iconOnly
      />
    </span>
  )
  const missing = <StatusBadge status="missing" label={words.agreementMissing} />
  return (
    <DescriptionList
      items={[
        { term: words.microsoftId, details: id },
        {
          term: words.country,
          details: <span suppressHydrationWarning>{countryNames(locale).of(country) ?? country}</span>,
        },
        { term: words.agreementDate, details: agreementDate ? date(agreementDate) : missing },
        { term: words.delegatedSince, details: delegatedSince ? date(delegatedSince) : words.notGranted },
      ]}
    />
  )
}
