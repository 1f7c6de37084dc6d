import type { OrganizationKind, VettingStatus } from '@/lib/access/permissions'
import { type ChangedData, changedData } from '../verification/schema'

/** Where a company is registered, as the legal profile keeps it. */
export interface LegalFacts {
  name: string
  addressLine1: string | null
  addressLine2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  registrationNumber: string | null
}

/**
 * Spec 3.5: a reseller may change its legal name at any time, a provider not once it is authorized: its customers and
 * resellers signed with that name.
 */
export function mayRename(kind: OrganizationKind, vettingStatus: VettingStatus): boolean {
  return kind === 'reseller' || (kind === 'provider' && vettingStatus !== 'Authorized')
}

const addressParts = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const

/** Which facts of the legal profile differ: those, and no others, are verified again. */
export function changedLegalFacts(before: LegalFacts, after: LegalFacts): ChangedData[] {
  const changed: Partial<Record<ChangedData, boolean>> = {
    legalName: before.name !== after.name,
    address: addressParts.some((part) => before[part] !== after[part]),
    registrationNumber: before.registrationNumber !== after.registrationNumber,
  }
  return changedData.filter((fact) => changed[fact])
}

/** The address in one line, as the record names it. Empty where nobody has told it. */
export function addressLine(facts: LegalFacts): string {
  const town = [facts.postalCode, facts.city].filter(Boolean).join(' ')
  return [facts.addressLine1, facts.addressLine2, town, facts.state].filter(Boolean).join(', ')
}

/** What the record keeps of a change: public facts only, and of those only what has changed. */
export function recordOf(before: LegalFacts, after: LegalFacts, changed: readonly ChangedData[]) {
  const said = (facts: LegalFacts) => {
    const texts: Partial<Record<ChangedData, string | null>> = {
      legalName: facts.name,
      address: addressLine(facts),
      registrationNumber: facts.registrationNumber,
    }
    return changed
      .map((fact) => texts[fact])
      .filter(Boolean)
      .join('; ')
  }
  return { changed: [...changed], before: said(before), after: said(after) }
}
