import { can, rolesThatMay } from '@/lib/access/permissions'
import { clock, day } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { scope } from '@/lib/core/scope'
import { enterRequest, peopleToAsk } from './asking-steps'
import { askForPermissionInput, noInput, notificationInput } from './schema'
import { notifyPeople } from './steps'

const unaudited = 'Whether somebody has read what they were told concerns nobody else.'

/**
 * @returns where the notification leads
 * @throws DomainError `not_found`
 */
export const readNotification = command({
  access: 'signedIn',
  input: notificationInput,
  unaudited,
  async run({ actor, input, db }) {
    const own = {
      AND: [scope({ userId: actor.userId, organizationId: actor.organizationId }), { id: input.notificationId }],
    }
    const found = await db.notification.findFirst({ where: own, select: { id: true, path: true } })
    if (!found) throw new DomainError('not_found')
    await db.notification.updateMany({ where: { id: found.id, readAt: null }, data: { readAt: clock.now() } })
    return { path: found.path }
  },
})

export const readAllNotifications = command({
  access: 'signedIn',
  input: noInput,
  unaudited,
  async run({ actor, db }) {
    await db.notification.updateMany({ where: { userId: actor.userId, readAt: null }, data: { readAt: clock.now() } })
    return {}
  },
})

const askingBudget: Budget = { name: 'ask-permission', points: 10, seconds: day / 1000 }

/**
 * Ask them: tells those who have a permission, and those who can give the role, that a colleague needs it.
 * @throws DomainError `already_allowed`, `already_asked` within a day, `role_missing` where nobody can have it, `too_many_attempts`
 */
export const askForPermission = command({
  access: 'signedIn',
  input: askForPermissionInput,
  async run({ actor, input: { permission }, db, audit }) {
    const roles = rolesThatMay(permission, actor.organizationKind)
    if (can({ ...actor, vettingStatus: 'Authorized' }, permission)) throw new DomainError('already_allowed')
    if (roles.length === 0) throw new DomainError('role_missing', { permission })
    await enterRequest(db, actor, permission)
    await spend(askingBudget, actor.userId)
    const { holders, grantors, path } = await peopleToAsk(db, actor, roles)
    const notice = { kind: 'permissionAsked' as const, parameters: { fullName: actor.fullName, permission } }
    await notifyPeople(db, actor.organizationId, grantors, { ...notice, path })
    await notifyPeople(db, actor.organizationId, holders, { ...notice, path: '/roles' })
    await audit('role.asked', { permission })
    return { permission }
  },
})
