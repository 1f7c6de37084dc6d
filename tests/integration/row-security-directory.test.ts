import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedFor, card, known } from '../support/directory'
import { type Organization, organization } from '../support/organizations'

// What wall two refuses, whatever the code above it gets wrong: statements sent as the application's own role.

const application = new pg.Client({ connectionString: process.env.APPLICATION_DATABASE_URL })
let provider: Organization
let hidden: Organization
let reseller: Organization
let stranger: Organization
let requestId: string

beforeAll(async () => {
  await application.connect()
  ;[provider, hidden] = [await organization('provider'), await organization('provider')]
  ;[reseller, stranger] = [await organization('reseller'), await organization('reseller')]
  await card(provider)
  await card(hidden, { published: false })
  requestId = await askedFor(reseller, provider)
})
afterAll(() => application.end())

/** Runs one statement as an organization, or as nobody, and rolls it back; answers how many rows it touched or why not. */
async function attempt(as: Organization | null, statement: string, values: unknown[] = []): Promise<number | string> {
  await application.query('begin')
  await application.query(`select set_config('app.organization_id', $1, true)`, [as?.id ?? ''])
  try {
    return (await application.query(statement, values)).rowCount ?? 0
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown'
  } finally {
    await application.query('rollback')
  }
}

const refused = '42501'

describe('a card', () => {
  test('is read by strangers only while it is listed, and written by its own organization alone', async () => {
    const read = 'select from "ProviderCard" where "organizationId" = $1'
    for (const who of [null, reseller, provider]) {
      expect(await attempt(who, read, [provider.id])).toBe(1)
      expect(await attempt(who, read, [hidden.id])).toBe(0)
    }
    expect(await attempt(hidden, read, [hidden.id])).toBe(1)
    const publish = 'update "ProviderCard" set "publishedAt" = now() where "organizationId" = $1'
    for (const who of [null, provider, reseller]) expect(await attempt(who, publish, [hidden.id])).toBe(0)
    const write = `insert into "ProviderCard" ("organizationId", name, country, region, "sortName", search, "contactName", "contactEmail", "updatedByName")
      values ($1, 'n', 'DE', 'europe', 'n', 'n', 'n', 'n', 'n')`
    expect(await attempt(reseller, write, [reseller.id])).toBe(refused)
    expect(await attempt(provider, write, [reseller.id])).toBe(refused)
  })

  test('gives nothing else of its organization away', async () => {
    for (const table of ['Organization', 'SupportProfile', 'LegalProfile', 'User'])
      expect(
        await attempt(
          reseller,
          `select from "${table}" where "${table === 'Organization' ? 'id' : 'organizationId'}" = $1`,
          [provider.id],
        ),
      ).toBe(0)
  })
})

describe('a request for an invitation', () => {
  const ask = `insert into "InvitationRequest" (id, status, "resellerId", "resellerName", "resellerDomain", "resellerCountry", "providerId",
    "providerName", "askedByUserId", "askedByName", "askedByEmail", "askedByLocale")
    values ($1, $4::"InvitationRequestStatus", $2, 'r', 'r', 'DE', $3, 'p', $1, 'n', 'n', 'en')`

  test('is made in nobody else’s name, of no card that is hidden, and begins without an answer', async () => {
    const as = (who: Organization, from: Organization, to: Organization, status = 'pending') =>
      attempt(who, ask, [randomUUID(), from.id, to.id, status])
    expect(await as(stranger, stranger, provider)).toBe(1)
    expect(await as(stranger, reseller, provider)).toBe(refused)
    expect(await as(provider, stranger, provider)).toBe(refused)
    expect(await as(stranger, stranger, hidden)).toBe(refused)
    expect(await as(stranger, stranger, provider, 'invited')).toBe(refused)
    expect(await as(hidden, hidden, provider)).toBe(refused)
  })

  test('is answered by the provider and withdrawn by the reseller, and neither does the other’s', async () => {
    const set = (who: Organization, status: string) =>
      attempt(who, `update "InvitationRequest" set status = $2::"InvitationRequestStatus" where id = $1`, [
        requestId,
        status,
      ])
    expect([await set(provider, 'declined'), await set(reseller, 'withdrawn')]).toEqual([1, 1])
    expect([await set(hidden, 'declined'), await set(stranger, 'withdrawn')]).toEqual([0, 0])
    expect([await set(provider, 'withdrawn'), await set(reseller, 'invited')]).toEqual([refused, refused])
    // The parties themselves never change.
    const move = 'update "InvitationRequest" set "resellerId" = $2 where id = $1'
    expect(await attempt(reseller, move, [requestId, stranger.id])).toBe(refused)
    const answered = await askedFor(stranger, hidden, { status: 'declined' })
    for (const who of [stranger, hidden])
      expect(
        await attempt(who, `update "InvitationRequest" set status = 'invited' where id = $1`, [answered]),
        'an answer is final',
      ).toBe(0)
  })

  test('lets the two write to each other, and nobody else', async () => {
    const write = `insert into "Mail" (id, "organizationId", letter, locale, parameters, "toAddress") values ($1, $2, 'x', 'en', '{}', 'x')`
    const to = (who: Organization, whom: Organization) => attempt(who, write, [randomUUID(), whom.id])
    expect([await to(reseller, provider), await to(provider, reseller)]).toEqual([1, 1])
    expect([await to(stranger, provider), await to(provider, hidden)]).toEqual([refused, refused])
  })
})

describe('a known customer', () => {
  test('is one reseller’s own', async () => {
    const id = await known(reseller)
    for (const statement of [
      'select from "KnownCustomer" where id = $1',
      'delete from "KnownCustomer" where id = $1',
    ]) {
      expect(await attempt(reseller, statement, [id])).toBe(1)
      for (const who of [stranger, provider, null]) expect(await attempt(who, statement, [id])).toBe(0)
    }
    const write = `insert into "KnownCustomer" (id, "resellerId", name, "sortName", search, domain, "importedByName")
      values ($1, $2, 'n', 'n', 'n', 'd.example', 'n')`
    expect(await attempt(stranger, write, [randomUUID(), reseller.id])).toBe(refused)
    expect(await attempt(provider, write, [randomUUID(), provider.id])).toBe(refused)
    expect(await attempt(stranger, `select from search_known_customers(null, null, null, false, 10)`)).toBe(0)
  })
})
