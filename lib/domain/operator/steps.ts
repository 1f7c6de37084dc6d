import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'

/** The operator answers for everybody who takes part; nobody else gets here. */
export function visibleOrganizations({ organizationKind, organizationId }: Actor) {
  return scope(organizationKind === 'operator' ? {} : { id: organizationId })
}

/** @throws DomainError `not_found` */
export async function findOrganization(db: Database, actor: Actor, organizationId: string) {
  const found = await db.organization.findFirst({
    where: { AND: [visibleOrganizations(actor), { id: organizationId }] },
    select: {
      id: true,
      kind: true,
      name: true,
      domain: true,
      country: true,
      region: true,
      mpnId: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      vettingStatus: true,
      createdAt: true,
    },
  })
  if (!found) throw new DomainError('not_found')
  return found
}

export interface FirstGlobalAdmin {
  userId: string
  fullName: string
  email: string
  locale: 'en' | 'ru'
  /** Null where no activation link was ever mailed. */
  invitedAt: Date | null
  expiresAt: Date | null
  activated: boolean
}

/** Who was let in first, and whether they have come. */
export async function findFirstGlobalAdmin(db: Database, organizationId: string): Promise<FirstGlobalAdmin | null> {
  const [found] = await db.$queryRaw<FirstGlobalAdmin[]>`select * from first_global_admin(${organizationId}::uuid)`
  return found ?? null
}
