import { describe, expect, test } from 'vitest'
import { day, hour } from '@/lib/core/clock'
import { getHome } from '@/lib/domain/home/queries'
import { recordOpening, revokeInvitation } from '@/lib/domain/invitations/commands'
import { getInvitation, listInvitations, viewInvitation } from '@/lib/domain/invitations/queries'
import { acceptPartnership, declinePartnership } from '@/lib/domain/partnerships/commands'
import { invitationFrom, writtenInvitation } from '../support/invitations'
import { founded, member } from '../support/organizations'
import { count, rows } from '../support/owner'
import { refusal } from '../support/refusal'
import { moveClock } from '../support/request'

describe('looking at a link', () => {
  test('fifty times by a machine uses nothing, and the timeline tells it from a person', async () => {
    const { admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'partnership', { to: 'office@birch.example' })
    for (let fetch = 0; fetch < 50; fetch += 1) {
      await recordOpening(null, { token, evidence: 'fetch' })
      expect(await viewInvitation(null, { token })).toMatchObject({ state: 'signIn' })
    }
    const scanned = await getInvitation(admin, { invitationId })
    expect(scanned).toMatchObject({ state: 'active', uses: 0 })
    expect(scanned.openings.reduce((sum, { fetches }) => sum + fetches, 0)).toBe(50)
    expect(scanned.openings.reduce((sum, { people }) => sum + people, 0)).toBe(0)
    expect((await listInvitations(admin, {})).rows[0]?.openedAt).toBeNull()

    await recordOpening(null, { token, evidence: 'person' })
    const seen = await getInvitation(admin, { invitationId })
    expect(seen.openings.reduce((sum, { people }) => sum + people, 0)).toBe(1)
    expect((await listInvitations(admin, {})).rows[0]?.openedAt).toBeInstanceOf(Date)
    const { admin: reseller } = await founded('reseller')
    await acceptPartnership({ ...reseller, email: 'office@birch.example' }, { token, agreed: true })
  })

  test('counts somebody signed in as a person, and the issuer not at all', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'partnership')
    await recordOpening(await member(provider), { token, evidence: 'person' })
    expect(await count('InvitationOpening', '"invitationId" = $1', [invitationId])).toBe(0)
    await recordOpening((await founded('reseller')).admin, { token, evidence: 'fetch' })
    expect((await getInvitation(admin, { invitationId })).openings).toMatchObject([{ fetches: 1, people: 1 }])
  })

  test('at the same moment loses no count', async () => {
    const { admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'customer')
    await Promise.all(Array.from({ length: 40 }, () => recordOpening(null, { token, evidence: 'fetch' })))
    const { openings } = await getInvitation(admin, { invitationId })
    expect(openings.reduce((sum, { fetches }) => sum + fetches, 0)).toBe(40)
  })

  test('is kept by the hour', async () => {
    const { admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'customer')
    await recordOpening(null, { token, evidence: 'fetch' })
    moveClock(hour)
    await recordOpening(null, { token, evidence: 'fetch' })
    expect((await getInvitation(admin, { invitationId })).openings.map(({ fetches }) => fetches)).toEqual([1, 1])
  })

  test('that leads nowhere leaves no trace and is no error', async () => {
    const { admin } = await founded('provider')
    const { token } = await invitationFrom(admin, 'customer')
    const unknown = token.slice(0, -3) + (token.endsWith('AAA') ? 'BBB' : 'AAA')
    await recordOpening(null, { token: unknown, evidence: 'fetch' })
    expect(await refusal(recordOpening(null, { token: 'inv_c_short', evidence: 'fetch' }))).toBe('input_invalid')
  })
})

