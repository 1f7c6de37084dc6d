import type { IDToken } from 'openid-client'
import { domainOf, vouchedEmail } from '@/lib/auth/issuer/claims'
import { DomainError, type ErrorCode } from '@/lib/core/errors'

export type SingleSignOnState = 'testing' | 'on' | 'off'

/** Before somebody has seen it work nobody depends on it. */
export function assertMaySwitchOn(testedAt: Date | null): void {
  if (!testedAt) throw new DomainError('single_sign_on_untested')
}

/**
 * The address a person may be found by for the first time: the issuer vouches for it, and it is of a domain the issuer answers for.
 * @throws DomainError `email_missing`, `email_unverified`, `email_not_covered`
 */
export function coveredEmail(claims: IDToken, domains: readonly string[]): string {
  const email = vouchedEmail(claims)
  if (!domains.includes(domainOf(email))) throw new DomainError('email_not_covered')
  return email
}

/** What a test has brought, as the page shows it. No token, nothing the issuer was not asked for. */
export interface TestReport {
  at: string
  byName: string
  /** Null where it went through. */
  problem: ErrorCode | null
  subject: string | null
  email: string | null
  name: string | null
  /** Whether somebody of the organization has that address. */
  personName: string | null
  severalFactors: boolean
  authTime: boolean
}

const shown = (claim: unknown): string | null => (typeof claim === 'string' ? claim.slice(0, 200) : null)

export function reportOf(claims: IDToken | null): Pick<TestReport, 'subject' | 'email' | 'name' | 'authTime'> {
  return {
    subject: shown(claims?.sub),
    email: shown(claims?.email),
    name: shown(claims?.name),
    authTime: typeof claims?.auth_time === 'number',
  }
}
