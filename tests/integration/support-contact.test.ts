import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { endRelationship, removeDelegatedAdministration } from '@/lib/domain/customers/commands'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { setSupportContact } from '@/lib/domain/subscription-partners/commands'
import { getSubscriptionPartners, listSupportContacts } from '@/lib/domain/subscription-partners/queries'
import { releasePartner } from '@/lib/domain/subscription-partners/release-steps'
import { partnersOn, type Trade, trade } from '../support/levers'
import { founded, member, organization } from '../support/organizations'
import { rows } from '../support/owner'
import { atOnce } from '../support/races'
import { mailsOf, readers, watched } from '../support/record'
import { refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { subscription } from '../support/subscriptions'

const set = ({ ofProvider, sold }: Trade, partnerId: string) =>
  setSupportContact(ofProvider, { subscriptionId: sold.id, partnerId })
const changes = ({ sold }: Trade) =>
  rows<{ details: object; actorName: string | null; organizationName: string }>(
    `select details, "actorName", "organizationName" from "SubscriptionChange" where "subscriptionId" = $1 order by id`,
    [sold.id],
  )
/** The jobs that a change has queued for a partner, worked off as the worker does. */
async function workOff({ reseller }: Trade): Promise<number> {
  const jobs = await rows<{ id: string; payload: object }>(
    `select j.id::text, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.key = $1`,
    [`release:${reseller.id}`],
  )
  for (const { payload } of jobs) await releasePartner(payload)
  return jobs.length
}

describe('the designated support contact', () => {
  test('is set and set back by a Helpdesk agent, and no other lever moves', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, reseller, customer, sold } = made
    const agent = await member(provider, 'helpdeskAgent')
    const { request, events } = watched()
    await setSupportContact(agent, { subscriptionId: sold.id, partnerId: reseller.id }, request)
    expect(await partnersOn(sold)).toEqual({ resellerId: reseller.id, supportContactId: reseller.id })
    expect(await events()).toMatchObject([
      {
        type: 'supportContact.changed',
        details: { title: sold.title, before: provider.name, after: reseller.name },
        readers: readers(provider, customer),
      },
    ])
    await set(made, provider.id)
    expect((await partnersOn(sold)).supportContactId).toBe(provider.id)
    await set(made, provider.id)
    expect(await changes(made)).toHaveLength(2)
  })

  test('has to be the provider or a partner that administers the customer', async () => {
    const made = await trade({ delegated: false })
    const { provider, customer, reseller, ofProvider, sold } = made
    const [stranger, former] = [await organization('reseller'), await organization('reseller')]
    await relationship(stranger, customer, { delegated: true })
    await partnership(provider, former, { ended: true })
    await relationship(former, customer, { delegated: true })
    for (const { id } of [reseller, stranger, former, customer])
      expect(await refusal(set(made, id))).toBe('support_contact_not_eligible')
    expect(await listSupportContacts(ofProvider, { subscriptionId: sold.id })).toEqual([
      { id: provider.id, name: provider.name },
    ])
  })

  test('is nobody’s to set but the provider’s', async () => {
    const { ofReseller, ofCustomer, provider, customer, reseller, sold } = await trade()
    const choice = { subscriptionId: sold.id, partnerId: reseller.id }
    const { organization: other, admin: ofOther } = await founded('provider')
    await relationship(other, customer, { delegated: true })
    expect(await refusal(setSupportContact(ofOther, choice))).toBe('not_found')
    expect(await refusal(setSupportContact(ofReseller, choice))).toBe('role_missing')
    expect(await refusal(setSupportContact(ofCustomer, choice))).toBe('role_missing')
    expect(await refusal(setSupportContact(await member(provider, 'salesAgent'), choice))).toBe('role_missing')
    expect(await refusal(listSupportContacts(ofOther, { subscriptionId: sold.id }))).toBe('not_found')
  })
})

