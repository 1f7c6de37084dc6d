import type { Row } from './row'
import { empty, self } from './targets'

export const agreementRows: Row[] = [
  { operation: 'agreements.getPartnerAgreement', access: 'partnerAgreement.view', relations: self, input: empty },
  // One Global admin of the world comes first and is the one who signs.
  {
    operation: 'agreements.signPartnerAgreement',
    access: 'partnerAgreement.sign',
    relations: self,
    input: () => ({ agreed: 'on' }),
  },
]
