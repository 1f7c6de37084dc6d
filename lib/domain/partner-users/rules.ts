import type { Actor, Role } from '@/lib/access/permissions'
import type { ErrorCode } from '@/lib/core/errors'
import { highestRole, isBeyond } from '../users/rules'
import type { UserState } from './schema'

interface Standing {
  mustChangePassword: boolean
  disabledAt: Date | null
}

/** Somebody waits for the first sign-in while the password is one that somebody else has issued. */
export function stateOf({ mustChangePassword, disabledAt }: Standing): UserState {
  if (disabledAt) return 'disabled'
  return mustChangePassword ? 'waiting' : 'active'
}

/** Why somebody's roles, password, sessions and standing are not the actor's to change; null when they are. */
export function refusalToChange(
  actor: Pick<Actor, 'userId' | 'roles'>,
  person: { id: string; roles: readonly Role[] },
): Extract<ErrorCode, 'own_account' | 'global_admin_protected'> | null {
  if (actor.userId === person.id) return 'own_account'
  return isBeyond(actor, person.roles) ? 'global_admin_protected' : null
}

/** Whether the organization would have one Global admin less. */
export function losesGlobalAdmin(
  person: { roles: readonly Role[]; disabledAt: Date | null },
  after: { roles: readonly Role[]; disabled: boolean },
): boolean {
  const before = person.roles.includes(highestRole) && person.disabledAt === null
  return before && (after.disabled || !after.roles.includes(highestRole))
}

/** Roles as one word, to compare what somebody saw with what holds. */
export function asSeen(roles: readonly Role[]): string {
  return [...roles].sort().join(',')
}

/** What a change of roles gives and takes. */
export function differenceOf(before: readonly Role[], after: readonly Role[]) {
  return {
    granted: after.filter((role) => !before.includes(role)),
    removed: before.filter((role) => !after.includes(role)),
  }
}
