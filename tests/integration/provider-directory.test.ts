import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import {
  changeProviderLogo,
  editProviderCard,
  publishProviderCard,
  removeProviderLogo,
  unpublishProviderCard,
} from '@/lib/domain/directory/commands'
import { getProviderCard, listProviderCards, viewProvider, viewProviderLogo } from '@/lib/domain/directory/queries'
import { card, cardInput, tinyPng } from '../support/directory'
import { founded, newMark, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { walk } from '../support/paging'
import { readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'

const input = {
  ...cardInput,
  services: [...cardInput.services],
  languages: [...cardInput.languages],
  countries: [...cardInput.countries],
}
const logo = { name: 'logo.png', content: tinyPng }

describe('a provider’s card', () => {
  test('begins with what the organization is, stays unseen until it is published, and then everybody finds it', async () => {
    const { organization: provider, admin } = await founded('provider')
    const beginning = await getProviderCard(admin, {})
    expect(beginning).toMatchObject({ saved: false, name: provider.name, contactEmail: provider.contactEmail })
    expect(beginning.lacking).toEqual(['description', 'services', 'languages'])
    await editProviderCard(admin, input)
    expect(await getProviderCard(admin, {})).toMatchObject({ saved: true, lacking: [], publishedAt: null })
    expect((await listProviderCards(null, { search: provider.mark })).rows).toEqual([])
    expect(await refusal(viewProvider(null, { providerId: provider.id }))).toBe('not_found')
    expect(await refusal(viewProvider(admin, { providerId: provider.id }))).toBe('not_found')
    await publishProviderCard(admin, {})
    const [found] = (await listProviderCards(null, { search: provider.mark })).rows
    expect(found).toMatchObject({ organizationId: provider.id, name: provider.name })
    const { card: seen, visitor } = await viewProvider(null, { providerId: provider.id })
    expect(seen).toMatchObject({ website: cardInput.website, contactEmail: cardInput.contactEmail })
    expect(visitor).toBeNull()
    // Nothing else of the organization stands there.
    expect(JSON.stringify(seen)).not.toContain(provider.contactEmail)
    expect(JSON.stringify(seen)).not.toContain(provider.domain)
    await unpublishProviderCard(admin, {})
    expect(await refusal(viewProvider(null, { providerId: provider.id }))).toBe('not_found')
  })

  test('is recorded with each change, for its own organization alone', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { request, events } = watched()
    await editProviderCard(admin, input, request)
    await publishProviderCard(admin, {}, request)
    await changeProviderLogo(admin, { logo }, request)
    await removeProviderLogo(admin, {}, request)
    await unpublishProviderCard(admin, {}, request)
    const recorded = await events()
    expect(recorded.map(({ type }) => type)).toEqual([
      'providerCard.edited',
      'providerCard.published',
      'providerCard.logoChanged',
      'providerCard.logoChanged',
      'providerCard.unpublished',
    ])
    for (const { readers: told } of recorded) expect(told).toEqual(readers(provider))
  })

  test('is published only when complete, and stays complete while it is published', async () => {
    const { admin } = await founded('provider')
    expect(await refusal(publishProviderCard(admin, {}))).toBe('card_incomplete')
    await editProviderCard(admin, { ...input, services: [], descriptionEn: '', descriptionRu: '' })
    const refused = await refusalOf(publishProviderCard(admin, {}))
    expect([refused.code, Object.keys(refused.fields)]).toEqual(['card_incomplete', ['descriptionEn', 'services']])
    await editProviderCard(admin, input)
    await publishProviderCard(admin, {})
    expect(await refusal(editProviderCard(admin, { ...input, languages: [] }))).toBe('card_incomplete')
    expect((await getProviderCard(admin, {})).languages).toEqual([...cardInput.languages])
  })

  test('leaves the directory while its organization is not verified', async () => {
    const provider = await organization('provider')
    await card(provider)
    await rows(`update "Organization" set "vettingStatus" = 'Rejected' where id = $1`, [provider.id])
    expect((await listProviderCards(null, { search: provider.mark })).rows).toEqual([])
    expect(await refusal(viewProvider(null, { providerId: provider.id }))).toBe('not_found')
  })
})

describe('a logo', () => {
  test('is served to everybody once the card is, before that to its own people', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { admin: stranger } = await founded('reseller')
    const read = (who: Actor | null) => viewProviderLogo(who, { providerId: provider.id })
    expect(await refusal(changeProviderLogo(admin, { logo }))).toBe('not_found')
    await editProviderCard(admin, input)
    await changeProviderLogo(admin, { logo })
    expect(await read(admin)).toMatchObject({ contentType: 'image/png', published: false })
    for (const who of [null, stranger]) expect(await refusal(read(who))).toBe('not_found')
    await publishProviderCard(admin, {})
    const { bytes } = await read(null)
    expect(new Uint8Array(bytes)).toEqual(tinyPng)
    await removeProviderLogo(admin, {})
    expect(await refusal(read(null))).toBe('not_found')
  })

  test.each([
    [
      'an SVG under the name of a picture',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'type',
    ],
    ['what is too large', new Uint8Array(200_001), 'size'],
  ])('cannot be %s, and the one before stays', async (_, content, reason) => {
    const { organization: provider, admin } = await founded('provider')
    await card(provider)
    await changeProviderLogo(admin, { logo })
    const refused = await refusalOf(changeProviderLogo(admin, { logo: { name: 'logo.png', content } }))
    expect([refused.code, refused.parameters.reason]).toEqual(['logo_invalid', reason])
    expect(new Uint8Array((await viewProviderLogo(null, { providerId: provider.id })).bytes)).toEqual(tinyPng)
    expect(await count('ProviderLogo', '"organizationId" = $1', [provider.id])).toBe(1)
  })
})

