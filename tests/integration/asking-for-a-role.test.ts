import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { day } from '@/lib/core/clock'
import { askForPermission, readAllNotifications, readNotification } from '@/lib/domain/notifications/commands'
import { listNotifications } from '@/lib/domain/notifications/queries'
import { editPartnerUserRoles } from '@/lib/domain/partner-users/commands'
import { getPartnerUser } from '@/lib/domain/partner-users/queries'
import { levelsOf } from '@/lib/domain/users/levels'
import { explainPermission } from '@/lib/domain/users/queries'
import { founded, member, person, signedIn } from '../support/organizations'
import { count, rows } from '../support/owner'
import { watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { moveClock } from '../support/request'

describe('asking for a permission', () => {
  test('tells those who have it and those who can give it, each where they go on', async () => {
    const { organization: of, admin } = await founded('provider')
    const [accounts, agent] = [await member(of, 'userManagementAdmin'), await member(of, 'salesAgent')]
    await person(of, ['adminAgent'], { disabledAt: new Date() })
    const asker = await member(of, 'helpdeskAgent')
    await founded('provider')
    const watch = watched()
    await askForPermission(asker, { permission: 'order.create' }, watch.request)
    const told = await rows<{ userId: string; path: string }>(
      `select "userId", path from "Notification" where "organizationId" = $1 order by "userId"`,
      [of.id],
    )
    const page = `/user-management/${asker.userId}`
    expect(told).toEqual(
      [
        { userId: admin.userId, path: page },
        { userId: accounts.userId, path: page },
        { userId: agent.userId, path: '/roles' },
      ].sort((one, other) => (one.userId < other.userId ? -1 : 1)),
    )
    expect(await watch.events()).toMatchObject([{ type: 'role.asked', details: { permission: 'order.create' } }])
    expect((await explainPermission(asker, { permission: 'order.create' })).mayAsk).toBe(false)
  })

  test('happens once a day for the same thing, also when pressed several times at once', async () => {
    const { organization: of } = await founded('reseller')
    const asker = await member(of)
    const ask = () => askForPermission(asker, { permission: 'customer.invite' })
    expect(await answers([ask(), ask(), ask(), ask()])).toEqual({ ok: 1, already_asked: 3 })
    expect(await count('Notification', '"organizationId" = $1', [of.id])).toBe(1)
    moveClock(day + 1000)
    expect(await answers([ask(), ask()])).toEqual({ ok: 1, already_asked: 1 })
    expect(await count('Notification', '"organizationId" = $1', [of.id])).toBe(2)
  })

  test('is limited to ten things a day', async () => {
    const { organization: of } = await founded('reseller')
    const asker = await member(of)
    const permissions = [
      'customer.invite',
      'customer.list',
      'customer.view',
      'order.list',
      'subscription.list',
      'subscription.suspend',
      'invitation.list',
      'invitation.manage',
      'license.assign',
      'activity.list',
      'catalog.view',
    ] as const
    const asked = permissions.map((permission) => askForPermission(asker, { permission }))
    expect(await answers(asked)).toEqual({ ok: 10, too_many_attempts: 1 })
  })

  test('makes no sense for what one may do, or what nobody may do in such an organization', async () => {
    const { admin } = await founded('reseller')
    expect(await refusal(askForPermission(admin, { permission: 'partnership.accept' }))).toBe('already_allowed')
    expect(await refusal(askForPermission(admin, { permission: 'order.create' }))).toBe('role_missing')
  })

  test('leads a customer’s administrator to the person, and is settled by a role that opens it', async () => {
    const { organization: of, admin } = await founded('customer')
    const asker = await member(of)
    await askForPermission(asker, { permission: 'order.list' })
    const [told] = (await listNotifications(admin, {})).rows
    expect(told?.path).toBe(`/customers/${of.id}/users/${asker.userId}`)

    const { organization: partner, admin: ofPartner } = await founded('provider')
    const agent = await member(partner)
    await askForPermission(agent, { permission: 'order.create' })
    await askForPermission(agent, { permission: 'user.manage' })
    const asked = async () =>
      (await getPartnerUser(ofPartner, { userId: agent.userId })).asked.map(({ permission }) => permission)
    expect((await asked()).sort()).toEqual(['order.create', 'user.manage'])
    const input = { userId: agent.userId, ...levelsOf(['salesAgent']), seen: '' } as never
    await editPartnerUserRoles(ofPartner, input)
    expect(await asked()).toEqual(['user.manage'])
  })
})

describe('notifications', () => {
  test('are counted, read one by one and all at once, and belong to one person', async () => {
    const { organization: of, admin } = await founded('provider')
    const token = await signedIn(admin)
    for (const permission of ['order.create', 'customer.add', 'order.list'] as const)
      await askForPermission(await member(of), { permission })
    const unread = async () => (await findActor(token))?.unread
    expect(await unread()).toBe(3)
    const { rows: told } = await listNotifications(admin, {})
    expect(told.map(({ parameters }) => (parameters as { permission: string }).permission)).toEqual([
      'order.list',
      'customer.add',
      'order.create',
    ])
    const [newest] = told
    const colleague = await member(of, 'globalAdmin')
    const one = { notificationId: newest?.id ?? '' }
    expect(await refusal(readNotification(colleague, one))).toBe('not_found')
    expect(await readNotification(admin, one)).toEqual({ path: newest?.path })
    await readNotification(admin, one)
    expect(await unread()).toBe(2)
    await readAllNotifications(colleague, {})
    expect(await unread()).toBe(2)
    await readAllNotifications(admin, {})
    expect(await unread()).toBe(0)
  })
})
