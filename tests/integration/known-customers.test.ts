import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { clearKnownCustomers, importKnownCustomers, removeKnownCustomer } from '@/lib/domain/known-customers/commands'
import {
  getKnownCustomer,
  getKnownCustomerCount,
  listKnownCustomers,
  previewKnownCustomers,
} from '@/lib/domain/known-customers/queries'
import { knownCustomerLimit } from '@/lib/domain/known-customers/schema'
import { pagesOf } from '@/lib/web/export'
import { csvChunks } from '@/lib/web/exports/csv'
import { knownCustomersExport } from '@/lib/web/exports/known-customers'
import { known } from '../support/directory'
import { readerOf, whole } from '../support/exports'
import { founded, member, newMark, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { walk } from '../support/paging'
import { watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { relationship } from '../support/relations'

const fileOf = (...lines: string[]) => ['Company name,Primary domain name,E-mail', ...lines].join('\n')
const names = async (who: Actor, filter: object = {}) =>
  (await listKnownCustomers(who, filter)).rows.map(({ name }) => name)
const stored = (of: { id: string }) => count('KnownCustomer', '"resellerId" = $1', [of.id])

describe('importing the customers one has elsewhere', () => {
  test('says first what becomes of each row, and stores nothing by saying it', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const customer = await organization('customer')
    await relationship(reseller, customer)
    const file = fileOf('Birch,birch.example,', `Elm,${customer.domain},`, 'Cedar,cedar,', `Me,${reseller.domain},`)
    const { rows: preview } = await previewKnownCustomers(admin, { file })
    expect(preview.map(({ verdict }) => verdict)).toEqual(['added', 'customer', 'refused', 'refused'])
    expect(await stored(reseller)).toBe(0)
    const { request, events } = watched()
    const done = await importKnownCustomers(admin, { file }, request)
    expect(done.rows).toEqual(preview)
    expect(await names(admin)).toEqual(['Birch'])
    expect((await events()).map(({ type, details }) => [type, details])).toEqual([
      ['knownCustomer.imported', { created: 1, updated: 0 }],
    ])
  })

  test('again brings up to date, makes no double, and records nothing where nothing changes', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await importKnownCustomers(admin, { file: fileOf('Birch,birch.example,bea@birch.example') })
    const { request, events } = watched()
    await importKnownCustomers(admin, { file: fileOf('Birch,BIRCH.example,') }, request)
    expect(await events()).toEqual([])
    await importKnownCustomers(admin, { file: fileOf('Birch & Sons,birch.example,') })
    const [row] = (await listKnownCustomers(admin, {})).rows
    expect(row).toMatchObject({ name: 'Birch & Sons', contactEmail: 'bea@birch.example' })
    expect(await stored(reseller)).toBe(1)
  })

  test('makes no double however often it is pressed at the same moment', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const file = fileOf(...Array.from({ length: 200 }, (_, number) => `Birch ${number},birch-${number}.example,`))
    expect(await answers(Array.from({ length: 4 }, () => importKnownCustomers(admin, { file })))).toEqual({ ok: 4 })
    expect(await stored(reseller)).toBe(200)
  })

  test('two resellers may know the same customer', async () => {
    const [one, other] = [await founded('reseller'), await founded('reseller')]
    for (const { admin } of [one, other]) await importKnownCustomers(admin, { file: fileOf('Birch,birch.example,') })
    expect([await names(one.admin), await names(other.admin)]).toEqual([['Birch'], ['Birch']])
  })

  test('stops at the limit and stores nothing of such a file', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await rows(
      `insert into "KnownCustomer" (id, "resellerId", name, "sortName", search, domain, "importedByName")
       select gen_random_uuid(), $1, 'n', 'n', 'n', 'd' || n || '.example', 'Somebody' from generate_series(1, $2::int) n`,
      [reseller.id, knownCustomerLimit - 1],
    )
    const refused = await refusalOf(importKnownCustomers(admin, { file: fileOf('A,a.example,', 'B,b.example,') }))
    expect([refused.code, refused.parameters]).toEqual(['known_customers_full', { limit: knownCustomerLimit }])
    expect(await stored(reseller)).toBe(knownCustomerLimit - 1)
    await importKnownCustomers(admin, { file: fileOf('A,a.example,', 'D,d1.example,') })
    expect(await stored(reseller)).toBe(knownCustomerLimit)
    expect(await getKnownCustomerCount(admin, {})).toBe(1001)
  })

  test('refuses what is no such file', async () => {
    const { admin } = await founded('reseller')
    for (const file of ['', 'a\u0000b', 'x'.repeat(200_001)])
      expect(await refusal(importKnownCustomers(admin, { file }))).toBe('input_invalid')
    expect(await refusal(previewKnownCustomers(admin, { file: 'Name\nBirch' }))).toBe('file_invalid')
  })
})

