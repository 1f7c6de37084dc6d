import { describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { listedTimeZone } from '@/lib/core/time-zones'
import { listActivity } from '@/lib/domain/activity/queries'
import { chooseTimeZone, renameSelf } from '@/lib/domain/profile/commands'
import { getOwnProfile } from '@/lib/domain/profile/queries'
import { getSubscription } from '@/lib/domain/subscriptions/queries'
import { signIn } from '@/lib/domain/users/commands'
import { actorOf, founded, member, organization, person, signedIn } from '../support/organizations'
import { insert, row } from '../support/owner'
import { readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'
import { allKinds } from '../support/role-matrix'
import { sale, sold } from '../support/selling'

const { password } = inject('run')

const nameOf = async ({ userId }: Actor) =>
  (await row<{ fullName: string }>('select "fullName" from "User" where id = $1', [userId])).fullName

/** Who a session is, as the next request reads it. */
async function again(actor: Actor): Promise<Actor> {
  const found = await findActor(await signedIn(actor, { id: crypto.randomUUID() }))
  if (!found) throw new Error('The session is gone.')
  return found
}

describe('one’s own name', () => {
  test.each(allKinds)('is changed by everybody of a %s, also without any role, and recorded', async (kind) => {
    const of = await organization(kind)
    const [me, colleague] = [await member(of), await member(of)]
    const watch = watched()
    await renameSelf(me, { fullName: '  Zoë   Ångström ' }, watch.request)
    expect((await again(me)).fullName).toBe('Zoë Ångström')
    expect(await row('select "sortName", "search" from "User" where id = $1', [me.userId])).toEqual({
      sortName: expect.stringContaining('angstrom'),
      search: expect.stringContaining(me.email),
    })
    expect(await nameOf(colleague)).toBe(colleague.fullName)
    expect(await watch.events()).toMatchObject([
      {
        type: 'user.renamed',
        actorUserId: me.userId,
        details: { userId: me.userId, fullName: 'Zoë Ångström', before: me.fullName },
        readers: readers(of),
      },
    ])
  })

  test('is refused empty, too long, with control characters, and for anybody else', async () => {
    const { admin, organization: of } = await founded('reseller')
    const other = await member(of)
    const fieldOf = async (fullName: unknown) =>
      (await refusalOf(renameSelf(admin, { fullName } as never))).fields.fullName?.[0]
    expect(await fieldOf('  ')).toBe('required')
    expect(await fieldOf('x'.repeat(101))).toBe('too_long')
    expect(await fieldOf('a\nb')).toBe('characters')
    expect(await refusal(renameSelf(admin, { fullName: 'X', userId: other.userId } as never))).toBe('input_invalid')
    expect(await refusal(renameSelf(null, { fullName: 'X' }))).toBe('not_signed_in')
    expect(await refusal(renameSelf({ ...admin, mustChangePassword: true }, { fullName: 'X' }))).toBe(
      'password_change_required',
    )
    expect([await nameOf(admin), await nameOf(other)]).toEqual([admin.fullName, other.fullName])
  })

  test('is recorded once for each change: of several at once the latest stays, and each knows the one before', async () => {
    const { admin } = await founded('customer')
    const watch = watched()
    const names = Array.from({ length: 8 }, (_, number) => `Name ${number}`)
    await Promise.all(names.map((fullName) => renameSelf(admin, { fullName }, watch.request)))
    await renameSelf(admin, { fullName: await nameOf(admin) }, watch.request)
    const steps = (await watch.events()).map(({ details }) => details as { before: string; fullName: string })
    expect(steps).toHaveLength(names.length)
    let name = admin.fullName
    for (let step = 0; step < names.length; step += 1)
      name = steps.find(({ before }) => before === name)?.fullName ?? 'broken'
    expect(name).toBe(await nameOf(admin))
  })
})

describe('one’s own time zone', () => {
  const zoneAfterSignIn = async (email: string, timeZone?: string) => {
    const { sessionToken } = await signIn(null, { email, password, timeZone }, request())
    return (await findActor(sessionToken))?.timeZone
  }

  test('once chosen holds wherever one signs in, until one follows the browser again', async () => {
    const somebody = await person(await organization('customer'))
    const me = actorOf(somebody)
    expect(await zoneAfterSignIn(somebody.email, 'Asia/Tokyo')).toBe('Asia/Tokyo')
    await chooseTimeZone(me, { chosen: 'America/New_York', timeZone: 'Asia/Tokyo' })
    expect((await again(me)).timeZone).toBe('America/New_York')
    expect(await getOwnProfile(me, {})).toMatchObject({ timeZoneChosen: true })
    expect(await zoneAfterSignIn(somebody.email, 'Asia/Tokyo')).toBe('America/New_York')
    await chooseTimeZone(me, { chosen: '', timeZone: 'Europe/Moscow' })
    expect((await again(me)).timeZone).toBe('Europe/Moscow')
    expect(await getOwnProfile(me, {})).toMatchObject({ timeZoneChosen: false })
    expect(await zoneAfterSignIn(somebody.email, 'Asia/Tokyo')).toBe('Asia/Tokyo')
  })

  test('is that of the organization’s country while no browser has said one', async () => {
    for (const [country, zone] of [
      ['RU', 'Europe/Moscow'],
      ['DE', 'Europe/Berlin'],
    ] as const) {
      const { email } = await person(await organization('reseller', { country }))
      expect(await zoneAfterSignIn(email)).toBe(zone)
      expect(await zoneAfterSignIn(email, 'Asia/Tokyo')).toBe('Asia/Tokyo')
      expect(await zoneAfterSignIn(email)).toBe('Asia/Tokyo')
    }
    const chosen = await person(await organization('reseller', { country: 'RU' }))
    await chooseTimeZone(actorOf(chosen), { chosen: 'UTC' })
    expect(await zoneAfterSignIn(chosen.email)).toBe('UTC')
  })

  test('is one of the list, in whatever way a browser writes it', async () => {
    const { admin } = await founded('operator')
    await chooseTimeZone(admin, { chosen: 'Asia/Kolkata' })
    expect((await again(admin)).timeZone).toBe(listedTimeZone('Asia/Kolkata'))
    for (const chosen of ['Mars/Olympus', '+03:00', 'EST5EDT', 'x'.repeat(61), { gt: '' }])
      expect((await refusalOf(chooseTimeZone(admin, { chosen } as never))).fields.chosen).toHaveLength(1)
    expect((await again(admin)).timeZone).toBe(listedTimeZone('Asia/Kolkata'))
    expect(await refusal(chooseTimeZone(null, { chosen: 'UTC' }))).toBe('not_signed_in')
  })

  test('decides which day of the activity log something belongs to, also when clocks change', async () => {
    const { admin, organization: of } = await founded('provider')
    // In Berlin the 29th of March 2026 begins at 23:00 UTC and has 23 hours.
    const moments = ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z']
    for (const occurredAt of moments) {
      const id = crypto.randomUUID()
      const type = 'user.created'
      await insert('AuditEvent', { id, type, occurredAt, details: {}, actorOrganizationId: of.id })
      await insert('ActivityEntry', { eventId: id, organizationId: of.id, type, occurredAt })
    }
    const seen = async (chosen: string) => {
      await chooseTimeZone(admin, { chosen })
      const { rows } = await listActivity(await again(admin), {
        type: 'user.created',
        from: '2026-03-29',
        to: '2026-03-29',
      })
      return rows.map(({ occurredAt }) => occurredAt.toISOString().slice(0, 19)).sort()
    }
    expect(await seen('Europe/Berlin')).toEqual(['2026-03-28T23:00:00', '2026-03-29T21:59:59'])
    expect(await seen('UTC')).toEqual(['2026-03-29T21:59:59', '2026-03-29T22:00:00'])
    expect(await seen('Pacific/Auckland')).toEqual(['2026-03-28T22:59:59', '2026-03-28T23:00:00'])
  })

  test('changes no term, no deadline and no amount', async () => {
    const made = await sale()
    const { id } = await sold(made)
    const reader = await member(made.provider, 'adminAgent')
    const seen = async (chosen: string) => {
      await chooseTimeZone(reader, { chosen })
      const { now, ...facts } = await getSubscription(await again(reader), { subscriptionId: id })
      expect(now).toBeInstanceOf(Date)
      return facts
    }
    expect(await seen('Pacific/Kiritimati')).toEqual(await seen('Pacific/Pago_Pago'))
  })
})
