import type { IDToken } from 'openid-client'
import { DomainError } from '@/lib/core/errors'
import { emailAddress } from '@/lib/core/vocabulary'
import type { IssuerProof } from '../session'

/** What the claims of an ID token are worth. */

/** Microsoft's clouds. Its issuers name one tenant each; a token of a single tenant says nothing about `email_verified`. */
const entraHosts = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'sts.windows.net',
])
/** Issuers that let anybody of any organization in, or private people. */
const sharedTenants = new Set(['common', 'organizations', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad'])
const google = 'https://accounts.google.com'

export function isEntra(issuer: string): boolean {
  return entraHosts.has(new URL(issuer).hostname)
}

/** Whether an issuer answers for everybody's accounts and not for those of one organization. */
export function isSharedIssuer(issuer: string): boolean {
  const tenant = new URL(issuer).pathname.split('/')[1] ?? ''
  return isEntra(issuer) && (tenant === '' || sharedTenants.has(tenant.toLowerCase()))
}

/**
 * The address the issuer vouches for. `email_verified` has to be true. Entra ID does not send it: there the tenant is the
 * organization's own, and what may be told apart (`xms_edov`, `acct`) must not speak against it.
 * @throws DomainError `email_missing`, `email_unverified`
 */
export function vouchedEmail(claims: IDToken): string {
  const parsed = emailAddress.safeParse(claims.email)
  if (!parsed.success) throw new DomainError('email_missing')
  const email = parsed.data
  if (!isVouchedFor(claims, email)) throw new DomainError('email_unverified')
  return email
}

function isVouchedFor(claims: IDToken, email: string): boolean {
  // Private Google accounts carry addresses of companies, too: only those a company manages say so.
  if (claims.iss === google && claims.hd !== domainOf(email)) return false
  if (claims.email_verified !== undefined) return saysYes(claims.email_verified)
  if (!isEntra(claims.iss)) return false
  const ofThisTenant = typeof claims.tid === 'string' && new URL(claims.iss).pathname.split('/')[1] === claims.tid
  const isGuest = claims.acct === 1 || claims.acct === '1'
  return ofThisTenant && !isGuest && (claims.xms_edov === undefined || saysYes(claims.xms_edov))
}

function saysYes(claim: unknown): boolean {
  return claim === true || claim === 1 || claim === '1' || claim === 'true'
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

const severalFactors = new Set([
  'mfa',
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
])

/** Whether the issuer says that it has asked for a second factor (RFC 8176). */
export function proofOf({ amr, acr }: IDToken): IssuerProof {
  const said = [...(Array.isArray(amr) ? amr : []), acr]
  return said.some((each) => typeof each === 'string' && severalFactors.has(each)) ? 'severalFactors' : 'oneFactor'
}

/** Seconds that clocks may differ. */
const drift = 60

/** Whether the issuer has asked who it is since the errand began. */
export function isProvedSince({ auth_time }: IDToken, began: Date): boolean {
  return typeof auth_time === 'number' && auth_time >= Math.floor(began.getTime() / 1000) - drift
}
