import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { clock, day } from '@/lib/core/clock'
import { importCatalog } from '@/lib/domain/catalog/commands'
import { rowErrorsOf } from '@/lib/domain/catalog/csv'
import { getCatalogState, listOffers } from '@/lib/domain/catalog/queries'
import { catalogFile } from '../support/catalog-file'
import { freshDatabase } from '../support/databases'
import { founded } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { refusal, refusalOf } from '../support/refusal'

// In a database of its own: an import withdraws whatever is not in its file.
const { ownerUrl, applicationUrl } = await freshDatabase()
Object.assign(process.env, { APPLICATION_DATABASE_URL: applicationUrl, TANDEM_TEST_OWNER_URL: ownerUrl })

const shipped = readFileSync(new URL('../../prisma/catalog/catalog.csv', import.meta.url), 'utf8')
const year = { term: 'P1Y' }
const other = { product_id: 'BBBBBBBBBBBB', title: 'Vault' }
let operator: Actor
let provider: Actor

beforeAll(async () => {
  operator = (await founded('operator')).admin
  provider = (await founded('provider')).admin
})

/** Everything the catalogue holds, to see that nothing has changed. */
async function catalogue() {
  const offers = await rows('select * from "CatalogOffer" order by id')
  return { offers, availabilities: await rows('select * from "CatalogAvailability" order by id') }
}

const importRows = (...given: Parameters<typeof catalogFile>) =>
  importCatalog(operator, { content: catalogFile(...given) })

test('before the first import there is nothing, and the list says so', async () => {
  expect(await listOffers(provider, {})).toMatchObject({ rows: [], isImported: false })
  expect(await getCatalogState(operator, {})).toEqual({ offers: 0, availabilities: 0, withdrawn: 0, latest: null })
})

describe('the catalogue that comes with the portal', () => {
  test('is imported within seconds, and recorded', async () => {
    const began = Date.now()
    const counts = await importCatalog(operator, { content: shipped })
    expect(Date.now() - began).toBeLessThan(5_000)
    expect(counts).toMatchObject({ withdrawnOffers: 0, withdrawnAvailabilities: 0 })
    expect(counts.offers).toBeGreaterThan(66)
    expect([counts.writtenOffers, counts.writtenAvailabilities]).toEqual([counts.offers, counts.availabilities])
    expect(await count('CatalogOffer', '"withdrawnAt" is null')).toBe(counts.offers)
    const { details } = await row<{ details: object }>(
      `select details from "AuditEvent" where type = 'catalog.imported'`,
    )
    expect(details).toEqual({ offers: counts.offers, availabilities: counts.availabilities, withdrawn: 0 })
    const state = await getCatalogState(operator, {})
    expect(state).toMatchObject({ offers: counts.offers, availabilities: counts.availabilities, withdrawn: 0 })
    expect(state.latest?.by).toBe(operator.fullName)
  })

  test('imported again changes nothing', async () => {
    const before = await catalogue()
    const counts = await importCatalog(operator, { content: shipped })
    expect(counts).toMatchObject({ writtenOffers: 0, writtenAvailabilities: 0, withdrawnAvailabilities: 0 })
    expect(await catalogue()).toEqual(before)
  })

  test('stands in the database as in the file', async () => {
    const offer = await row<Record<string, unknown>>(
      `select * from "CatalogOffer" where title = 'Workplace Business Essentials'`,
    )
    expect(offer).toMatchObject({
      ...{
        productId: 'CFQ7TTC0TYMF',
        skuId: '0001',
        family: 'office365',
        unit: 'licenses',
        minQuantity: 1,
        maxQuantity: 300,
      },
      ...{ limitUnit: 'Concurrent', limit: 2, isTrial: false, convertsTo: null, requires: [], segment: 'Commercial' },
      ...{ id: 'CFQ7TTC0TYMF:0001', sortTitle: 'workplace business essentials', withdrawnAt: null },
    })
    expect(offer.upgradesTo).toHaveLength(5)
    const price = await row(
      `select countries, "listPrice", "resellerPrice", "retailPrice" from "CatalogAvailability"
       where "offerId" = $1 and currency = 'EUR' and "termDuration" = 'P1Y' and "billingCycle" = 'Annual'`,
      [offer.id],
    )
    expect(price).toEqual({ countries: [], listPrice: '53.28', resellerPrice: '60.48', retailPrice: '67.20' })
  })
})