describe('the list of invitations', () => {
  test('shows where each has come, and filters by it', async () => {
    const { admin } = await founded('provider')
    const made: Record<string, string> = {}
    const issue = async (state: string, validDays = 30) => {
      const { invitationId, token } = await invitationFrom(admin, 'partnership', {
        to: `${state}@birch.example`,
        validDays,
      })
      made[state] = invitationId
      return { invitationId, token }
    }
    const reseller = (state: string) =>
      founded('reseller').then((made_) => ({ ...made_.admin, email: `${state}@birch.example` }))
    await issue('active')
    await revokeInvitation(admin, { invitationId: (await issue('revoked')).invitationId })
    await acceptPartnership(await reseller('accepted'), { token: (await issue('accepted')).token, agreed: true })
    await declinePartnership(await reseller('declined'), { token: (await issue('declined')).token, reason: 'Not now' })
    const replaced = await issue('replaced')
    await invitationFrom(admin, 'partnership', { to: 'replaced@birch.example' })
    await issue('expired', 1)
    moveClock(2 * day)

    const idsIn = async (state: keyof typeof made) =>
      (await listInvitations(admin, { state: state as 'active' })).rows.map(({ id }) => id)
    for (const state of ['revoked', 'accepted', 'declined', 'expired'])
      expect(await idsIn(state), state).toEqual([made[state]])
    expect(await idsIn('replaced')).toEqual([replaced.invitationId])
    expect(await idsIn('active')).toHaveLength(2)
    const { rows: all } = await listInvitations(admin, {})
    expect(all).toHaveLength(7)
    expect(all.find(({ id }) => id === made.expired)?.state).toBe('expired')
    expect(await getInvitation(admin, { invitationId: made.declined ?? '' })).toMatchObject({
      state: 'declined',
      declineReason: 'Not now',
    })
    expect((await getInvitation(admin, { invitationId: made.accepted ?? '' })).acceptances).toHaveLength(1)
  })

  test('shows only the kinds one may issue, and so does the page of one and the home page', async () => {
    const { organization: provider, admin } = await founded('provider')
    const hidden = await invitationFrom(admin, 'customer')
    const { invitationId } = await invitationFrom(admin, 'partnership')
    const users = await member(provider, 'userManagementAdmin')
    expect((await listInvitations(users, {})).rows.map(({ id }) => id)).toEqual([invitationId])
    expect((await listInvitations(users, { kind: 'customer' })).rows).toEqual([])
    expect(await getInvitation(users, { invitationId })).toMatchObject({ id: invitationId, kind: 'partnership' })
    expect(await refusal(getInvitation(users, { invitationId: hidden.invitationId }))).toBe('not_found')
    expect((await getHome(users, {})).invitations?.open).toBe(1)
    expect((await getHome(admin, {})).invitations?.open).toBe(2)
    expect((await listInvitations(admin, {})).rows).toHaveLength(2)
    expect((await listInvitations(admin, { kind: 'partnership' })).rows).toHaveLength(1)
  })

  test('pages through more than sixty, newest first, both ways, filtered and not', async () => {
    const { admin } = await founded('provider')
    for (let number = 0; number < 64; number += 1) {
      await writtenInvitation(admin, 'customer', number % 2 ? { status: 'revoked', revokedAt: new Date() } : {})
    }
    for (const filter of [{}, { state: 'active' }, { state: 'revoked' }] as const) {
      const seen: string[][] = []
      let page = await listInvitations(admin, filter)
      for (seen.push(page.rows.map(({ id }) => id)); page.next; seen.push(page.rows.map(({ id }) => id)))
        page = await listInvitations(admin, { ...filter, after: page.next })
      const where = filter.state ? ` and status = '${filter.state}'` : ''
      const expected = await rows<{ id: string }>(
        `select id from "Invitation" where "issuerOrganizationId" = $1${where} order by id desc`,
        [admin.organizationId],
      )
      expect(seen.flat()).toEqual(expected.map(({ id }) => id))
      const back = await listInvitations(admin, { ...filter, before: page.previous ?? '' })
      expect(back.rows.map(({ id }) => id)).toEqual(seen.at(-2))
    }
  })

  test("never shows another organization's", async () => {
    const { admin } = await founded('provider')
    await invitationFrom((await founded('provider')).admin, 'customer')
    expect((await listInvitations(admin, {})).rows).toEqual([])
  })
})