describe('the list of known customers', () => {
  test('loses by itself whoever becomes a customer, by domain or directory, and has them back when that ends', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const [byDomain, byDirectory] = [await organization('customer'), await organization('customer')]
    await known(reseller, { name: 'By domain', domain: byDomain.domain })
    const id = await known(reseller, { name: 'By directory' })
    await rows('update "KnownCustomer" set "microsoftId" = $2 where id = $1', [id, byDirectory.id])
    expect(await names(admin)).toEqual(['By directory', 'By domain'])
    const elsewhere = await organization('reseller')
    await relationship(elsewhere, byDomain)
    expect(await getKnownCustomerCount(admin, {})).toBe(2)
    const relationshipId = await relationship(reseller, byDomain)
    await relationship(reseller, byDirectory)
    expect(await names(admin)).toEqual([])
    expect(await getKnownCustomerCount(admin, {})).toBe(0)
    await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where id = $1`, [relationshipId])
    expect(await names(admin)).toEqual(['By domain'])
  })

  test('pages by key, searches folded, and keeps to its own', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const mark = newMark()
    for (let number = 0; number < 53; number += 1)
      await known(reseller, { name: number % 2 ? `Östlund ${mark}` : `ostlund ${mark}` })
    await known(await organization('reseller'), { name: `Ostlund ${mark} of others` })
    const { forth, back } = await walk(
      (request) => listKnownCustomers(admin, { ...request, search: `OSTLUND ${mark}` }) as never,
    )
    expect(forth.map((page) => page.length)).toEqual([25, 25, 3])
    expect(back.flat()).toEqual(forth.flat())
    expect(await names(admin, { search: 'nobody' })).toEqual([])
  })

  test.each(['en', 'ru'] as const)('is exported as a file that can be imported again (%s)', async (locale) => {
    const { organization: reseller, admin } = await founded('reseller')
    const actor = { ...admin, locale }
    for (const name of ['Lang, Moser; "Söhne"', '=SUM(1)', '-Берёза', "'Quoted"]) await known(reseller, { name })
    await rows(
      `update "KnownCustomer" set "contactName" = 'Bea', "contactEmail" = 'bea@birch.example', relationship = 'Reseller',
         "microsoftId" = gen_random_uuid() where "resellerId" = $1`,
      [reseller.id],
    )
    const reader = await readerOf(actor)
    const pages = pagesOf(listKnownCustomers, actor, {})
    const file = await whole(csvChunks(knownCustomersExport.columns(reader), pages, reader))
    const { rows: read } = await previewKnownCustomers(actor, { file })
    expect(read.map(({ verdict, errors }) => [verdict, errors])).toEqual(Array(4).fill(['unchanged', []]))
    expect(await refusal(listKnownCustomers(await member(reseller, 'helpdeskAgent'), {}))).toBe('role_missing')
  })

  test('is cleared one by one or all at once, and nobody else’s with it', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const { organization: other, admin: stranger } = await founded('reseller')
    const knownCustomerId = await known(reseller)
    await known(reseller)
    await known(other)
    for (const act of [getKnownCustomer, removeKnownCustomer])
      expect(await refusal(act(stranger, { knownCustomerId }))).toBe('not_found')
    await removeKnownCustomer(admin, { knownCustomerId })
    expect(await refusal(removeKnownCustomer(admin, { knownCustomerId }))).toBe('not_found')
    expect(await stored(reseller)).toBe(1)
    await clearKnownCustomers(admin, {})
    expect([await stored(reseller), await stored(other)]).toEqual([0, 1])
  })
})
