import type { ReadCustomer } from './customer-file'
import type { Verdict } from './schema'

/** What a customer is known by. Re-reading a file with the same facts changes nothing. */
export interface KnownFacts {
  name: string
  contactName: string | null
  contactEmail: string | null
  microsoftId: string | null
  relationship: string | null
}

export interface Surroundings {
  /** The reseller's own domain: nobody is its own customer. */
  ownDomain: string
  /** Domains and directories of those who are customers already. */
  customers: ReadonlySet<string>
  known: ReadonlyMap<string, KnownFacts>
}

export interface JudgedCustomer extends ReadCustomer {
  verdict: Verdict
}

/** What becomes of a row that was read from a file. */
export function judge(row: ReadCustomer, { ownDomain, customers, known }: Surroundings): JudgedCustomer {
  if (row.errors.length > 0) return { ...row, verdict: 'refused' }
  if (row.domain === ownDomain)
    return { ...row, errors: [{ column: 'domain', error: 'domain_own' }], verdict: 'refused' }
  if (customers.has(row.domain) || (row.microsoftId !== null && customers.has(row.microsoftId)))
    return { ...row, verdict: 'customer' }
  const before = known.get(row.domain)
  if (!before) return { ...row, verdict: 'added' }
  const kept = withKept(row, before)
  return { ...kept, verdict: isSame(kept, before) ? 'unchanged' : 'updated' }
}

/** Another portal's export has no contacts: what a file does not say stays as it was known. */
function withKept(row: ReadCustomer, before: KnownFacts): ReadCustomer {
  return {
    ...row,
    contactName: row.contactName ?? before.contactName,
    contactEmail: row.contactEmail ?? before.contactEmail,
    microsoftId: row.microsoftId ?? before.microsoftId,
    relationship: row.relationship ?? before.relationship,
  }
}

function isSame(row: KnownFacts, before: KnownFacts): boolean {
  const facts = ['name', 'contactName', 'contactEmail', 'microsoftId', 'relationship'] as const
  return facts.every((fact) => row[fact] === before[fact])
}
