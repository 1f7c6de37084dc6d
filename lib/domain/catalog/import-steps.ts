import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import type { PricedRow } from './file'

export interface ImportCounts {
  /** What the file holds. */
  offers: number
  availabilities: number
  /** What was added by it, changed by it, or came back with it. */
  writtenOffers: number
  writtenAvailabilities: number
  /** What is no longer in the file. */
  withdrawnOffers: number
  withdrawnAvailabilities: number
}

/** Makes the catalogue what the file says. Imports wait for each other. */
export async function storeCatalog(db: Database, rows: readonly PricedRow[]): Promise<ImportCounts> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('catalog import'))`
  const offers = [...new Map(rows.map((row) => [row.offerId, row])).values()].map(toOffer)
  const availabilities = rows.map(toAvailability)
  return {
    offers: offers.length,
    availabilities: availabilities.length,
    writtenOffers: await inBatches(offers, (batch) => writeOffers(db, batch)),
    writtenAvailabilities: await inBatches(availabilities, (batch) => writeAvailabilities(db, batch)),
    withdrawnOffers: await withdraw(db, 'CatalogOffer', offers),
    withdrawnAvailabilities: await withdraw(db, 'CatalogAvailability', availabilities),
  }
}

function toOffer(row: PricedRow) {
  return {
    id: row.offerId,
    productId: row.product_id,
    skuId: row.sku_id,
    family: row.family,
    title: row.title,
    sortTitle: toSortName(row.title),
    descriptionEn: row.description_en,
    descriptionRu: row.description_ru,
    search: toSearchText(row.offerId, row.title, row.description_en, row.description_ru),
    unit: row.unit,
    minQuantity: row.min_quantity,
    maxQuantity: row.max_quantity,
    limitUnit: row.limit_unit,
    limit: row.limit,
    isTrial: row.is_trial,
    convertsTo: row.converts_to,
    requires: row.requires,
    upgradesTo: row.upgrades_to,
    segment: row.segment,
  }
}

function toAvailability(row: PricedRow) {
  return {
    id: row.availabilityId,
    offerId: row.offerId,
    countries: row.countries,
    currency: row.currency,
    termDuration: row.term,
    billingCycle: row.billing_cycle,
    listPrice: row.list_price,
    resellerPrice: row.reseller_price,
    retailPrice: row.retail_price,
  }
}

const batchSize = 2_000

async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<number>,
): Promise<number> {
  let written = 0
  for (let from = 0; from < rows.length; from += batchSize) written += await write(rows.slice(from, from + batchSize))
  return written
}

// Rows that say the same already are left alone, so that a second import of a file changes nothing.

function writeOffers(db: Database, offers: readonly ReturnType<typeof toOffer>[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO "CatalogOffer" AS o ("id", "productId", "skuId", ${offerColumns}, "updatedAt")
    SELECT "id", "productId", "skuId", ${offerColumns}, ${clock.now()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) AS given(
      "id" text, "productId" text, "skuId" text, "family" "ProductFamily", "title" text, "sortTitle" text, "descriptionEn" text,
      "descriptionRu" text, "search" text, "unit" "LicenseUnit", "minQuantity" int, "maxQuantity" int, "limitUnit" "LimitUnit",
      "limit" int, "isTrial" boolean, "convertsTo" text, "requires" text[], "upgradesTo" text[], "segment" "Segment")
    ON CONFLICT ("id") DO UPDATE SET (${offerColumns}, "updatedAt", "withdrawnAt")
      = (${of('excluded', offerNames)}, excluded."updatedAt", NULL)
    WHERE o."withdrawnAt" IS NOT NULL OR (${of('o', offerNames)}) IS DISTINCT FROM (${of('excluded', offerNames)})`
}

function writeAvailabilities(
  db: Database,
  availabilities: readonly ReturnType<typeof toAvailability>[],
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO "CatalogAvailability" AS a
      ("id", "offerId", "countries", "currency", "termDuration", "billingCycle", ${priceColumns})
    SELECT "id", "offerId", "countries", "currency", "termDuration", "billingCycle", ${priceColumns}
    FROM jsonb_to_recordset(${JSON.stringify(availabilities)}::jsonb) AS given(
      "id" text, "offerId" text, "countries" text[], "currency" text, "termDuration" "TermDuration",
      "billingCycle" "BillingCycle", "listPrice" numeric, "resellerPrice" numeric, "retailPrice" numeric)
    ON CONFLICT ("id") DO UPDATE SET (${priceColumns}, "withdrawnAt") = (${of('excluded', priceNames)}, NULL)
    WHERE a."withdrawnAt" IS NOT NULL OR (${of('a', priceNames)}) IS DISTINCT FROM (${of('excluded', priceNames)})`
}

function withdraw(
  db: Database,
  table: 'CatalogOffer' | 'CatalogAvailability',
  kept: readonly { id: string }[],
): Promise<number> {
  return db.$executeRaw`
    UPDATE ${column(table)} SET "withdrawnAt" = ${clock.now()}::timestamptz
    WHERE "withdrawnAt" IS NULL AND NOT ("id" = ANY (${kept.map(({ id }) => id)}::text[]))`
}

const offerNames = [
  ...['family', 'title', 'sortTitle', 'descriptionEn', 'descriptionRu', 'search', 'unit', 'minQuantity', 'maxQuantity'],
  ...['limitUnit', 'limit', 'isTrial', 'convertsTo', 'requires', 'upgradesTo', 'segment'],
]
const priceNames = ['listPrice', 'resellerPrice', 'retailPrice']

const column = (name: string) => Prisma.raw(`"${name}"`)
const offerColumns = Prisma.join(offerNames.map(column))
const priceColumns = Prisma.join(priceNames.map(column))

function of(row: 'o' | 'a' | 'excluded', names: readonly string[]): Prisma.Sql {
  return Prisma.join(names.map((name) => Prisma.raw(`${row}."${name}"`)))
}
