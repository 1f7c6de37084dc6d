import { agreement, partnership, relationship } from '../../support/relations'
import { type Company, company } from './people'

export interface Trio {
  provider: Company
  reseller: Company
  customer: Company
  partnershipId: string
}

/** A provider and a reseller in partnership, and a customer that has authorized neither. */
export async function partners({ country = 'GB' } = {}): Promise<Trio> {
  const provider = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const customer = await company('customer', 'Harbour Clinic Group', { fullName: 'Naomi Fletcher', country })
  const partnershipId = await partnership(provider.organization, reseller.organization)
  return { provider, reseller, customer, partnershipId }
}

export interface ServedTrio extends Trio {
  /** The customer's relationships with the reseller and with the provider. */
  withReseller: string
  withProvider: string
}

/** The same after the customer has authorized both, with delegated administration. */
export async function servingTogether(where: { country?: string } = {}): Promise<ServedTrio> {
  const trio = await partners(where)
  const customer = trio.customer.organization
  await agreement(customer)
  const withReseller = await relationship(trio.reseller.organization, customer, { delegated: true })
  const withProvider = await relationship(trio.provider.organization, customer, { delegated: true })
  return { ...trio, withReseller, withProvider }
}
