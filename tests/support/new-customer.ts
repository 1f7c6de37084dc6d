import { uuidv7 } from 'uuidv7'
import { founded, member, newMark, type Organization, organization } from './organizations'
import { insert } from './owner'
import { partnership } from './relations'
import { offer } from './subscriptions'

/** The form for a new customer as somebody in Germany fills it in, with nothing bought. */
export function newCustomer(differently: Record<string, unknown> = {}) {
  const mark = newMark()
  return {
    nonce: uuidv7(),
    companyName: `Ahorn ${mark}`,
    prefix: mark,
    country: 'DE',
    segment: 'Commercial' as const,
    addressLine1: 'Gartenstraße 1',
    city: 'Berlin',
    postalCode: '10115',
    phoneNumber: '030 1234567',
    firstName: 'Vera',
    lastName: 'Ahorn',
    email: `vera@${mark}.example`,
    culture: 'de-DE',
    total: '0.00',
    ...differently,
  }
}

/** That somebody of the customer agreed, yesterday. */
export function attested(differently: Record<string, unknown> = {}) {
  return {
    attested: 'on' as const,
    agreedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    signerFirstName: 'Vera',
    signerLastName: 'Ahorn',
    signerEmail: 'vera@ahorn.example',
    ...differently,
  }
}

export async function signedPartnerAgreement(reseller: Organization): Promise<void> {
  await insert('PartnerAgreement', {
    id: uuidv7(),
    organizationId: reseller.id,
    region: reseller.region,
    userId: uuidv7(),
    firstAndLastName: 'Somebody',
    email: `somebody@${reseller.domain}`,
  })
}

/** A provider with a partner that has signed everything, and somebody who may do everything. */
export async function providerWithReseller() {
  const { organization: provider } = await founded('provider')
  const reseller = await organization('reseller')
  const partnershipId = await partnership(provider, reseller)
  await signedPartnerAgreement(reseller)
  return { provider, reseller, partnershipId, agent: await member(provider, 'globalAdmin', 'adminAgent') }
}

/** The form with one offer in it. */
export async function buying(quantity = 12, more: Record<string, unknown> = {}) {
  const sold = await offer()
  return {
    sold,
    input: newCustomer({
      ...attested(),
      items: [sold.availabilityId],
      quantities: [String(quantity)],
      total: `${8 * quantity}.00`,
      ...more,
    }),
  }
}
