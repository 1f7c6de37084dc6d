import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { scope } from '@/lib/core/scope'

/** The one template there is; its id is the documented one of the partner API. */
export const customerAgreement = {
  type: 'MicrosoftCustomerAgreement',
  templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
} as const

/**
 * Records that the customer accepted the customer agreement; an agreement that stands is left as it is.
 * @returns whether this call is what made it stand
 */
export async function acceptCustomerAgreement(db: Database, actor: Actor): Promise<boolean> {
  const { count } = await db.customerAgreement.createMany({
    data: {
      customerId: actor.organizationId,
      ...customerAgreement,
      dateAgreed: clock.now(),
      userId: actor.userId,
      firstAndLastName: actor.fullName,
      email: actor.email,
    },
    skipDuplicates: true,
  })
  return count === 1
}

export async function agreementStands(db: Database, customerId: string): Promise<boolean> {
  const found = await db.customerAgreement.findFirst({
    where: { customerId, type: customerAgreement.type },
    select: { id: true },
  })
  return found !== null
}

/** The signature of the actor's organization under the partner agreement of its region; null while nobody has signed. */
export async function findSignature(db: Database, { organizationId, region }: Actor) {
  return db.partnerAgreement.findFirst({
    where: { AND: [scope({ organizationId }), { region }] },
    select: { signedAt: true, firstAndLastName: true, email: true },
  })
}
