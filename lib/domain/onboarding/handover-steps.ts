import type { Actor } from '@/lib/access/permissions'
import { after, clock, day } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'

const handoverLife = 7 * day

/** The first person of a customer, whom the account is handed over to, with the link that waits for them. */
export function findFirstAdmin(db: Database, customerId: string) {
  return db.user.findFirst({
    where: { organizationId: customerId, deletedAt: null, disabledAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      email: true,
      fullName: true,
      locale: true,
      mustChangePassword: true,
      handovers: {
        where: { usedAt: null, replacedAt: null, expiresAt: { gt: clock.now() } },
        select: { createdAt: true, expiresAt: true },
        take: 1,
      },
    },
  })
}

interface NewHandover {
  customerId: string
  userId: string
  tokenHash: string
}

/** A new link; the one before no longer opens anything. */
export async function replaceHandover(db: Database, actor: Actor, handover: NewHandover): Promise<void> {
  await db.credentialHandover.updateMany({
    where: { userId: handover.userId, usedAt: null, replacedAt: null },
    data: { replacedAt: clock.now() },
  })
  const times = { createdAt: clock.now(), expiresAt: after(handoverLife) }
  await db.credentialHandover.createMany({
    data: { ...handover, ...times, issuerOrganizationId: actor.organizationId },
  })
}

export interface HandoverOfKey {
  handoverId: string
  userId: string
  organizationId: string
  email: string
  fullName: string
  organizationName: string
  issuerName: string
  expiresAt: Date
  usedAt: Date | null
  replacedAt: Date | null
}

/** What the link in hand opens, whatever its state; null for a link that never was. */
export async function findHandover(db: Database): Promise<HandoverOfKey | null> {
  const [found] = await db.$queryRaw<HandoverOfKey[]>`select * from handover_of_key()`
  return found ?? null
}

export type HandoverState = 'open' | 'used' | 'replaced' | 'expired'

export function handoverState({ usedAt, replacedAt, expiresAt }: HandoverOfKey): HandoverState {
  if (usedAt) return 'used'
  if (replacedAt) return 'replaced'
  return expiresAt > clock.now() ? 'open' : 'expired'
}

/** @throws DomainError `handover_unknown`, `handover_used`, `handover_replaced`, `handover_expired` */
export async function openHandover(db: Database): Promise<HandoverOfKey> {
  const found = await findHandover(db)
  if (!found) throw new DomainError('handover_unknown')
  const state = handoverState(found)
  if (state !== 'open') throw new DomainError(`handover_${state}`)
  return found
}
