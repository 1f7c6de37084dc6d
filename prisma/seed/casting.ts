import type { OrganizationKind, Role } from '@/lib/access/permissions'

// What the demo world's cast is written in.

export interface CastPerson {
  name: string
  email: string
  /** The first one is what the person is known for. */
  roles: readonly Role[]
}

export interface CastOrganization {
  kind: OrganizationKind
  name: string
  domain: string
  country: string
  /** Language of its people. */
  locale: 'en' | 'ru'
  mpnId?: string
  phone?: string
  /** The first one is the first Global admin and the contact. */
  people: readonly [CastPerson, ...CastPerson[]]
}

export function person(name: string, email: string, ...roles: Role[]): CastPerson {
  return { name, email, roles }
}
