import { type Actor, can } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { localDay } from '@/lib/core/local-time'
import { customerAgreement } from '../agreements/steps'
import { momentOf } from './rules'
import type { NewCustomer } from './schema'

/** That somebody of the customer agreed to the customer agreement, as the provider attests it (spec 3.12). */
export interface Attestation {
  agreedOn: string
  signerFirstName: string
  signerLastName: string
  signerEmail: string
}

/**
 * What the form attests; null where its box is not ticked.
 * @throws DomainError `role_missing`, `input_invalid`
 */
export function acceptAttestation(actor: Actor, given: NewCustomer): Attestation | null {
  if (!given.attested) return null
  if (!can(actor, 'customerAgreement.attest'))
    throw new DomainError('role_missing', { permission: 'customerAgreement.attest' })
  const { agreedOn, signerFirstName, signerLastName, signerEmail } = given
  const missing = Object.entries({ agreedOn, signerFirstName, signerLastName, signerEmail }).filter(
    ([, value]) => !value,
  )
  if (!agreedOn || !signerFirstName || !signerLastName || !signerEmail)
    throw new DomainError('input_invalid', {
      fields: Object.fromEntries(missing.map(([name]) => [name, ['required']])),
    })
  assertHasBegun(actor, agreedOn)
  return { agreedOn, signerFirstName, signerLastName, signerEmail }
}

/** @throws DomainError `input_invalid` */
export function assertHasBegun(actor: Actor, agreedOn: string): void {
  if (agreedOn > localDay(clock.now(), actor.timeZone))
    throw new DomainError('input_invalid', { fields: { agreedOn: ['date_future'] } })
}

/** @returns whether this call is what made it stand, and who agreed */
export async function writeAttestation(db: Database, actor: Actor, customerId: string, attested: Attestation) {
  const signer = `${attested.signerFirstName} ${attested.signerLastName}`
  const { count } = await db.customerAgreement.createMany({
    data: {
      customerId,
      ...customerAgreement,
      dateAgreed: momentOf(attested.agreedOn, clock.now()),
      userId: actor.userId,
      firstAndLastName: signer,
      email: attested.signerEmail,
    },
    skipDuplicates: true,
  })
  const record = { type: customerAgreement.type, dateAgreed: attested.agreedOn, signer }
  return { stands: count === 1, record }
}
