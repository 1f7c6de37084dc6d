// biome-ignore-all lint/a11y/noRedundantRoles: see data-table.tsx

import { Fragment, isValidElement, type ReactNode } from 'react'
import type { Column, DataTableViewProps } from './data-table-view'
import { classNames } from './ui/class-names'
import { ChevronRight } from './ui/icons'

/**
 * A row, and below it what opens. The disclosure is a native <details>; CSS shows the next row while it is open. What all rows
 * look like is said once, in data-table.css: an attribute in every cell is what makes a list slow.
 */
export function DataTableRow<Row>({ row, table }: { row: Row; table: DataTableViewProps<Row> }) {
  const { columns, rowMenu, scripted } = table
  const expansion = table.expansion?.(row) ?? null
  const width = columns.length + (table.expansion ? 1 : 0) + (rowMenu ? 1 : 0)
  const roles = !scripted || scripted.alive ? spoken : silent
  return (
    <>
      <tr role={roles.row}>
        {table.expansion && (
          <td role={roles.cell}>
            {table.toggle
              ? table.toggle(row)
              : expansion !== null && <RowToggle label={detailsOf(table, row)} open={table.isExpanded?.(row)} />}
          </td>
        )}
        {columns.map((column, index) => (
          <DataTableCell key={column.key} column={column} row={row} isFirst={index === 0} roles={roles} />
        ))}
        {rowMenu && <td role={roles.cell}>{rowMenu(row)}</td>}
      </tr>
      {expansion !== null && (
        <tr
          role={roles.row}
          data-expansion={table.toggle ? 'open' : ''}
          className="expansion-row border-border border-t bg-surface-sunken"
        >
          <td role={roles.cell} colSpan={width} className="py-4 pr-5 pl-14">
            {expansion}
          </td>
        </tr>
      )}
    </>
  )
}

const spoken = { row: 'row', cell: 'cell', header: 'rowheader' } as const
const silent = { row: undefined, cell: undefined, header: undefined }

type CellProps<Row> = { column: Column<Row>; row: Row; isFirst: boolean; roles: typeof spoken | typeof silent }

function DataTableCell<Row>({ column, row, isFirst, roles }: CellProps<Row>) {
  const shared = {
    'data-hide-on-phone': column.hideOnPhone || undefined,
    className: classNames(column.align === 'end' && 'text-right tabular-nums', column.className) || undefined,
  }
  const content = oneElement(column.cell(row))
  if (!isFirst) {
    return (
      <td role={roles.cell} {...shared}>
        {content}
      </td>
    )
  }
  return (
    <th role={roles.header} scope="row" {...shared}>
      {content}
    </th>
  )
}

/** As a card the cell lays out what stands in it beside its label: that has to be one thing. */
function oneElement(content: ReactNode): ReactNode {
  if (typeof content === 'string' || (isValidElement(content) && content.type !== Fragment)) return content
  return <div>{content}</div>
}

/** "Details of Harbour Clinic". */
export function detailsOf<Row>(
  { words, rowName }: Pick<DataTableViewProps<Row>, 'words' | 'rowName'>,
  row: Row,
): string {
  const name = rowName?.(row)
  return name ? words.detailsOf.replace('{name}', () => name) : words.details
}

function RowToggle({ label, open }: { label: string; open?: boolean }) {
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
