import { createHash } from 'node:crypto'
import { type CsvRow, type RowError, readRows, wrongRows } from './csv'
import { isBilled, isSoldIn, marketsOf } from './rules'
import { type CatalogColumn, type CatalogRow, catalogColumns, catalogRow } from './schema'

/** A catalogue file, read as a whole: either every row of it is right, or it is refused with the cells that are wrong. */

export interface PricedRow extends CatalogRow {
  line: number
  offerId: string
  availabilityId: string
}

/**
 * Reads and checks a file without the database.
 * @throws DomainError `file_invalid`; see `rowErrorsOf` for its cells
 */
export function readCatalog(content: string): PricedRow[] {
  const rows: PricedRow[] = []
  const errors: RowError[] = []
  for (const each of readRows(content)) {
    const checked = checkRow(each)
    if (Array.isArray(checked)) errors.push(...checked)
    else rows.push(checked)
  }
  // Rows that are wrong in themselves would make others look wrong that refer to them.
  if (errors.length === 0) errors.push(...checkTogether(rows))
  if (errors.length > 0) throw wrongRows(errors)
  return rows
}

function checkRow({ line, cells }: CsvRow): PricedRow | RowError[] {
  if (!cells) return [{ line, column: '', problem: 'column_count' }]
  const parsed = catalogRow.safeParse(cells)
  if (!parsed.success) {
    const problems = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]))
    return [...problems].map(([column, message]) => ({ line, column, problem: keyOf(message) }))
  }
  const row = parsed.data
  const contradictions = contradictionsIn(row)
  if (contradictions.length > 0) return contradictions.map(([column, problem]) => ({ line, column, problem }))
  const offerId = `${row.product_id}:${row.sku_id}`
  return { ...row, line, offerId, availabilityId: availabilityId(offerId, row) }
}

/** Schemas name message keys; what zod itself words is only ever `invalid`. */
function keyOf(message: string): string {
  return /^[a-z_]+$/.test(message) ? message : 'invalid'
}

type Problem = readonly [CatalogColumn, string]

/** Cells that are right in themselves but not beside each other. */
function contradictionsIn(row: CatalogRow): Problem[] {
  const cents = (text: string) => Number(text.replace('.', ''))
  const [list, reseller, retail] = [cents(row.list_price), cents(row.reseller_price), cents(row.retail_price)]
  const markets = marketsOf(row)
  const rules: [boolean, ...Problem][] = [
    [row.min_quantity > row.max_quantity, 'max_quantity', 'quantity_order'],
    [(row.limit === 0) !== (row.limit_unit === 'None'), 'limit', 'limit_unit'],
    [!isBilled(row.term, row.billing_cycle, row.is_trial), 'billing_cycle', 'cycle'],
    [row.is_trial && retail > 0, 'retail_price', 'trial_price'],
    [row.is_trial !== (row.converts_to !== null), 'converts_to', 'trial_target'],
    [list > reseller, 'reseller_price', 'price_order'],
    [reseller > retail, 'retail_price', 'price_order'],
    // A price in another currency than the country's could never be paid.
    [!markets.every((country) => isSoldIn(row, country)) || markets.length === 0, 'currency', 'currency'],
  ]
  return rules.filter(([broken]) => broken).map(([, column, problem]) => [column, problem])
}

function checkTogether(rows: readonly PricedRow[]): RowError[] {
  const firstRows = new Map<string, PricedRow>()
  for (const row of rows) if (!firstRows.has(row.offerId)) firstRows.set(row.offerId, row)
  return [
    ...rows.flatMap((row) => differences(row, firstRows.get(row.offerId) ?? row)),
    ...[...firstRows.values()].flatMap((row) => wrongReferences(row, firstRows)),
    ...pricedTwice(rows),
  ]
}

/** What belongs to the offer; every row of it has to say the same. */
const offerColumns = catalogColumns.slice(0, catalogColumns.indexOf('countries'))

function differences(row: PricedRow, first: PricedRow): RowError[] {
  return offerColumns
    .filter((column) => String(row[column]) !== String(first[column]))
    .map((column) => ({ line: row.line, column, problem: 'differs' }))
}

/** Other offers are named by ids that are in the file, are not the offer itself and are not trials. */
function wrongReferences(row: PricedRow, offers: ReadonlyMap<string, PricedRow>): RowError[] {
  const named = {
    converts_to: row.converts_to ? [row.converts_to] : [],
    requires: row.requires,
    upgrades_to: row.upgrades_to,
  }
  return Object.entries(named)
    .filter(([, ids]) => ids.some((id) => id === row.offerId || offers.get(id)?.is_trial !== false))
    .map(([column]) => ({ line: row.line, column, problem: 'reference' }))
}

/** In each country an offer has one price for a term and billing cycle. */
function pricedTwice(rows: readonly PricedRow[]): RowError[] {
  const taken = new Set<string>()
  return rows.flatMap(({ line, offerId, term, billing_cycle, ...row }) => {
    const places = marketsOf(row).map((country) => [offerId, term, billing_cycle, country].join())
    const isTwice = places.some((place) => taken.has(place))
    for (const place of places) taken.add(place)
    return isTwice ? [{ line, column: 'countries', problem: 'priced_twice' }] : []
  })
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve characters, the same for the same offer, countries, currency, term and billing cycle in every import. */
function availabilityId(offerId: string, { countries, currency, term, billing_cycle }: CatalogRow): string {
  const hash = createHash('sha256')
    .update([offerId, countries.join(' '), currency, term, billing_cycle].join('|'))
    .digest()
  return [...hash.subarray(0, 12)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
