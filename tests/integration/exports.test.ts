import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { toSortName } from '@/lib/core/sort-name'
import { listActivity } from '@/lib/domain/activity/queries'
import { listCustomerUsers } from '@/lib/domain/customer-users/queries'
import { listCustomers } from '@/lib/domain/customers/queries'
import { requestPartnership } from '@/lib/domain/invitations/commands'
import { listCustomerSubscriptions, listSubscriptions } from '@/lib/domain/subscriptions/queries'
import { pagesOf } from '@/lib/web/export'
import { activityExport } from '@/lib/web/exports/activity'
import { csvChunks, csvDelimiter, fromInert } from '@/lib/web/exports/csv'
import { customersExport } from '@/lib/web/exports/customers'
import { subscriptionsExport } from '@/lib/web/exports/subscriptions'
import { usersExport } from '@/lib/web/exports/users'
import { xlsxChunks } from '@/lib/web/exports/xlsx'
import { draft } from '../support/expectations/targets'
import { readerOf, whole } from '../support/exports'
import { actorOf, founded, member, type Organization, organization, person } from '../support/organizations'
import { rows } from '../support/owner'
import { refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { assignment, subscription } from '../support/subscriptions'
import { fileOf, sheetOf } from '../support/xlsx'

/** The names of 20,000 customers: Cyrillic, quotes, separators, line breaks and formulas among them. */
const nameOf = (number: number) =>
  [
    `Клиент №${number}`,
    `ООО «Берёза ${number}»`,
    `=HYPERLINK("http://evil.example/${number}";"x")`,
    `Quote "${number}", and; both`,
    `'+${number}`,
    `@Two\nlines ${number}`,
    `-${number}`,
    `Žluťoučký ${number}`,
  ][number % 8] as string

async function manyCustomers(of: Organization, amount: number): Promise<void> {
  const names = Array.from({ length: amount }, (_, number) => nameOf(number))
  const values = [names, names.map(toSortName), of.mark, of.id, of.kind]
  await rows(
    `with given as (select name, sort, number, gen_random_uuid() as id from unnest($1::text[], $2::text[]) with ordinality as given(name, sort, number)),
     made as (insert into "Organization" (id, kind, name, domain, country, region, "contactName", "contactEmail")
       select id, 'customer', name, 'c' || number || '-' || $3 || '.example', 'RU', 'RU', 'C', 'c@x.example' from given returning 1)
     insert into "CustomerRelationship" (id, "partnerId", "customerId", "partnerKind", "partnerName", "partnerSortName",
       "customerName", "customerSortName", "customerDomain", "customerSearch")
     select gen_random_uuid(), $4::uuid, id, $5::"OrganizationKind", 'P', 'p', name, sort, 'c' || number || '-' || $3 || '.example', name from given`,
    values,
  )
}

async function csvOf(actor: Actor, filter: Parameters<typeof listCustomers>[1] = {}): Promise<string[][]> {
  const reader = await readerOf(actor)
  const pages = pagesOf(listCustomers, actor, filter)
  const file = await whole(csvChunks(customersExport.columns(reader), pages, reader))
  const read = parse(file, { bom: true, delimiter: csvDelimiter[actor.locale], record_delimiter: '\r\n' }) as string[][]
  return read.map((cells) => cells.map(fromInert))
}

describe('20,000 customers', () => {
  let me: Organization
  let admin: Actor
  beforeAll(async () => {
    me = await organization('reseller')
    admin = actorOf(await person(me, ['globalAdmin']), { locale: 'ru', timeZone: 'Europe/Moscow' })
    await manyCustomers(me, 20_000)
  })

  test('exported as CSV and read back are the same rows, each once, in the order of the list', async () => {
    const [header, ...read] = await csvOf(admin)
    expect(header?.slice(0, 4)).toEqual([
      'Идентификатор Майкрософт',
      'Название компании',
      'Имя основного домена',
      'Связь',
    ])
    const stored = await rows<{ customerId: string; customerName: string; customerDomain: string }>(
      `select "customerId", "customerName", "customerDomain" from "CustomerRelationship" where "partnerId" = $1 order by "customerSortName", id`,
      [me.id],
    )
    expect(read).toHaveLength(20_000)
    expect(read.map(([id, name, domain]) => [id, name, domain])).toEqual(
      stored.map((row) => [row.customerId, row.customerName, row.customerDomain]),
    )
  })

  test.each(['csv', 'xlsx'])('never stand in memory together when they are exported as %s', async (format) => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const sizes: number[] = []
    async function* watched() {
      let pages = 0
      for await (const page of pagesOf(listCustomers, admin, {})) {
        pages += 1
        if (pages % 6 === 3) {
          collect()
          sizes.push(process.memoryUsage().heapUsed + process.memoryUsage().external)
        }
        yield page
      }
    }
    const reader = await readerOf(admin)
    const columns = customersExport.columns(reader)
    const chunks =
      format === 'csv' ? csvChunks(columns, watched(), reader) : xlsxChunks('t', columns, watched(), reader)
    for await (const _ of chunks);
    expect(sizes.length).toBeGreaterThan(5)
    expect((Math.max(...sizes) - (sizes[0] ?? 0)) / 2 ** 20).toBeLessThan(4)
  })

  test('exported for Excel and read back are the same rows', async () => {
    const reader = await readerOf(admin)
    const pages = pagesOf(listCustomers, admin, {})
    const [, ...read] = sheetOf(await fileOf(xlsxChunks('t', customersExport.columns(reader), pages, reader)))
    expect(read).toHaveLength(20_000)
    const names = new Set(Array.from({ length: 20_000 }, (_, at) => nameOf(at)))
    expect(new Set(read.map(([, name]) => name))).toEqual(names)
  })
})

