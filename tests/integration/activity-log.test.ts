import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listActivity } from '@/lib/domain/activity/queries'
import { getHome } from '@/lib/domain/home/queries'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { invitationFrom, writtenInvitation } from '../support/invitations'
import { founded, member, organization } from '../support/organizations'
import { insert } from '../support/owner'
import { walk } from '../support/paging'
import { refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'

/** Writes an event as it stands. Identifiers grow with time, as those of real events do. */
async function event({ organizationId }: Actor, type: string, occurredAt: Date): Promise<string> {
  const id = uuidv7()
  await insert('AuditEvent', { id, type, occurredAt, details: {}, actorOrganizationId: organizationId })
  await insert('ActivityEntry', { eventId: id, organizationId, type, occurredAt })
  return id
}

describe('the activity log', () => {
  test('shows a deed to both organizations and to nobody else', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller, admin: ofReseller } = await founded('reseller')
    await removePartnership(ofProvider, { partnershipId: await partnership(provider, reseller) })
    for (const actor of [ofProvider, ofReseller]) {
      const { rows } = await listActivity(actor, {})
      expect(rows).toMatchObject([
        {
          type: 'partnership.removed',
          actorName: ofProvider.fullName,
          actorOrganizationName: provider.name,
          subjectOrganizationName: reseller.name,
        },
      ])
    }
    const { organization: third, admin: stranger } = await founded('provider')
    await partnership(third, reseller)
    expect((await listActivity(stranger, {})).rows).toEqual([])
  })

  test('pages through more than sixty events, newest first, both ways, by type and not', async () => {
    const { admin } = await founded('provider')
    const ids: string[] = []
    for (let number = 0; number < 66; number += 1)
      ids.unshift(await event(admin, number % 2 ? 'user.signedIn' : 'user.created', new Date()))
    const { forth, back } = await walk((request) => listActivity(admin, request))
    expect(forth.flat().map(({ id }) => id)).toEqual(ids)
    expect(back.flat()).toEqual(forth.flat())
    const created = await walk((request) => listActivity(admin, { ...request, type: 'user.created' }))
    expect(created.forth.flat().map(({ id }) => id)).toEqual(ids.filter((_, position) => position % 2 === 1))
    expect(created.back.flat()).toEqual(created.forth.flat())
  })

  test('filters by whole days of the reader, whatever the zone', async () => {
    const { organization: provider } = await founded('provider')
    const admin = { ...(await member(provider, 'helpdeskAgent')), timeZone: 'Asia/Kathmandu' }
    const before = await event(admin, 'user.created', new Date('2026-03-09T18:14:59.999Z'))
    const first = await event(admin, 'user.created', new Date('2026-03-09T18:15:00.000Z'))
    const last = await event(admin, 'user.created', new Date('2026-03-10T18:14:59.999Z'))
    const behind = await event(admin, 'user.created', new Date('2026-03-10T18:15:00.000Z'))
    const idsOf = async (filter: object) => (await listActivity(admin, filter)).rows.map(({ id }) => id).sort()
    expect(await idsOf({ from: '2026-03-10', to: '2026-03-10' })).toEqual([first, last])
    expect(await idsOf({ to: '2026-03-10' })).toEqual([before, first, last])
    expect(await idsOf({ from: '2026-03-10' })).toEqual([first, last, behind])
    expect(await idsOf({ from: '2026-03-11', to: '2026-03-10' })).toEqual([])
  })

  test('refuses days and types there are not', async () => {
    const { admin } = await founded('provider')
    for (const filter of [{ from: '2026-02-30' }, { to: 'yesterday' }, { type: 'everything' }, { from: { gt: '' } }]) {
      expect(await refusal(listActivity(admin, filter as never))).toBe('input_invalid')
    }
  })
})

describe('the home page', () => {
  test('of a provider counts what waits, and shows the latest deeds without sign-ins', async () => {
    const { organization: provider, admin } = await founded('provider')
    await partnership(provider, await organization('reseller'))
    await partnership(provider, await organization('reseller'), { ended: true })
    await relationship(provider, await organization('customer'))
    await relationship(provider, await organization('customer'), { ended: true })
    await invitationFrom(admin, 'customer', { validDays: 90 })
    await invitationFrom(admin, 'customer', { validDays: 3 })
    await writtenInvitation(admin, 'customer', { expiresAt: new Date(Date.now() - 1000) })
    await event(admin, 'user.signedIn', new Date())
    const home = await getHome(admin, {})
    expect(home).toMatchObject({ invitations: { open: 2, ending: 1 }, partners: 1, customers: 1, relationships: null })
    expect(home.recent?.map(({ type }) => type)).toEqual(['invitation.created', 'invitation.created'])
  })

  test('says nothing about what one may not open', async () => {
    const { organization: provider } = await founded('provider')
    expect(await getHome(await member(provider), {})).toEqual({
      invitations: null,
      partners: null,
      customers: null,
      relationships: null,
      requests: null,
      agreementMissing: false,
      invitationRequests: null,
      setup: null,
      recent: null,
    })
    expect(await getHome(await member(provider, 'helpdeskAgent'), {})).toMatchObject({
      invitations: null,
      partners: 0,
      customers: 0,
    })
  })

  test('of a customer counts its partners', async () => {
    const { organization: customer, admin } = await founded('customer')
    await relationship(await organization('reseller'), customer)
    await relationship(await organization('reseller'), await organization('customer'))
    expect(await getHome(admin, {})).toMatchObject({
      invitations: null,
      partners: null,
      customers: null,
      relationships: 1,
    })
  })

  test('of a reseller counts its own side', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await partnership(await organization('provider'), reseller)
    await partnership(await organization('provider'), await organization('reseller'))
    expect(await getHome(admin, {})).toMatchObject({ invitations: { open: 0, ending: 0 }, partners: 1, customers: 0 })
  })
})
