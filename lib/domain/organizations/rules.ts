import type { OrganizationKind, Role } from '@/lib/access/permissions'

/** S2, enrolment step 9, and spec 0.1: whoever joins first is Global admin and, among partners, Admin agent. */
export function firstPersonRoles(kind: OrganizationKind): readonly Role[] {
  const partner = kind === 'provider' || kind === 'reseller'
  return partner ? ['globalAdmin', 'adminAgent'] : ['globalAdmin']
}