describe('an export', () => {
  test('holds the rows of the current filter and no others', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const provider = await organization('provider')
    await partnership(provider, reseller)
    const [shared, own] = [await organization('customer'), await organization('customer', { name: 'Needle Ltd' })]
    for (const customer of [shared, own]) await relationship(reseller, customer, { delegated: customer === shared })
    await relationship(provider, shared)
    await relationship(await organization('reseller'), await organization('customer', { name: 'Needle of others' }))
    const ids = async (filter: Parameters<typeof listCustomers>[1]) =>
      (await csvOf(admin, filter)).slice(1).map(([id]) => id)
    expect((await ids({})).sort()).toEqual([shared.id, own.id].sort())
    expect(await ids({ search: 'needle' })).toEqual([own.id])
    expect(await ids({ partner: provider.id })).toEqual([shared.id])
    expect(await ids({ search: 'nothing like it' })).toEqual([])
    const [, row] = await csvOf(admin, { partner: provider.id })
    expect(row?.slice(3, 6)).toEqual(['Reseller with delegated administration', provider.name, 'Germany'])
  })

  test('begins at the beginning, wherever one has paged to', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    for (let number = 0; number < 27; number += 1) await relationship(reseller, await organization('customer'))
    const { next } = await listCustomers(admin, {})
    expect(await csvOf(admin, { after: next ?? '' })).toHaveLength(28)
    expect(await csvOf(admin, { before: next ?? '' })).toHaveLength(28)
  })

  test('is refused to whom the list is refused', async () => {
    const { organization: reseller } = await founded('reseller')
    const first = (actor: Actor | null, filter: object = {}) => pagesOf(listCustomers, actor, filter).next()
    expect(await refusal(first(null))).toBe('not_signed_in')
    expect(await refusal(first(await member(reseller)))).toBe('role_missing')
    expect(await refusal(first(await member(reseller, 'salesAgent'), { partner: 'x' }))).toBe('input_invalid')
    expect(await refusal(first(await member(reseller, 'salesAgent'), { colour: 'red' }))).toBe('input_invalid')
  })

  test("of a customer's people names their licenses, to whom the customer lets administer it", async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const [provider, customer, other] = [
      await organization('provider'),
      await organization('customer'),
      await organization('customer'),
    ]
    await relationship(reseller, customer, { delegated: true })
    await relationship(reseller, other)
    const holder = await person(customer, [], { fullName: '=Анна "A"' })
    await assignment(await subscription({ provider, customer, friendlyName: 'Office' }), holder)
    await person(customer, ['globalAdmin'], { fullName: 'Ivan' })
    const reader = await readerOf(admin)
    const pages = (customerId: string, filter?: 'licensed') =>
      pagesOf(listCustomerUsers, admin, { customerId, ...(filter ? { filter } : {}) })
    const read = async (filter?: 'licensed') => {
      const file = await whole(csvChunks(usersExport.columns(reader), pages(customer.id, filter), reader))
      return (parse(file, { bom: true, record_delimiter: '\r\n' }) as string[][]).slice(1)
    }
    expect((await read()).map((cells) => cells.slice(1, 7).map(fromInert))).toEqual([
      ['=Анна "A"', holder.email, 'User', 'Active', '', 'Office'],
      ['Ivan', expect.stringContaining('@'), 'Global admin', 'Active', '', ''],
    ])
    expect(await read('licensed')).toHaveLength(1)
    expect(await refusal(pages(other.id).next())).toBe('delegation_missing')
    expect(await refusal(pages(provider.id).next())).toBe('not_found')
  })

  test('of subscriptions begins with the columns of the product, and ends terms on their last day', async () => {
    const { organization: provider } = await founded('provider')
    const actor = actorOf(await person(provider, ['salesAgent']), { locale: 'ru', timeZone: 'America/New_York' })
    const [customer, reseller] = [await organization('customer', { name: '@Клиент' }), await organization('reseller')]
    await partnership(provider, reseller)
    const startedAt = new Date('2026-03-01T00:00:00Z')
    const made = await subscription({ provider, customer, reseller, friendlyName: '-Офис', quantity: 7, startedAt })
    await subscription({ provider, customer, status: 'suspended', offer: { family: 'security' } })
    const reader = await readerOf(actor)
    const read = async (filter: Parameters<typeof listSubscriptions>[1]) => {
      const pages = pagesOf(listSubscriptions, actor, filter)
      const file = await whole(csvChunks(subscriptionsExport.columns(reader), pages, reader))
      return parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]
    }
    const [header, row] = await read({ status: 'active' })
    expect(header?.slice(0, 5)).toEqual([
      'Идентификатор подписки',
      'Подписка',
      'Количество',
      'Состояние',
      'Торговый посредник',
    ])
    expect(row?.slice(0, 7)).toEqual([made.id, "'-Офис", '7', 'Активна', reseller.name, customer.id, "'@Клиент"])
    expect(row?.[12]).toBe('2027-02-28')
    expect(await read({})).toHaveLength(3)
    expect(await read({ family: 'security' })).toHaveLength(2)
    expect(await read({ search: 'офис' })).toHaveLength(2)
  })

  test("of a customer's subscriptions holds what its record shows the reader, by the filter, and of strangers nothing", async () => {
    const [{ organization: provider, admin: seller }, { organization: reseller, admin }] = [
      await founded('provider'),
      await founded('reseller'),
    ]
    await partnership(provider, reseller)
    const [customer, other] = [await organization('customer'), await organization('customer')]
    for (const each of [customer, other]) {
      await relationship(provider, each)
      await relationship(reseller, each, { delegated: each === customer })
    }
    const own = await subscription({ provider, customer, reseller, friendlyName: '100 % of us' })
    const direct = await subscription({ provider, customer, friendlyName: '100 more' })
    await subscription({ provider, customer: other, reseller })
    const read = async (actor: Actor, filter: object = {}) => {
      const found = []
      for await (const page of pagesOf(listSubscriptions, actor, { customerId: customer.id, ...filter }))
        found.push(...page)
      return found.map(({ id }) => id)
    }
    const shown = (await listCustomerSubscriptions(admin, { customerId: customer.id })).rows.map(({ id }) => id)
    expect(shown.toSorted()).toEqual([own.id, direct.id].toSorted())
    for (const actor of [seller, admin]) expect((await read(actor)).toSorted()).toEqual(shown.toSorted())
    expect(await read(admin, { reseller: reseller.id })).toEqual([own.id])
    expect(await read(admin, { search: '100 %' })).toEqual([own.id])
    const stranger = (await founded('provider')).admin
    await expect(read(stranger)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of the activity log says in words what happened, to the second and in the time zone of the reader', async () => {
    const { organization: provider } = await founded('provider')
    const actor = actorOf(await person(provider, ['globalAdmin']), { locale: 'ru', timeZone: 'Asia/Kolkata' })
    await requestPartnership(actor, { ...draft(), locale: 'en', delivery: 'portal', to: 'birch@birch.example' })
    const reader = await readerOf(actor)
    const file = await whole(csvChunks(activityExport.columns(reader), pagesOf(listActivity, actor, {}), reader))
    const [header, ...read] = parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]
    expect(header).toEqual([
      'Дата и время (Asia/Kolkata)',
      'Затронутый клиент',
      'Действие',
      'Что произошло',
      'Пользователь партнера',
      'Организация',
      'Идентификатор запроса',
    ])
    const { rows: shown } = await listActivity(actor, {})
    expect(read).toHaveLength(shown.length)
    for (const [when, , , what, who] of read) {
      expect(when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/)
      expect(what).not.toMatch(/[<>{}]|activity\./)
      expect(who).toBe(actor.fullName)
    }
    expect(read.some(([, , , what]) => what?.includes('birch@birch.example'))).toBe(true)
  })
})
