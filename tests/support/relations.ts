import { uuidv7 } from 'uuidv7'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import type { Organization } from './organizations'
import { insert } from './owner'

/** Relations between organizations, written as they stand after an acceptance. */

interface PartnershipChoices {
  ended?: boolean
  /** `none` as history could have left it. */
  adminAccess?: 'stands' | 'revoked' | 'none'
}

const ending = (ended: boolean | undefined) => ({
  status: ended ? 'ended' : 'active',
  endedAt: ended ? new Date() : null,
  endedByName: ended ? 'Somebody' : null,
})

export async function partnership(
  provider: Organization,
  reseller: Organization,
  { ended, adminAccess = ended ? 'revoked' : 'stands' }: PartnershipChoices = {},
): Promise<string> {
  const id = uuidv7()
  await insert('Partnership', {
    id,
    providerId: provider.id,
    resellerId: reseller.id,
    ...ending(ended),
    providerName: provider.name,
    resellerName: reseller.name,
    providerSortName: toSortName(provider.name),
    resellerSortName: toSortName(reseller.name),
    providerSearch: toSearchText(provider.name, provider.domain, provider.mpnId),
    resellerSearch: toSearchText(reseller.name, reseller.domain, reseller.mpnId),
  })
  if (adminAccess === 'none') return id
  const revoked = adminAccess === 'revoked' ? { revokedAt: new Date(), revokedByName: 'Somebody' } : {}
  const access = {
    id: uuidv7(),
    partnershipId: id,
    providerId: provider.id,
    resellerId: reseller.id,
    grantedByName: 'Somebody',
  }
  await insert('PartnershipAdminAccess', { ...access, ...revoked })
  return id
}

export async function relationship(
  partner: Organization,
  customer: Organization,
  { ended, delegated }: { ended?: boolean; delegated?: boolean } = {},
): Promise<string> {
  const id = uuidv7()
  const pair = { partnerId: partner.id, customerId: customer.id }
  await insert('CustomerRelationship', {
    id,
    ...pair,
    ...ending(ended),
    partnerKind: partner.kind,
    partnerName: partner.name,
    partnerSortName: toSortName(partner.name),
    customerName: customer.name,
    customerDomain: customer.domain,
    customerSortName: toSortName(customer.name),
    customerSearch: toSearchText(customer.name, customer.domain),
  })
  if (delegated) {
    const revoked = ended ? { revokedAt: new Date(), revokedByName: 'Somebody' } : {}
    await insert('DelegatedAdministration', {
      id: uuidv7(),
      customerRelationshipId: id,
      ...pair,
      grantedByName: 'Somebody',
      ...revoked,
    })
  }
  return id
}

export async function agreement(customer: Organization): Promise<void> {
  await insert('CustomerAgreement', {
    id: uuidv7(),
    customerId: customer.id,
    type: 'MicrosoftCustomerAgreement',
    templateId: uuidv7(),
    dateAgreed: new Date(),
    userId: uuidv7(),
    firstAndLastName: `Signer ${customer.mark}`,
    email: `signer@${customer.domain}`,
  })
}

/** The partner agreement of the reseller's region. */
export async function partnerAgreement(reseller: Organization): Promise<void> {
  await insert('PartnerAgreement', {
    id: uuidv7(),
    organizationId: reseller.id,
    region: reseller.region,
    userId: uuidv7(),
    firstAndLastName: `Signer ${reseller.mark}`,
    email: `signer@${reseller.domain}`,
  })
}
