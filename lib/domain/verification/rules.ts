import { mayClaimDomain } from '../account-setup/rules'
import type { ChangedData, CheckKind, CheckStatus, VerificationStatus } from './schema'
import { checkKinds } from './schema'

/** The address and the people behind it; the company itself. */
const aboutContact = ['EmailOwnership', 'EmailDomain', 'EmploymentVerification'] as const satisfies CheckKind[]
const aboutBusiness = ['BusinessVerification'] as const satisfies CheckKind[]

const touched: Record<ChangedData, readonly CheckKind[]> = {
  legalName: aboutBusiness,
  address: aboutBusiness,
  registrationNumber: aboutBusiness,
  contactEmail: aboutContact,
}

/** Spec 3.5: what was changed is verified again, and nothing else. In the order of the steps. */
export function checksTouchedBy(changed: readonly ChangedData[]): CheckKind[] {
  const wanted = new Set(changed.flatMap((one) => touched[one]))
  return checkKinds.filter((kind) => wanted.has(kind))
}

/** Checks that start anew whenever the primary contact has another address. */
export const contactChecks: readonly CheckKind[] = aboutContact

/**
 * Whether the address by itself shows that it is the company's: it is on the company's domain. A default domain of the work
 * account shows nothing, because anybody gets one.
 */
export function provesDomain(email: string, domain: string): boolean {
  return !domain.endsWith('.onmicrosoft.com') && mayClaimDomain(email, domain)
}

export interface Check {
  kind: CheckKind
  status: CheckStatus
}

/** Whether the letter to the primary contact has still to be answered. */
export function awaitsContact(checks: readonly Check[]): boolean {
  return checks.some(({ kind, status }) => kind === 'EmailOwnership' && status === 'Waiting')
}

/** Where a verification stands that nobody has decided about. */
export function undecided(checks: readonly Check[]): Extract<VerificationStatus, 'AwaitingContact' | 'InReview'> {
  return awaitsContact(checks) ? 'AwaitingContact' : 'InReview'
}

export function isUndecided(status: VerificationStatus): boolean {
  return status === 'AwaitingContact' || status === 'InReview'
}

/** Approved is only what has passed as a whole. */
export function mayApprove(status: VerificationStatus, checks: readonly Check[]): boolean {
  return status === 'InReview' && checks.every((check) => check.status === 'Passed')
}

/** Rejected is only what says which of its steps failed, so that the applicant knows what to do. */
export function mayReject(status: VerificationStatus, checks: readonly Check[]): boolean {
  return isUndecided(status) && checks.some((check) => check.status === 'Failed')
}

/** The contact itself answers for its mailbox; the operator judges the rest. */
export function mayJudge(status: VerificationStatus, kind: CheckKind): boolean {
  return isUndecided(status) && kind !== 'EmailOwnership'
}

/** A rejected verification is reviewed again when the applicant has answered. */
export function mayAskForReview(status: VerificationStatus): boolean {
  return status === 'Rejected'
}

export type Turn = 'contact' | 'operator' | 'applicant' | 'nobody'

/** Whose turn it is. */
export function turnOf(status: VerificationStatus): Turn {
  if (status === 'AwaitingContact') return 'contact'
  if (status === 'InReview') return 'operator'
  return status === 'Rejected' ? 'applicant' : 'nobody'
}

export type StepState = 'done' | 'failed' | 'current' | 'next'

/** How each step looks to the applicant: the first that waits is the current one. */
export function stepStates(checks: readonly Check[]): StepState[] {
  const first = checks.findIndex(({ status }) => status === 'Waiting')
  return checks.map(({ status }, index) => {
    if (status === 'Passed') return 'done'
    if (status === 'Failed') return 'failed'
    return index === first ? 'current' : 'next'
  })
}

/** The last step: it follows from the others, but somebody takes it. */
export function decisionState(status: VerificationStatus, checks: readonly Check[]): StepState {
  if (status === 'Authorized') return 'done'
  if (status === 'Rejected') return 'failed'
  return checks.every((check) => check.status === 'Passed') ? 'current' : 'next'
}
