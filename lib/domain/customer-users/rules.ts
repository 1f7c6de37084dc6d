import { type Actor, can, type Role, rolesThatMay } from '@/lib/access/permissions'
import { day } from '@/lib/core/clock'

/** Spec 3.13: deleted people can be restored for thirty days. */
export const restoreWindow = 30 * day

/** The role with which somebody of a customer administers it. */
export const administratorRoles = rolesThatMay('customerUser.manage', 'customer')

export function isAdministrator({ roles }: { roles: readonly Role[] }): boolean {
  return roles.some((role) => administratorRoles.includes(role))
}

/** Whether the customer would have one administrator less without this person. */
export function administersNow(person: { roles: readonly Role[]; disabledAt: Date | null }): boolean {
  return isAdministrator(person) && person.disabledAt === null
}

/** Whoever may only reset passwords would otherwise reach an administrator's account, and so everything (spec 2.2). */
export function mayResetPasswordOf(actor: Actor, person: { roles: readonly Role[] }): boolean {
  return !isAdministrator(person) || can(actor, 'customerUser.manage')
}

export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + restoreWindow)
}

const localPart = /^[a-z0-9](?:[a-z0-9_-]|\.(?!\.))*$/

/** The sign-in name somebody means, or why it cannot be one. People of a customer sign in at its own domain. */
export function readUserName(
  typed: string,
  domain: string,
): { userName: string; error?: never } | { userName?: never; error: string } {
  const [local = '', given = domain, ...rest] = typed.toLowerCase().split('@')
  if (rest.length > 0) return { error: 'user_name' }
  if (given !== domain) return { error: 'user_name_domain' }
  if (local.length > 50) return { error: 'too_long' }
  if (!localPart.test(local) || local.endsWith('.')) return { error: 'user_name' }
  return { userName: `${local}@${domain}` }
}
