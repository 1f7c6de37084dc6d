// biome-ignore-all lint/a11y/noRedundantRoles: see data-table.tsx
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Column, DataTableProps } from './data-table'
import { classNames } from './ui/class-names'

const cellClass = 'h-row px-3 @max-[56rem]/table:not-first:pl-2 @max-[56rem]/table:not-last:pr-2 py-1 align-middle'

/** A row, and below it what opens. The disclosure is a native <details>; CSS shows the next row while it is open. */
export function DataTableRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, rowMenu } = table
  const expansion = table.expansion?.(row) ?? null
  const width = columns.length + (table.expansion ? 1 : 0) + (rowMenu ? 1 : 0)
  return (
    <>
      <tr role="row" data-row className="border-border not-first:border-t hover:bg-surface-hover">
        {table.expansion && (
          <td role="cell" data-card-corner={rowMenu ? 'second' : 'first'} className={classNames(cellClass, 'w-9 pr-0')}>
            {expansion !== null && <RowToggle name={table.rowName?.(row)} open={table.isExpanded?.(row)} />}
          </td>
        )}
        {columns.map((column, index) => (
          <DataTableCell key={column.key} column={column} row={row} isFirst={index === 0} />
        ))}
        {rowMenu && (
          <td role="cell" data-card-corner="first" className={classNames(cellClass, 'w-11 px-1.5 text-right')}>
            {rowMenu(row)}
          </td>
        )}
      </tr>
      {expansion !== null && (
        <tr role="row" data-expansion className="expansion-row border-border border-t bg-surface-sunken">
          <td role="cell" colSpan={width} className="py-4 pr-5 pl-14">
            {expansion}
          </td>
        </tr>
      )}
    </>
  )
}

function DataTableCell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
  const onCard = column.onCard ?? (isFirst ? 'name' : 'labelled')
  const shared = {
    'data-label': onCard === 'labelled' ? column.header : undefined,
    'data-card-head': isFirst || undefined,
    'data-hide-on-phone': column.hideOnPhone || undefined,
    className: classNames(cellClass, column.align === 'end' && 'text-right tabular-nums', column.className),
  }
  const content = <div className="min-w-0">{column.cell(row)}</div>
  if (!isFirst) {
    return (
      <td role="cell" {...shared}>
        {content}
      </td>
    )
  }
  return (
    <th role="rowheader" scope="row" {...shared} className={classNames(shared.className, 'font-normal')}>
      {content}
    </th>
  )
}

function RowToggle({ name, open }: { name?: string; open?: boolean }) {
  const t = useTranslations('ui')
  const label = name ? t('detailsOf', { name }) : t('details')
  return (
    <details data-row-toggle open={open} className="group/toggle">
      <summary
        aria-label={label}
        title={label}
        className="grid size-8 place-items-center rounded-control text-muted hover:bg-surface-hover hover:text-text"
      >
        <ChevronRight className="size-4.5 transition-transform duration-100 group-open/toggle:rotate-90" />
      </summary>
    </details>
  )
}
