'use client'

import { useState } from 'react'
import { type CustomerMenuWords, customerEntries } from './customer-menu'
import { detailsOf } from './data-table-row'
import { DataTableView, type DataTableViewProps } from './data-table-view'
import { NameCell } from './name-cell'
import { StatusBadge } from './status-badge'
import { CopyControl } from './ui/copy-control'
import { DescriptionList } from './ui/description-list'
import { type Written, WrittenTime } from './ui/local-time'
import { Menu } from './ui/menu'
import { useAlive } from './ui/use-alive'

export type CustomerTableRow = {
  id: string
  customerId: string
  name: string
  domain: string
  partners: string
  since: Written
  delegatedSince: Written | null
  agreementDate: Written | null
  country: string
}

export type CustomerTableWords = DataTableViewProps<CustomerTableRow>['words'] &
  Record<
    | 'caption'
    | 'company'
    | 'partner'
    | 'since'
    | 'delegation'
    | 'granted'
    | 'notGranted'
    | 'microsoftId'
    | 'country'
    | 'agreementDate'
    | 'agreementMissing'
    | 'delegatedSince'
    | 'copy'
    | 'copied'
    | 'copyRefused'
    | 'actionsFor',
    string
  > & { menu: CustomerMenuWords }

type CustomerTableProps = Pick<DataTableViewProps<CustomerTableRow>, 'rows' | 'toolbar' | 'footer' | 'empty'> & {
  words: CustomerTableWords
  /** Whether the reader may order for a customer. */
  mayOrder: boolean
  /** The address of this very page, for readers without script: a row is opened by asking for it. */
  page: { path: string; kept: Readonly<Record<string, string | undefined>> }
  /** The row that was asked for so. */
  openId?: string | undefined
}

const formId = 'customer-rows'

/**
 * Customers from plain data. What a row opens and its menu are drawn when they are asked for: by script in the browser, without
 * one by asking the server for the page with that row open. Drawn for all rows ahead they were three quarters of the page.
 */
export function CustomerTable({ words, mayOrder, page, openId, ...table }: CustomerTableProps) {
  const [opened, setOpened] = useState<readonly string[]>(openId ? [openId] : [])
  const alive = useAlive()
  const flip = (id: string) => setOpened((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
  const whileInert = (value: string) => ({ form: formId, name: 'open', value })
  return (
    <>
      <form id={formId} action={page.path}>
        {Object.entries(page.kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
      </form>
      <DataTableView
        {...table}
        words={words}
        caption={words.caption}
        rowKey={(row) => row.id}
        columns={columns(words)}
        toggle={(row) => {
          const label = detailsOf({ words, rowName: ({ name }) => name }, row)
          return (
            <button
              {...(alive ? { type: 'button' } : { type: 'submit', ...whileInert(row.id) })}
              aria-label={label}
              title={label}
              aria-expanded={opened.includes(row.id)}
              onClick={() => flip(row.id)}
              className="row-button row-mark-chevron"
            />
          )
        }}
        expansion={(row) =>
          opened.includes(row.id) ? (
            <>
              <CustomerDetails row={row} words={words} />
              {row.id === openId && <noscript>{customerEntries(row.customerId, words.menu, mayOrder)}</noscript>}
            </>
          ) : null
        }
        rowMenu={(row) => (
          <Menu
            label={words.actionsFor.replace('{name}', () => row.name)}
            button={null}
            buttonClassName="row-button row-mark-ellipsis"
            whileInert={whileInert(row.id)}
          >
            {customerEntries(row.customerId, words.menu, mayOrder)}
          </Menu>
        )}
      />
    </>
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

function CustomerDetails({ row, words }: { row: CustomerTableRow; words: CustomerTableWords }) {
  const { customerId, country, agreementDate, delegatedSince } = row
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
        { term: words.country, details: country },
        { term: words.agreementDate, details: agreementDate ? <WrittenTime time={agreementDate} /> : missing },
        {
          term: words.delegatedSince,
          details: delegatedSince ? <WrittenTime time={delegatedSince} /> : words.notGranted,
        },
      ]}
    />
  )
}
