import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '@/lib/core/token'
import { invitationFrom } from '../support/invitations'
import { founded, type Organization } from '../support/organizations'
import { insert, row, rows } from '../support/owner'
import { partnership, relationship } from '../support/relations'
import { subscription } from '../support/subscriptions'

// What wall two refuses to write, whatever the code above it gets wrong: statements sent as the application's own role.

const application = new pg.Client({ connectionString: process.env.APPLICATION_DATABASE_URL })
let own: Organization
let victim: Organization
let victimUserId: string

beforeAll(async () => {
  await application.connect()
  own = (await founded('provider')).organization
  const { organization, admin } = await founded('reseller')
  victim = organization
  victimUserId = admin.userId
})
afterAll(() => application.end())

/** Runs one statement as a tenant in a transaction that is rolled back; answers how many rows it touched or why not. */
async function attempt(statement: string, values: unknown[], { as = own.id, key = '' } = {}): Promise<number | string> {
  await application.query('begin')
  await application.query(`select set_config('app.organization_id', $1, true), set_config('app.key_hash', $2, true)`, [
    as,
    key,
  ])
  try {
    return (await application.query(statement, values)).rowCount ?? 0
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown'
  } finally {
    await application.query('rollback')
  }
}

const refused = '42501'

describe('a tenant cannot', () => {
  test('choose for people of another organization what they are told of, nor see it, even where it administers them', async () => {
    const { organization: customer, admin } = await founded('customer')
    await relationship(own, customer, { delegated: true })
    const statement = `insert into "NoticeChoice" ("userId", "organizationId", "portalOff", "mailOff") values ($1, $2, '{partners}', '{}')`
    expect(await attempt(statement, [admin.userId, own.id])).toBe(refused)
    expect(await attempt(statement, [admin.userId, customer.id])).toBe(refused)
    await rows(statement, [admin.userId, customer.id])
    expect(await attempt('select from "NoticeChoice" where "userId" = $1', [admin.userId])).toBe(0)
    expect(await attempt(`update "NoticeChoice" set "mailOff" = '{partners}'`, [])).toBe(0)
    expect(await attempt('select from "NoticeChoice"', [], { as: customer.id })).toBe(1)
  })

  test('change what a subscription is, where it may administer it', async () => {
    const [{ organization: seller }, { organization: customer }] = [
      await founded('provider'),
      await founded('customer'),
    ]
    await relationship(seller, customer)
    await relationship(own, customer)
    await insert('TenantOwner', {
      id: randomUUID(),
      customerId: customer.id,
      partnerId: own.id,
      grantedByName: 'Somebody',
    })
    const { id } = await subscription({ provider: seller, customer, offer: { family: 'azure' } })
    const set = (change: string, as = own.id) =>
      attempt(`update "Subscription" set ${change} where id = $1`, [id], { as })
    expect(await set(`"friendlyName" = 'Cloud', status = 'suspended', version = version + 1`)).toBe(1)
    for (const as of [own.id, customer.id])
      for (const change of [
        `"resellerId" = '${own.id}'`,
        `"supportContactId" = '${own.id}'`,
        `"listUnitPrice" = 0`,
        'quantity = 300',
        `"termEndsAt" = now() + interval '9 years'`,
        `status = 'deleted'`,
      ])
        expect(await set(change, as), change).toBe(refused)
    expect(await set('quantity = 300', seller.id)).toBe(1)
  })

  test('open a session for a person of another organization', async () => {
    const statement = `insert into "Session" (id, "userId", "organizationId", "tokenHash", "expiresAt") values ($1, $2, $3, $4, now() + interval '1 hour')`
    expect(await attempt(statement, [randomUUID(), victimUserId, own.id, randomUUID()])).toBe(refused)
    expect(await attempt(statement, [randomUUID(), victimUserId, victim.id, randomUUID()])).toBe(refused)
  })

  test('make itself the partner of a reseller, or give itself admin access', async () => {
    const names = Object.fromEntries(
      ['providerName', 'resellerName', 'providerSortName', 'resellerSortName', 'providerSearch', 'resellerSearch'].map(
        (name) => [name, 'x'],
      ),
    )
    const columns = ['id', 'providerId', 'resellerId', ...Object.keys(names)].map((name) => `"${name}"`).join(', ')
    const statement = `insert into "Partnership" (${columns}) values ($1, $2, $3, 'x', 'x', 'x', 'x', 'x', 'x')`
    expect(await attempt(statement, [randomUUID(), own.id, victim.id])).toBe(refused)
    // Not even the reseller itself without a link of that provider in hand.
    expect(await attempt(statement, [randomUUID(), own.id, victim.id], { as: victim.id })).toBe(refused)
    const partnershipId = await partnership(own, victim)
    await rows('update "PartnershipAdminAccess" set "revokedAt" = now() where "partnershipId" = $1', [partnershipId])
    expect(
      await attempt('update "PartnershipAdminAccess" set "revokedAt" = null where "partnershipId" = $1', [
        partnershipId,
      ]),
    ).not.toBe(1)
    expect(await attempt('update "Partnership" set "resellerId" = $2 where id = $1', [partnershipId, own.id])).toBe(
      refused,
    )
  })

  test('take delegated administration back after the customer removed it', async () => {
    const { organization: customer } = await founded('customer')
    const relationshipId = await relationship(own, customer, { delegated: true })
    await rows('update "DelegatedAdministration" set "revokedAt" = now() where "customerRelationshipId" = $1', [
      relationshipId,
    ])
    expect(
      await attempt('update "DelegatedAdministration" set "revokedAt" = null where "customerRelationshipId" = $1', [
        relationshipId,
      ]),
    ).not.toBe(1)
    expect(
      await attempt('update "CustomerRelationship" set "customerId" = $2 where id = $1', [relationshipId, victim.id]),
    ).toBe(refused)
  })

  test('enter into a relationship with a partner that did not ask', async () => {
    const { organization: customer } = await founded('customer')
    const statement = `insert into "CustomerRelationship" (id, "partnerId", "customerId", "partnerKind", "partnerName", "customerName", "customerDomain", "partnerSortName", "customerSortName", "customerSearch")
      values ($1, $2, $3, 'reseller', 'x', 'x', 'x', 'x', 'x', 'x')`
    expect(await attempt(statement, [randomUUID(), victim.id, customer.id], { as: customer.id })).toBe(refused)
  })

  test('hang a link of its own onto a foreign invitation', async () => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'partnership', { to: 'office@birch.example' })
    const statement = `insert into "InvitationLink" (id, "invitationId", "issuerOrganizationId", "tokenHash", salt, "replacedAt") values ($1, $2, $3, $4, 'x', now())`
    expect(await attempt(statement, [randomUUID(), invitationId, own.id, randomUUID()])).toBe(refused)
  })

  test('rewrite an invitation it merely holds the link of', async () => {
    const { admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'partnership', { to: 'office@birch.example' })
    const key = hashToken(token)
    const change = (set: string) => attempt(`update "Invitation" set ${set} where id = $1`, [invitationId], { key })
    expect(await change(`"expiresAt" = now() + interval '9 years'`)).toBe(refused)
    expect(await change(`"addressee" = 'me@evil.example'`)).toBe(refused)
    expect(await change(`"maxUses" = 500`)).toBe(refused)
    expect(await change(`"status" = 'revoked', "revokedAt" = now()`)).toBe(refused)
    expect(await change(`"uses" = 1, "status" = 'accepted'`)).toBe(1)
  })

  test('read a foreign event by adding itself to its readers, or put one into a foreign log', async () => {
    const { admin, organization } = await founded('provider')
    await invitationFrom(admin, 'partnership', { to: 'office@birch.example' })
    const { id } = await row<{ id: string }>('select id from "AuditEvent" where "actorOrganizationId" = $1 limit 1', [
      organization.id,
    ])
    const entry = `insert into "ActivityEntry" ("eventId", "organizationId", type) values ($1, $2, 'x')`
    expect(await attempt(entry, [id, own.id])).toBe(refused)
    expect(await attempt('select from "AuditEvent" where id = $1', [id])).toBe(0)
    const event = `insert into "AuditEvent" (id, type, "actorOrganizationId", details) values ($1, 'x', $2, '{}')`
    expect(await attempt(event, [randomUUID(), victim.id])).toBe(refused)
  })

  test('found anybody who is verified already, unless it is the operator, or a provider for a customer', async () => {
    const { organization: operator } = await founded('operator')
    const { organization: provider, admin } = await founded('provider')
    const statement = `insert into "Organization" (id, kind, name, domain, country, region, "contactName", "contactEmail", "vettingStatus")
      values ($1, $2::"OrganizationKind", 'x', $3, 'DE', 'europe', 'x', 'x@x.example', $4::"VettingStatus")`
    const found = (kind: string, standing: string, context: { as?: string; key?: string; id?: string } = {}) => {
      const { id = randomUUID(), ...who } = context
      return attempt(statement, [id, kind, `${randomUUID()}.example`, standing], who)
    }
    const nobody = { as: '' }
    const itself = randomUUID()
    for (const standing of ['Authorized', 'Pending', 'Rejected']) {
      expect(await found('reseller', standing, nobody)).toBe(refused)
      expect(await found('reseller', standing, { id: itself, as: itself })).toBe(refused)
      expect(await found('reseller', standing, { as: provider.id })).toBe(refused)
    }
    for (const kind of ['operator', 'provider', 'customer'])
      for (const standing of ['Authorized', 'None']) expect(await found(kind, standing, nobody)).toBe(refused)
    for (const kind of ['operator', 'provider'])
      expect(await found(kind, 'Authorized', { as: provider.id })).toBe(refused)
    expect(await found('customer', 'Authorized', { as: victim.id })).toBe(refused)

    expect(await found('reseller', 'None', nobody)).toBe(1)
    expect(await found('customer', 'Authorized', { as: provider.id })).toBe(1)
    for (const kind of ['provider', 'reseller', 'customer'])
      expect(await found(kind, 'Authorized', { as: operator.id })).toBe(1)
    const key = async (kind: 'customer' | 'partnership') => hashToken((await invitationFrom(admin, kind)).token)
    expect(await found('customer', 'Authorized', { ...nobody, key: await key('customer') })).toBe(1)
    expect(await found('customer', 'Authorized', { ...nobody, key: await key('partnership') })).toBe(refused)
    expect(await found('reseller', 'Authorized', { ...nobody, key: await key('partnership') })).toBe(refused)
  })

  test('change what it is, or mail to people of organizations it does not know', async () => {
    expect(await attempt(`update "Organization" set kind = 'operator' where id = $1`, [own.id])).toBe(refused)
    const { organization: stranger } = await founded('reseller')
    const mail = `insert into "Mail" (id, "organizationId", letter, locale, parameters) values ($1, $2, 'x', 'en', '{}')`
    expect(await attempt(mail, [randomUUID(), stranger.id])).toBe(refused)
    expect(await attempt(mail, [randomUUID(), own.id])).toBe(1)
  })
})
