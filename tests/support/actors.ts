import { type Actor, type OrganizationKind, owingNothing, type Role } from '@/lib/access/permissions'

/** Somebody who exists nowhere, for rules that need no database. */
export function anActor(kind: OrganizationKind, roles: readonly Role[], differently: Partial<Actor> = {}): Actor {
  return {
    userId: '01900000-0000-7000-8000-000000000001',
    sessionId: '01900000-0000-7000-8000-000000000002',
    email: 'maria@alder.example',
    fullName: 'Maria Alder',
    roles,
    organizationId: '01900000-0000-7000-8000-000000000003',
    organizationKind: kind,
    organizationName: 'Alder IT',
    organizationDomain: 'alder.example',
    region: 'europe',
    locale: 'en',
    theme: 'system',
    timeZone: 'UTC',
    ...owingNothing(),
    ...differently,
  }
}