describe('a new file', () => {
  beforeAll(() => importRows(year, { term: 'P3Y' }, other))
  afterEach(() => importRows(year, { term: 'P3Y' }, other))

  test('withdraws what it does not hold, and brings back what it holds again', async () => {
    const counts = await importRows(year)
    expect(counts).toMatchObject({
      offers: 1,
      availabilities: 1,
      writtenOffers: 0,
      withdrawnOffers: 1,
      withdrawnAvailabilities: 2,
    })
    expect(await count('CatalogOffer', `"withdrawnAt" is not null and id = 'BBBBBBBBBBBB:0001'`)).toBe(1)
    expect((await listOffers(provider, { market: 'all' })).rows.map(({ title }) => title)).toEqual(['Shield'])
    expect(await importRows(year, other)).toMatchObject({
      writtenOffers: 1,
      writtenAvailabilities: 1,
      withdrawnOffers: 0,
    })
    expect((await listOffers(provider, { market: 'all' })).rows).toHaveLength(2)
  })

  test('keeps the moment something was first withdrawn', async () => {
    await importRows(year)
    const before = await rows(
      'select id, "withdrawnAt" from "CatalogOffer" where "withdrawnAt" is not null order by id',
    )
    clock.now = () => new Date(Date.now() + day)
    await importRows(year)
    expect(
      await rows('select id, "withdrawnAt" from "CatalogOffer" where "withdrawnAt" is not null order by id'),
    ).toEqual(before)
  })

  test('changes prices under the same id', async () => {
    const ids = () => rows(`select id from "CatalogAvailability" where "offerId" = 'AAAAAAAAAAAA:0001' order by id`)
    const before = await ids()
    const counts = await importRows({ ...year, retail_price: '12.00' }, { term: 'P3Y' }, other)
    expect(counts).toMatchObject({ writtenOffers: 0, writtenAvailabilities: 1, withdrawnAvailabilities: 0 })
    expect(await ids()).toEqual(before)
    expect(await count('CatalogAvailability', `"retailPrice" = 12.00 and "withdrawnAt" is null`)).toBe(1)
  })

  test('renames an offer, and it is found by the new words', async () => {
    await importRows({ ...year, title: 'Wächter', description_ru: 'Сторож' })
    for (const search of ['wachter', 'СТОРОЖ', 'aaaaaaaaaaaa'])
      expect((await listOffers(provider, { market: 'all', search })).rows.length, search).toBe(1)
  })

  test('with anything wrong in it changes nothing and names the cells', async () => {
    const before = await catalogue()
    const audits = await count('AuditEvent', `type = 'catalog.imported'`)
    const error = await refusalOf(importRows({ title: 'New' }, { ...other, retail_price: 'free' }, { term: 'P9Y' }))
    expect(error.code).toBe('file_invalid')
    expect(error.parameters).toEqual({ reason: 'content', count: 2 })
    expect(rowErrorsOf(error)).toEqual([
      { line: 3, column: 'retail_price', problem: 'price' },
      { line: 4, column: 'term', problem: 'choice' },
    ])
    expect(await catalogue()).toEqual(before)
    expect(await count('AuditEvent', `type = 'catalog.imported'`)).toBe(audits)
  })

  test('four times at once is stored as one of them', async () => {
    const titles = ['One', 'Two', 'Three', 'Four']
    await Promise.all(titles.map((title) => importRows({ ...year, title })))
    const { title } = await row<{ title: string }>(`select title from "CatalogOffer" where id = 'AAAAAAAAAAAA:0001'`)
    expect(titles).toContain(title)
  })
})

test('only the operator imports', async () => {
  expect(await refusal(importCatalog(provider, { content: catalogFile({}) }))).toBe('role_missing')
  expect(await refusal(importCatalog(operator, { content: '' }))).toBe('file_invalid')
  expect(await refusal(importCatalog(operator, { content: 1 } as never))).toBe('input_invalid')
})
