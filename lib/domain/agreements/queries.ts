import { query } from '@/lib/core/operation'
import { getPartnerAgreementInput } from './schema'
import { findSignature } from './steps'

/** Spec 3.12: whether the reseller has signed the partner agreement of its region; if so, who did and when. */
export const getPartnerAgreement = query({
  access: 'partnerAgreement.view',
  input: getPartnerAgreementInput,
  run: async ({ actor, db }) => ({ region: actor.region, signature: await findSignature(db, actor) }),
})
