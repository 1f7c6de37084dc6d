// biome-ignore-all lint/a11y/noRedundantRoles: as cards the elements are no longer displayed as a table, and browsers then drop their roles
import type { CSSProperties, ReactNode } from 'react'
import { DataTableHead } from './data-table-head'
import { DataTableRow } from './data-table-row'
import { Card } from './ui/card'
import { classNames } from './ui/class-names'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** On cards: `name` has no label and heads the card (the first column is one unless told), `plain` has no label. */
  onCard?: 'name' | 'plain' | 'labelled'
  hideOnPhone?: boolean
  /** Turns the header into a link. `href` is the list sorted by this column (the other way round if it already is). */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
  /** Any width class, e.g. `w-40`. */
  className?: string
}

/** `detailsOf` has `{name}` in it, which the row's name replaces. */
export type DataTableWords = { details: string; detailsOf: string; actions: string }

export type DataTableViewProps<Row> = {
  words: DataTableWords
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the table lists; for screen readers. */
  caption: string
  /** What a row is called, for the names of its buttons: "Details of Harbour Clinic". */
  rowName?: (row: Row) => string
  /** The four or five facts one looks for; opens below the row. Null: this row has none. */
  expansion?: (row: Row) => ReactNode | null
  /** What opens the row, where the table does it itself: `expansion` is then null while the row is closed. */
  toggle?: (row: Row) => ReactNode
  /** Opened from the start, e.g. by an address that names the row. */
  isExpanded?: (row: Row) => boolean
  /** Last in the row: a `RowMenu`. */
  rowMenu?: (row: Row) => ReactNode
  /** Above the head: a `FilterBar`. */
  toolbar?: ReactNode
  /** Below the rows: a `Pagination`. */
  footer?: ReactNode
  /** Instead of rows when there are none: an `EmptyState`. */
  empty?: ReactNode
  /** Without the box, for a table inside a card. */
  bare?: boolean
  /** For a table that a client component draws. */
  scripted?: ScriptedTable
}

/**
 * Every row has its two buttons, so what they carry is what a list costs: they have no class and no form of their own, and what
 * only script can use comes with the script.
 */
export type ScriptedTable = {
  /** Whether the script runs. */
  alive: boolean
  /** Where the buttons of a row lead until then. */
  action: string
  /** What the address keeps. */
  kept: Readonly<Record<string, string | undefined>>
}

/** A table that becomes cards where it has less than 640 px. All words are props: client components draw it, too. */
export function DataTableView<Row>(props: DataTableViewProps<Row>) {
  const { columns, rows, rowKey, caption, toolbar, footer, empty, bare = false } = props
  const content = (
    <>
      {toolbar}
      {rows.length === 0 ? (
        empty
      ) : (
        <Frame scripted={props.scripted}>
          <table role="table" className={tableClass(props)} style={cardLabels(props)}>
            <caption className="sr-only">{caption}</caption>
            <DataTableHead
              columns={columns}
              words={props.words}
              hasExpansion={Boolean(props.expansion)}
              hasMenu={Boolean(props.rowMenu)}
            />
            <tbody role="rowgroup">
              {rows.map((row) => (
                <DataTableRow key={rowKey(row)} row={row} table={props} />
              ))}
            </tbody>
          </table>
        </Frame>
      )}
      {footer}
    </>
  )
  if (bare) return content
  return (
    <Card padding="none" as="div" className="overflow-clip">
      {content}
    </Card>
  )
}

function Frame({ scripted, children }: { scripted?: ScriptedTable | undefined; children: ReactNode }) {
  const className = '@container/table overflow-x-auto'
  if (!scripted) return <div className={className}>{children}</div>
  return (
    <form action={scripted.action} className={className}>
      {Object.entries(scripted.kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}

function tableClass<Row>({ expansion, rowMenu, scripted }: DataTableViewProps<Row>): string {
  return classNames(
    'table-cards w-full border-collapse text-left',
    expansion && 'table-opens',
    rowMenu && 'table-acts',
    scripted && 'table-scripted',
  )
}

/** What stands before a cell on a card, once for its column: `--label-2: "Domain"`. */
function cardLabels<Row>({ columns, expansion }: DataTableViewProps<Row>): CSSProperties {
  const before = expansion ? 2 : 1
  const labels = columns.map(({ header, onCard }, index) => {
    const labelled = onCard ? onCard === 'labelled' : index > 0
    return labelled ? [[`--label-${index + before}`, JSON.stringify(header)]] : []
  })
  return Object.fromEntries(labels.flat())
}
