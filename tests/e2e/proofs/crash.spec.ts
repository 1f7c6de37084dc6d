import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { invitationFrom } from '../../support/invitations'
import { signedIn } from '../../support/organizations'
import { count, row, rows } from '../../support/owner'
import { times } from '../../support/property'
import { readLetters } from '../stage/mail-sink'
import type { Portal } from '../stage/portal'
import { until } from '../stage/programs'
import { type Outcome, type Press, press } from '../support/actions'
import { type Company, company, cookieName } from '../support/people'
import { expect, test } from '../support/test'

test.use({ portalName: 'crash' })

const each = times(15, 100)

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
  const work = Promise.all(clients.map(async (client) => sleep(randomInt(window)).then(() => persist(client))))
  const kills = await killUntil(work, own, portal.mailDirectory)
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

/** Presses again until the portal has answered, as a person would. */
async function persist(client: Press): Promise<Outcome> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    const outcome = await press(client).catch(() => null)
    if (!outcome || outcome.status >= 500) continue
    if (!['redirected', 'already_partners'].includes(outcome.result)) throw new Error(`Refused: ${outcome.text}`)
    return outcome
  }
  throw new Error('A minute was not enough.')
}

async function killUntil(work: Promise<unknown>, { web, worker, ready }: Portal, mailDirectory: string) {
  const kills = { web: 0, worker: 0 }
  let done = false
  const note = () => {
    done = true
  }
  work.then(note, note)
  while (!done) {
    const victim = kills.web > kills.worker ? 'worker' : 'web'
    // The worker dies while the mail server hesitates to confirm a letter it has taken.
    if (victim === 'worker') await nextLetter(mailDirectory, 2_000)
    else await sleep(randomInt(100, 700))
    const program = victim === 'web' ? web : worker
    await program?.kill('SIGKILL')
    program?.restart()
    kills[victim] += 1
    if (victim === 'web') await ready()
  }
  return kills
}

async function nextLetter(mailDirectory: string, patience: number): Promise<void> {
  const already = readLetters(mailDirectory).length
  await until('another letter', () => readLetters(mailDirectory).length > already, patience).catch(() => undefined)
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

/**
 * graphile-worker takes a job that a dead worker holds up again after four hours, which begin here at once: the letters
 * that were on their way when a worker was killed are not lost, but late.
 */
async function letLocksLapse({ worker }: Portal): Promise<void> {
  await worker?.kill('SIGTERM')
  const held = await rows(
    `update graphile_worker._private_jobs set locked_at = now() - interval '5 hours' where locked_at is not null returning id`,
  )
  console.log(`${held.length} letters were on their way in a worker that was killed`)
  worker?.restart()
}

async function expectLettersMatchOutbox(mailDirectory: string): Promise<void> {
  const outbox = await rows<{ id: string; status: string; lastError: string | null }>(
    'select id, status, "lastError" from "Mail"',
  )
  const delivered = readLetters(mailDirectory).map(({ messageId }) => messageId.replace(/^<|@.*$/g, ''))
  const known = new Set(outbox.map(({ id }) => id))
  expect(
    delivered.filter((id) => !known.has(id)),
    'letters of changes that never were',
  ).toEqual([])
  // A press that was repeated replaced its own earlier invitation: the letter of that one need not leave any more.
  const replaced = outbox.filter(({ lastError }) => lastError === 'invitation_not_active').map(({ id }) => id)
  const missing = outbox.filter(({ id }) => !delivered.includes(id) && !replaced.includes(id))
  expect(missing, 'letters of committed changes that never left').toEqual([])
  const { n } = await row<{ n: string }>(`select count(*) as n from "Invitation" where status = 'replaced'`)
  expect(replaced.length).toBeLessThanOrEqual(Number(n))
  const twice = delivered.length - new Set(delivered).size
  // With few letters chance may spare them all; with many it does not.
  if (process.env.TANDEM_DEEP === '1')
    expect(twice, 'no worker died between a letter and its confirmation').toBeGreaterThan(0)
  console.log(`${outbox.length} letters, ${twice} of them delivered again under the same Message-ID`)
}
