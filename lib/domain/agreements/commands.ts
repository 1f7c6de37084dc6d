import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { signPartnerAgreementInput } from './schema'

/**
 * Spec 3.12: signed once per region; it outlives whoever signed.
 * @throws DomainError `already_signed`, `confirmation_required`
 */
export const signPartnerAgreement = command({
  access: 'partnerAgreement.sign',
  input: signPartnerAgreementInput,
  confirmed: true,
  async run({ actor, db, audit }) {
    const { organizationId, region, userId, fullName, email } = actor
    // Two at once: the unique index lets one in.
    const { count } = await db.partnerAgreement.createMany({
      data: { organizationId, region, signedAt: clock.now(), userId, firstAndLastName: fullName, email },
      skipDuplicates: true,
    })
    if (count !== 1) throw new DomainError('already_signed')
    await audit('partnerAgreement.signed', { region })
  },
})