const endings: Record<string, (made: Trade) => Promise<unknown>> = {
  'the relationship': ({ ofCustomer, relationshipId }) => endRelationship(ofCustomer, { relationshipId }),
  'delegated administration': ({ ofCustomer, relationshipId }) =>
    removeDelegatedAdministration(ofCustomer, { relationshipId }),
  'the partnership': ({ ofProvider, partnershipId }) => removePartnership(ofProvider, { partnershipId }),
}

describe.each(Object.entries(endings))('the end of %s', (_what, end) => {
  test('gives support back to the provider: at once to whoever looks, then for good, with a notice', async () => {
    const made = await trade({ ofRecord: true, supports: true })
    const { provider, reseller, customer, ofCustomer, ofProvider, sold } = made
    const second = await subscription({ provider, customer, supportContact: reseller })
    await end(made)
    expect((await partnersOn(sold)).supportContactId).toBe(reseller.id)
    for (const viewer of [ofCustomer, ofProvider])
      expect(await getSubscriptionPartners(viewer, { subscriptionId: sold.id })).toMatchObject({
        supportContact: { name: provider.name, contactEmail: provider.contactEmail },
        lapsedContact: reseller.name,
      })
    expect(await workOff(made)).toBe(1)
    expect(await partnersOn(sold)).toEqual({ resellerId: reseller.id, supportContactId: provider.id })
    expect((await partnersOn(second)).supportContactId).toBe(provider.id)
    expect(await changes(made)).toEqual([
      {
        details: { subscriptionId: sold.id, title: sold.title, before: reseller.name, after: provider.name },
        actorName: null,
        organizationName: provider.name,
      },
    ])
    const letters = (await mailsOf(provider)).filter(({ letter }) => letter === 'supportContactReleased')
    expect(letters).toMatchObject([
      { toAddress: provider.contactEmail, parameters: { partnerName: reseller.name, count: '2' } },
    ])
    await workOff(made)
    expect(await changes(made)).toHaveLength(1)
    expect((await mailsOf(provider)).filter(({ letter }) => letter === 'supportContactReleased')).toHaveLength(1)
  })

  test('beside a choice of that very partner never leaves it in place', async () => {
    for (let round = 0; round < 6; round += 1) {
      const made = await trade()
      await atOnce(
        () => set(made, made.reseller.id),
        () => end(made),
      )
      await workOff(made)
      expect((await partnersOn(made.sold)).supportContactId).toBe(made.provider.id)
    }
  })
})

/** Keeps choices from being written to their end until it is let go. */
async function withheld(): Promise<() => Promise<void>> {
  const owner = new pg.Client({ connectionString: process.env.TANDEM_TEST_OWNER_URL })
  await owner.connect()
  await owner.query('begin; lock table "SubscriptionChange" in exclusive mode')
  return () => owner.end()
}

test.each(Object.entries(endings))(
  'the end of %s waits for a choice that was found right before it',
  async (_what, end) => {
    const made = await trade()
    const letGo = await withheld()
    const chosen = set(made, made.reseller.id)
    await sleep(300)
    const ended = end(made)
    const first = await Promise.race([ended.then(() => 'ended'), sleep(700).then(() => 'waiting')])
    await letGo()
    await Promise.all([chosen, ended])
    expect(first).toBe('waiting')
    await workOff(made)
    expect((await partnersOn(made.sold)).supportContactId).toBe(made.provider.id)
  },
)

test('what one provider loses another keeps', async () => {
  const made = await trade({ supports: true })
  const { reseller, customer } = made
  const { organization: other } = await founded('provider')
  await partnership(other, reseller)
  await relationship(other, customer)
  const elsewhere = await subscription({ provider: other, customer, supportContact: reseller })
  await removePartnership(made.ofProvider, { partnershipId: made.partnershipId })
  await workOff(made)
  expect((await partnersOn(made.sold)).supportContactId).toBe(made.provider.id)
  expect((await partnersOn(elsewhere)).supportContactId).toBe(reseller.id)
})
