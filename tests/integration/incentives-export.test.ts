import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listIncentives } from '@/lib/domain/incentives/queries'
import { pagesOf } from '@/lib/web/export'
import { csvChunks, csvDelimiter, fromInert } from '@/lib/web/exports/csv'
import { incentivesExport } from '@/lib/web/exports/incentives'
import { xlsxChunks } from '@/lib/web/exports/xlsx'
import { charge } from '../support/charges'
import { readerOf, whole } from '../support/exports'
import { anotherReseller, type Trade, trade } from '../support/levers'
import { actorOf, member, person } from '../support/organizations'
import { refusal } from '../support/refusal'
import { subscription } from '../support/subscriptions'
import { fileOf, sheetOf } from '../support/xlsx'

const month = '2026-11'
const november = new Date('2026-11-01T00:00:00Z')

const bill = ({ provider, customer, reseller }: Trade, of: { id: string }, amount: string, more: object = {}) =>
  charge(of, { provider, customer, reseller, amount, month: november, ...more })

async function csvOf(actor: Actor, filter: Parameters<typeof listIncentives>[1] = { month }): Promise<string[][]> {
  const reader = await readerOf(actor)
  const file = await whole(csvChunks(incentivesExport.columns(reader), pagesOf(listIncentives, actor, filter), reader))
  return parse(file, { bom: true, delimiter: csvDelimiter[actor.locale], record_delimiter: '\r\n' }) as string[][]
}

describe('the export of incentives', () => {
  test('has the rows of the list with exact amounts, in the words of its reader', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, customer, reseller, sold } = made
    const named = await subscription({
      provider,
      customer,
      reseller,
      friendlyName: '=Офис',
      offer: { family: 'voice' },
    })
    await bill(made, sold, '1234567.89')
    await bill(made, named, '70.00')
    await bill(made, named, '-69.90')
    await bill(made, sold, '500.00', { month: new Date('2026-10-01T00:00:00Z') })
    const actor = actorOf(await person(provider, ['salesAgent']), { locale: 'ru' })
    const [header, ...read] = await csvOf(actor)
    const { words } = await readerOf(actor)
    expect(header?.slice(0, 3)).toEqual(
      ['incentives.month', 'exports.subscriptionId', 'incentives.subscription'].map(words as never),
    )
    const cells = read.map((row) => row.map(fromInert))
    const row = (id: string) => cells.find(([, subscriptionId]) => subscriptionId === id)
    expect(cells).toHaveLength(2)
    expect(row(sold.id)).toEqual([
      ...[month, sold.id, sold.title, customer.id, customer.name, 'Office 365', reseller.name, 'EUR'],
      ...['1234567,89', '0,06', '74074,07'],
    ])
    expect(row(named.id)?.slice(8)).toEqual(['0,10', '0,05', '0,01'])
    // What looks like a formula is text to a spreadsheet.
    expect(read.flat().filter((cell) => cell.startsWith('='))).toEqual([])
  })

  test('has every row once, however many pages the list has, and as numbers for Excel', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, customer, reseller, ofProvider } = made
    const ids: string[] = []
    for (let number = 0; number < 27; number += 1) {
      const { id } = await subscription({ provider, customer, reseller })
      await bill(made, { id }, '10.10')
      ids.push(id)
    }
    const { next } = await listIncentives(ofProvider, { month })
    expect(next).not.toBeNull()
    const read = (await csvOf(ofProvider, { month, after: next ?? '' })).slice(1)
    expect(read.map(([, id]) => id).sort()).toEqual(ids.sort())
    const reader = await readerOf(ofProvider)
    const pages = pagesOf(listIncentives, ofProvider, { month })
    const sheet = sheetOf(await fileOf(xlsxChunks('t', incentivesExport.columns(reader), pages, reader)))
    expect(sheet).toHaveLength(28)
    expect(sheet[1]?.slice(8)).toEqual([10.1, 0.06, 0.61])
  })

  test('holds for a reseller what it earns itself, and is refused to whom the list is refused', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, reseller, sold, ofReseller } = made
    const rival = await anotherReseller(made)
    await bill(made, sold, '10.00')
    await bill(made, sold, '20.00', { reseller: rival })
    const [, ...own] = await csvOf(ofReseller)
    expect(own.map((row) => row[8])).toEqual(['10.00'])
    expect(JSON.stringify(own)).not.toContain(rival.name)
    expect(await csvOf(await member(provider, 'billingAdmin'), { month, reseller: rival.id })).toHaveLength(2)
    for (const side of [provider, reseller])
      expect(await refusal(pagesOf(listIncentives, await member(side, 'helpdeskAgent'), { month }).next())).toBe(
        'role_missing',
      )
    expect(await refusal(pagesOf(listIncentives, null, { month }).next())).toBe('not_signed_in')
  })
})