describe('the directory', () => {
  const mark = newMark()
  const provider = async (name: string, columns: Record<string, unknown> = {}) =>
    card(await organization('provider', { name: `${name} ${mark}` }), columns)

  test('finds by folded names, country, language and service, all of them at once', async () => {
    await provider('Ångström', { countries: ['NO'], languages: ['no'], services: ['security'] })
    await provider('Ель', { countries: ['RU'], languages: ['ru', 'en'], services: ['billing', 'security'] })
    const names = async (filter: object) =>
      (await listProviderCards(null, { search: mark, ...filter } as object)).rows.map(({ name }) => name.split(' ')[0])
    expect(await names({ search: `ANGSTROM ${mark}` })).toEqual(['Ångström'])
    expect(await names({ country: 'RU' })).toEqual(['Ель'])
    expect(await names({ language: 'no' })).toEqual(['Ångström'])
    expect(await names({ service: 'security' })).toEqual(['Ångström', 'Ель'])
    expect(await names({ service: 'security', language: 'en' })).toEqual(['Ель'])
    expect(await names({ service: 'security', language: 'en', country: 'NO' })).toEqual([])
    for (const filter of [
      { country: 'ZZ' },
      { service: 'x' },
      { language: 'xx' },
      { page: '2' },
      { search: 'a\u0000' },
    ])
      expect(await refusal(listProviderCards(null, filter as object))).toBe('input_invalid')
  })

  test('shows every provider once, forth and back, though many have the same name', async () => {
    const twins = newMark()
    for (let number = 0; number < 55; number += 1)
      await card(await organization('provider', { name: `${number % 2 ? 'Twin' : 'TWIN'} ${twins}` }))
    const { forth, back } = await walk((request) => listProviderCards(null, { ...request, search: twins }) as never)
    expect(forth.map((page) => page.length)).toEqual([25, 25, 5])
    expect(new Set(forth.flat().map((row) => (row as { organizationId: string }).organizationId)).size).toBe(55)
    expect(back.flat()).toEqual(forth.flat())
  })
})
