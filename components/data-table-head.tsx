// biome-ignore-all lint/a11y/noRedundantRoles: see data-table.tsx

import type { Column, DataTableWords } from './data-table-view'
import { classNames } from './ui/class-names'
import { ArrowDown, ArrowUp, ChevronsUpDown } from './ui/icons'
import { UnstyledLink } from './ui/text-link'

type DataTableHeadProps<Row> = {
  columns: readonly Column<Row>[]
  words: DataTableWords
  hasExpansion: boolean
  hasMenu: boolean
}

const cellClass =
  'whitespace-nowrap @max-[56rem]/table:whitespace-normal border-border border-b bg-surface-sunken px-3 @max-[56rem]/table:not-first:pl-2 @max-[56rem]/table:not-last:pr-2 py-2 font-semibold text-caption text-muted'

export function DataTableHead<Row>({ columns, words, hasExpansion, hasMenu }: DataTableHeadProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {hasExpansion && (
          <th role="columnheader" scope="col" className={classNames(cellClass, 'w-9 pr-0')}>
            <span className="sr-only">{words.details}</span>
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            aria-sort={column.sort?.direction}
            className={classNames(cellClass, column.align === 'end' && 'text-right', column.className)}
          >
            <HeaderText header={column.header} sort={column.sort} />
          </th>
        ))}
        {hasMenu && (
          <th role="columnheader" scope="col" className={classNames(cellClass, 'w-11')}>
            <span className="sr-only">{words.actions}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

function HeaderText({ header, sort }: Pick<Column<unknown>, 'header' | 'sort'>) {
  if (!sort) return header
  const Icon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }[sort.direction ?? 'none']
  return (
    <UnstyledLink
      href={sort.href}
      className={classNames(
        'inline-flex items-center gap-1 rounded-box no-underline hover:text-text hover:underline',
        sort.direction ? 'text-text' : 'text-muted',
      )}
    >
      {header}
      <Icon className="size-3.5" />
    </UnstyledLink>
  )
}
