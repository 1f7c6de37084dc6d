import { setTimeout as sleep } from 'node:timers/promises'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import { invitationFrom } from '../../support/invitations'
import { signedIn } from '../../support/organizations'
import { count, row } from '../../support/owner'
import { times } from '../../support/property'
import { partnership } from '../../support/relations'
import { type Outcome, outcomeOf, press, pressRequest } from '../support/actions'
import type { ActionName } from '../support/doors'
import { begin } from '../support/http'
import { type Company, company, cookieName, person } from '../support/people'
import { expect, test } from '../support/test'

const kinds: InvitationKind[] = ['partnership', 'customer', 'customerTwoParty']
const atOnce = 200

interface Scene {
  invitationId: string
  token: string
  cookies: string[]
}

for (const kind of kinds) {
  test(`${atOnce} simultaneous acceptances of one link make exactly one relationship (${kind})`, async ({ portal }) => {
    for (let round = 1; round <= times(2, 20); round += 1) {
      // In turn: one organization pressing again and again, and many that race for the only use of an open link.
      const scene = await (round % 2 ? oneOrganization(kind) : manyOrganizations(kind))
      const outcomes = await acceptAtOnce(portal.origin, kind, scene)
      const told = tally(outcomes)
      expect(
        outcomes.filter(({ status }) => status >= 500),
        JSON.stringify(told),
      ).toEqual([])
      expect(told.redirected, JSON.stringify(told)).toBe(1)
      const { redirected, ...others } = told
      for (const result of Object.keys(others)) expect(cleanAnswers).toContain(result)
      await expectOneOfEach(kind, scene.invitationId)
    }
  })
}

const cleanAnswers = ['already_partners', 'already_customer', 'invitation_used', 'invitation_not_active']

test('an acceptance and a revocation at the same moment: never both', async ({ portal }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const issuer = `${cookieName}=${await signedIn(provider.admin)}`
  const won = { accepted: 0, revoked: 0 }
  for (let round = 1; round <= times(10, 100); round += 1) {
    const reseller = await company('reseller', 'Alder IT GmbH')
    const { token, invitationId } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
    const cookie = `${cookieName}=${await signedIn(reseller.admin)}`
    const accepting = { action: 'acceptPartnershipAction' as const, path: `/invite/${token}`, cookie }
    const revoking = { action: 'revokeInvitationAction' as const, path: `/invitations/${invitationId}`, cookie: issuer }
    const { origin } = portal
    const [accepted, revoked] = await Promise.all([
      press({ ...accepting, origin, fields: { token, agreed: 'on' } }),
      // An acceptance takes longer: with a head start of some milliseconds both get to win.
      sleep((round % 5) * 6).then(() => press({ ...revoking, origin, fields: { invitationId } })),
    ])
    const { status } = await row<{ status: string }>('select status from "Invitation" where id = $1', [invitationId])
    const partnerships = await count('Partnership', '"invitationId" = $1', [invitationId])
    expect([accepted.status, revoked.status].every((each) => each < 500)).toBe(true)
    expect([accepted.result === 'redirected', revoked.result === 'done', status, partnerships]).toEqual(
      status === 'accepted' ? [true, false, 'accepted', 1] : [false, true, 'revoked', 0],
    )
    won[status as 'accepted' | 'revoked'] += 1
  }
  console.log(`acceptances first: ${won.accepted}, revocations first: ${won.revoked}`)
})

function tally(outcomes: Outcome[]): Record<string, number> {
  const told: Record<string, number> = {}
  for (const { result } of outcomes) told[result] = (told[result] ?? 0) + 1
  return told
}

async function acceptAtOnce(origin: string, kind: InvitationKind, { token, cookies }: Scene): Promise<Outcome[]> {
  const action: ActionName = kind === 'partnership' ? 'acceptPartnershipAction' : 'authorizeRelationshipsAction'
  const ticks: Record<string, string> = kind === 'partnership' ? { agreed: 'on' } : { agreed: 'on', agreement: 'on' }
  const asked = await Promise.all(
    Array.from({ length: atOnce }, (_, number) => {
      const cookie = cookies[number % cookies.length]
      return pressRequest({ origin, action, path: `/invite/${token}`, fields: { token, ...ticks }, cookie })
    }),
  )
  // Everything but the last byte is there before the first of them is complete.
  const begun = asked.map((each) => begin(origin, each))
  await Promise.all(begun.map(({ sent }) => sent))
  return (await Promise.all(begun.map(({ finish }) => finish()))).map(outcomeOf)
}

async function issuerOf(kind: InvitationKind): Promise<{ issuer: Company; provider?: Company }> {
  if (kind === 'partnership') return { issuer: await company('provider', 'Nordlicht Distribution') }
  const issuer = await company('reseller', 'Alder IT GmbH')
  if (kind === 'customer') return { issuer }
  const provider = await company('provider', 'Nordlicht Distribution')
  await partnership(provider.organization, issuer.organization)
  return { issuer, provider }
}

async function oneOrganization(kind: InvitationKind): Promise<Scene> {
  const { issuer, provider } = await issuerOf(kind)
  const invited = await company(kind === 'partnership' ? 'reseller' : 'customer', 'Cedar Cloud')
  const colleague = await person(invited.organization, ['globalAdmin'])
  const second = provider ? { provider: provider.organization } : {}
  const issued = await invitationFrom(issuer.actor, kind, { to: invited.admin.email, ...second })
  return { ...issued, cookies: await cookiesOf([invited.admin, colleague]) }
}

async function manyOrganizations(kind: InvitationKind): Promise<Scene> {
  const { issuer, provider } = await issuerOf(kind)
  const invited = await Promise.all(
    Array.from({ length: 20 }, () => company(kind === 'partnership' ? 'reseller' : 'customer', 'Cedar Cloud')),
  )
  const second = provider ? { provider: provider.organization } : {}
  const issued = await invitationFrom(issuer.actor, kind, { maxUses: 1, ...second })
  return { ...issued, cookies: await cookiesOf(invited.map(({ admin }) => admin)) }
}

async function cookiesOf(people: Company['admin'][]): Promise<string[]> {
  return Promise.all(people.map(async (each) => `${cookieName}=${await signedIn(each)}`))
}

async function expectOneOfEach(kind: InvitationKind, invitationId: string): Promise<void> {
  const expected = kind === 'customerTwoParty' ? 2 : 1
  const table = kind === 'partnership' ? 'Partnership' : 'CustomerRelationship'
  const event = kind === 'partnership' ? 'partnership.accepted' : 'customerRelationship.authorized'
  expect(await count(table, '"invitationId" = $1', [invitationId])).toBe(expected)
  expect(await count('InvitationAcceptance', '"invitationId" = $1', [invitationId])).toBe(1)
  const recorded = `type = '${event}' and details->>'invitationId' = $1`
  expect(await count('AuditEvent', recorded, [invitationId])).toBe(expected)
  const { uses, status } = await row<{ uses: number; status: string }>(
    'select uses, status from "Invitation" where id = $1',
    [invitationId],
  )
  expect({ uses, status }).toEqual({ uses: 1, status: 'accepted' })
}
