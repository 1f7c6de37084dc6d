import { adminRoles, agentRoles, businessRoles, type Role } from '@/lib/access/permissions'

/** A person's roles as S2 picks them: one agent level, one admin level, and any business roles. */
export interface Levels {
  agentLevel: AgentLevel
  adminLevel: AdminLevel
  businessRoles: readonly Role[]
}

export const agentLevels = [...agentRoles, 'none'] as const
export type AgentLevel = (typeof agentLevels)[number]
export const adminLevels = [...adminRoles, 'none'] as const
export type AdminLevel = (typeof adminLevels)[number]

/** Of several roles of one level the strongest counts. */
export function levelsOf(roles: readonly Role[]): Levels {
  return {
    agentLevel: agentRoles.find((role) => roles.includes(role)) ?? 'none',
    adminLevel: adminRoles.find((role) => roles.includes(role)) ?? 'none',
    businessRoles: businessRoles.filter((role) => roles.includes(role)),
  }
}

export function rolesFrom({ agentLevel, adminLevel, businessRoles: more }: Levels): Role[] {
  return [adminLevel, agentLevel, ...new Set(more)].filter((role): role is Role => role !== 'none')
}
