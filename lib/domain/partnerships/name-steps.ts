import type { Database } from '@/lib/core/db'
import { scope } from '@/lib/core/scope'
import { notifyHolders } from '../notifications/steps'

/** More partners than this are told by nothing but their lists. */
const partnersTold = 200

/** Whoever works with the organization reads its name every day: they are told that it is another one now. */
export async function tellPartnersOfName(
  db: Database,
  { id, kind }: { id: string; kind: 'provider' | 'reseller' },
  names: { before: string; after: string },
): Promise<void> {
  const own = kind === 'reseller' ? { resellerId: id } : { providerId: id }
  const partnerships = await db.partnership.findMany({
    where: { AND: [scope(own), { endedAt: null }] },
    select: { providerId: true, resellerId: true },
    take: partnersTold,
  })
  for (const { providerId, resellerId } of partnerships) {
    const [organizationId, partner, path] =
      kind === 'reseller'
        ? ([providerId, 'provider', `/indirect-resellers/${id}`] as const)
        : ([resellerId, 'reseller', '/indirect-providers'] as const)
    const to = { organizationId, kind: partner, permission: 'partnership.list' } as const
    await notifyHolders(db, to, { kind: 'partnerRenamed', parameters: names, path })
  }
}
