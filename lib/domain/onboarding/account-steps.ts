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

export async function findAccount(db: Database, customerId: string): Promise<Account> {
  const kept = await db.customerAccount.findUnique({
    where: { customerId },
    select: {
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
    },
  })
  return kept ?? fromOrganization(db, customerId)
}

/** What is known of a customer without a profile: whom it named when it joined. */
async function fromOrganization(db: Database, customerId: string): Promise<Account> {
  const customer = await db.organization.findUniqueOrThrow({
    where: { id: customerId },
    select: { country: true, contactName: true, contactEmail: true, contactPhone: true },
  })
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

export function findAgreement(db: Database, customerId: string) {
  return db.customerAgreement.findFirst({
    where: { customerId, type: customerAgreement.type },
    select: { dateAgreed: true, firstAndLastName: true, email: true },
  })
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
