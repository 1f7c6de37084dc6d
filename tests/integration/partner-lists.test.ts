import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listProviders, listResellers } from '@/lib/domain/partnerships/queries'
import { founded, type Organization, organization } from '../support/organizations'
import { walk } from '../support/paging'
import { refusal } from '../support/refusal'
import { partnership } from '../support/relations'

const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

describe.each([
  { title: "a provider's resellers", own: 'provider', other: 'reseller', list: listResellers, nameOf: 'resellerName' },
  { title: "a reseller's providers", own: 'reseller', other: 'provider', list: listProviders, nameOf: 'providerName' },
] as const)('the list of $own partners', ({ own, other, list, nameOf }) => {
  let admin: Actor
  let me: Organization
  const join = (it: Organization, ended = false) =>
    own === 'provider' ? partnership(me, it, { ended }) : partnership(it, me, { ended })
  const namesOf = (page: { rows: object[] }) => page.rows.map((row) => String((row as Record<string, unknown>)[nameOf]))

  beforeAll(async () => {
    const made = await founded(own)
    admin = made.admin
    me = made.organization
    for (let number = 0; number < 64; number += 1)
      await join(await organization(other, { name: number % 3 ? 'Birch Trading' : 'birch trading' }))
    await join(
      await organization(other, { name: 'Ångström 100% pure_gold\\silver', domain: `angstrom-${Date.now()}.example` }),
    )
    await join(await organization(other, { name: 'Ended Partners' }), true)
    const stranger = await organization(own)
    const theirs = await organization(other, { name: 'Foreign Partners' })
    await (own === 'provider' ? partnership(stranger, theirs) : partnership(theirs, stranger))
  })

  test('shows every partner once, forth and back, though 64 have the same name', async () => {
    const { forth, back } = await walk<object>((request) => list(admin, request) as never)
    const ids = forth.flat().map((row) => (row as { id: string }).id)
    expect(ids).toHaveLength(65)
    expect(new Set(ids).size).toBe(65)
    expect(back.flat()).toEqual(forth.flat())
    expect(forth.map((page) => page.length)).toEqual([25, 25, 15])
    expect(namesOf({ rows: forth[0] ?? [] })[0]).toContain('Ångström')
    const equal = ids.slice(1)
    expect(equal).toEqual([...equal].sort(inOrder))
  })

  test('pages through what a search finds, too', async () => {
    const { forth, back } = await walk((request) => list(admin, { ...request, search: 'BIRCH' }) as never)
    expect(forth.flat()).toHaveLength(64)
    expect(back.flat()).toEqual(forth.flat())
  })

  test.each([
    'ångström',
    'ANGSTROM',
    'angström',
    'Ångstrom',
    'strom 100',
    '100%',
    '%',
    'pure_gold',
    '_',
    '\\',
    'gold\\sil',
    'angstrom-',
  ])('finds one by %s', async (search) => {
    expect(namesOf(await list(admin, { search }))).toEqual(['Ångström 100% pure_gold\\silver'])
  })

  test.each(['Ended', 'Foreign', '1%0', 'b%g', 'b_rch', '%%', "' or true --", '\\%'])(
    'finds nothing by %s',
    async (search) => {
      expect((await list(admin, { search })).rows).toEqual([])
    },
  )

  test('finds by MPN id and by domain', async () => {
    const wanted = await organization(other, { name: 'Cedar' })
    await join(wanted)
    expect(namesOf(await list(admin, { search: wanted.mpnId ?? '' }))).toEqual(['Cedar'])
    expect(namesOf(await list(admin, { search: wanted.domain }))).toEqual(['Cedar'])
  })

  test('takes an empty search for none', async () => expect((await list(admin, { search: '' })).rows).toHaveLength(25))

  test('refuses a search that is no text', async () => {
    for (const search of [{ contains: 'a' }, ['a'], 'a\u0000b', 'x'.repeat(500)]) {
      expect(await refusal(list(admin, { search: search as never }))).toBe('input_invalid')
    }
  })
})
