import type { OrganizationKind, Role } from '@/lib/access/permissions'
import { allRoles } from './role-matrix'

/**
 * Who may give whom which role, typed by hand from spec.md 2.2 and the text of feature 7 without looking at the rules: a second
 * opinion. One word per cell.
 */

/** Roles that open anything in a kind of organization; others mean nothing there and are nobody's to give. */
const known: Record<OrganizationKind, readonly Role[]> = {
  operator: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'helpdeskAgent'],
  provider: allRoles,
  reseller: allRoles,
  customer: ['globalAdmin'],
}

/** Whose page it is to add and change people. */
const admins: readonly (Role | null)[] = ['globalAdmin', 'userManagementAdmin']

export type Step = 'ok' | 'role_missing' | 'global_admin_protected' | 'role_above_own'

/** Adding somebody with a role. */
export function ladderAdds(kind: OrganizationKind, actor: Role | null, granted: Role | null): Step {
  if (kind === 'customer' ? actor !== 'globalAdmin' : !admins.includes(actor)) return 'role_missing'
  return mayGive(kind, actor, granted) ? 'ok' : 'role_above_own'
}

/** Giving somebody who has a role another one in its place. */
export function ladderEdits(
  kind: OrganizationKind,
  actor: Role | null,
  target: Role | null,
  granted: Role | null,
): Step {
  if (kind === 'customer' || !admins.includes(actor)) return 'role_missing'
  if (target === 'globalAdmin' && actor !== 'globalAdmin') return 'global_admin_protected'
  return mayGive(kind, actor, granted) ? 'ok' : 'role_above_own'
}

function mayGive(kind: OrganizationKind, actor: Role | null, granted: Role | null): boolean {
  if (granted === null) return true
  if (!known[kind].includes(granted)) return false
  return granted !== 'globalAdmin' || actor === 'globalAdmin'
}
