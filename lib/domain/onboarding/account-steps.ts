import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { customerAgreement } from '../agreements/steps'
import { countryRules } from '../organizations/country-rules'

/** Company and billing profile of a customer. One that came by invitation has none until somebody keeps it. */
export interface Account {
  segment: 'Commercial' | 'Education' | 'Government' | 'NonProfit'
  culture: string
  firstName: string
  lastName: string
  contactEmail: string
  phoneNumber: string | null
  addressLine1: string | null
  addressLine2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  registrationNumber: string | null
}

const accountFields = {
  segment: true,
  culture: true,
  firstName: true,
  lastName: true,
  contactEmail: true,
  phoneNumber: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  registrationNumber: true,
} as const

const agreementFields = {
  where: { type: customerAgreement.type },
  select: { dateAgreed: true, firstAndLastName: true, email: true },
  take: 1,
} as const

/** The profile of a customer and the agreement it accepted; null while it has accepted none. */
export async function findAccount(db: Database, customerId: string) {
  const { account, agreements, ...customer } = await db.organization.findUniqueOrThrow({
    where: { id: customerId },
    select: {
      country: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      account: { select: accountFields },
      agreements: agreementFields,
    },
  })
  return { account: account ?? fromOrganization(customer), agreement: agreements[0] ?? null }
}

interface Joined {
  country: string
  contactName: string
  contactEmail: string
  contactPhone: string | null
}

/** What is known of a customer without a profile: whom it named when it joined. */
function fromOrganization(customer: Joined): Account {
  const [firstName = '', ...lastNames] = customer.contactName.split(' ')
  const nowhere = { addressLine1: null, addressLine2: null, city: null, state: null, postalCode: null }
  return {
    segment: 'Commercial',
    culture: countryRules(customer.country).cultures[0] ?? 'en',
    firstName,
    lastName: lastNames.join(' '),
    contactEmail: customer.contactEmail,
    phoneNumber: customer.contactPhone,
    ...nowhere,
    registrationNumber: null,
  }
}

/** Changes the profile; a customer without one gets it now, from what is known. */
export async function keepAccount(
  db: Database,
  customerId: string,
  known: Account,
  changes: Partial<Account>,
): Promise<void> {
  const language = known.culture.split('-')[0] ?? known.culture
  await db.customerAccount.createMany({ data: { customerId, language, ...known }, skipDuplicates: true })
  await db.customerAccount.updateMany({ where: { customerId }, data: { ...changes, updatedAt: clock.now() } })
}
