import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { customerAgreement } from '../agreements/steps'
import { countryRules } from '../organizations/country-rules'
import { languageOf } from './rules'

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
export function fromOrganization(customer: Joined): Account {
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

/** The profile in the parts its forms show. */
export function partsOf(account: Account) {
  const { firstName, lastName, contactEmail, phoneNumber, culture, ...billing } = account
  return { contact: { firstName, lastName, contactEmail, phoneNumber, culture }, billing }
}

/**
 * The profile, held until the end of the transaction: of two who save at once the second sees what the first has saved. A
 * customer without one gets it now, from what is known.
 */
export async function holdAccount(db: Database, customerId: string): Promise<Account> {
  const { account: known } = await findAccount(db, customerId)
  const language = languageOf(known.culture)
  await db.customerAccount.createMany({ data: { customerId, language, ...known }, skipDuplicates: true })
  await db.$queryRaw`select "customerId" from "CustomerAccount" where "customerId" = ${customerId}::uuid for no key update`
  return (await findAccount(db, customerId)).account
}

/** Letters to the contact follow the language of the culture. */
export async function keepAccount(db: Database, customerId: string, changes: Partial<Account>): Promise<void> {
  const language = changes.culture ? { language: languageOf(changes.culture) } : {}
  await db.customerAccount.updateMany({
    where: { customerId },
    data: { ...changes, ...language, updatedAt: clock.now() },
  })
}
