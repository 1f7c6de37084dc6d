import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { invitationFrom } from '../../support/invitations'
import { signedIn } from '../../support/organizations'
import { count, rows } from '../../support/owner'
import { times } from '../../support/property'
import type { Portal } from '../stage/portal'
import { until } from '../stage/programs'
import type { Outcome, Press } from '../support/actions'
import { type Company, company, cookieName } from '../support/people'
import { expect, test } from '../support/test'
import { expectLettersMatchOutbox, killUntil, letLocksLapse, persist } from './killing'

test.use({ portalName: 'crash' })

const each = times(15, 100)
const accepted = ['redirected', 'already_partners']

test('processes killed in the middle of acceptances and sends: nothing acknowledged is lost, nothing doubled, no letter without its change', async ({
  portal,
}) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const resellers = await Promise.all(Array.from({ length: each }, () => company('reseller', 'Alder IT GmbH')))
  const own = portal.own as Portal
  const clients = [
    ...(await acceptances(portal.origin, provider, resellers)),
    ...(await sends(portal.origin, provider)),
  ]
  const window = times(6_000, 40_000)
  const work = Promise.all(
    clients.map(async (client) => sleep(randomInt(window)).then(() => persist(client, accepted))),
  )
  const kills = await killUntil(work, own, portal.mailDirectory, 300)
  const acknowledged = await work
  console.log(`${acknowledged.length} acts acknowledged, processes killed: ${kills.web} web, ${kills.worker} worker`)
  expect(kills.web).toBeGreaterThan(0)
  expect(kills.worker).toBeGreaterThan(0)

  await expectEverySendThere(acknowledged)
  await expectOnePartnershipEach(provider, resellers)
  await letLocksLapse(own)
  await until('the outbox to be empty', async () => (await count('Mail', `status = 'queued'`)) === 0, 90_000)
  await expectLettersMatchOutbox(portal.mailDirectory)
})

async function acceptances(origin: string, provider: Company, resellers: Company[]): Promise<Press[]> {
  return Promise.all(
    resellers.map(async ({ admin }) => {
      const { token } = await invitationFrom(provider.actor, 'partnership', { to: admin.email })
      const cookie = `${cookieName}=${await signedIn(admin)}`
      const fields = { token, agreed: 'on' }
      return { origin, action: 'acceptPartnershipAction', path: `/invite/${token}`, fields, cookie } as const
    }),
  )
}

async function sends(origin: string, provider: Company): Promise<Press[]> {
  const cookie = `${cookieName}=${await signedIn(provider.admin)}`
  const path = '/indirect-resellers/request-partnership'
  const draft = { locale: 'en', message: 'Hello\n\n{link}\n\nBye', validDays: '30', delivery: 'portal' }
  return Array.from({ length: each }, (_, number) => {
    const fields = { ...draft, to: `number${number}@${provider.organization.domain}` }
    return { origin, action: 'requestPartnershipAction', path, fields, cookie } as const
  })
}

async function expectEverySendThere(acknowledged: Outcome[]): Promise<void> {
  const ids = acknowledged.flatMap(
    ({ redirectTo }) => /^\/invitations\/([0-9a-f-]{36})/.exec(redirectTo ?? '')?.[1] ?? [],
  )
  expect(ids).toHaveLength(each)
  expect(await count('Invitation', 'id = any($1)', [ids])).toBe(each)
  const created = `type = 'invitation.created' and details->>'invitationId' = any($1)`
  expect(await count('AuditEvent', created, [ids])).toBe(each)
}

async function expectOnePartnershipEach(provider: Company, resellers: Company[]): Promise<void> {
  const found = await rows<{ resellerId: string }>('select "resellerId" from "Partnership" where "providerId" = $1', [
    provider.organization.id,
  ])
  const expected = resellers.map(({ organization }) => organization.id).sort()
  expect(found.map(({ resellerId }) => resellerId).sort()).toEqual(expected)
  expect(await count('AuditEvent', `type = 'partnership.accepted'`)).toBe(each)
  expect(await count('PartnershipAdminAccess', '"providerId" = $1', [provider.organization.id])).toBe(each)
}
