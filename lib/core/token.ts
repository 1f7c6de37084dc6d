import { createHash, createHmac, randomBytes } from 'node:crypto'
import { environment } from './env'

/**
 * Tokens that open something. A session token is random. A link token is derived from a stored random salt and the
 * portal's secret: the database alone opens nothing, and the worker can write the same link into a reminder.
 */

const prefixes = {
  partnership: 'inv_r_',
  customer: 'inv_c_',
  accountSetup: 'acc_',
  handover: 'hov_',
  contact: 'con_',
  password: 'pwd_',
} as const
export type LinkPurpose = keyof typeof prefixes

export interface LinkSecret {
  salt: string
  token: string
  tokenHash: string
}

export function newSessionToken(): string {
  return `ses_${randomBytes(32).toString('base64url')}`
}

/** Recognizes a browser somebody has signed in with before. */
export function newDeviceToken(): string {
  return `dev_${randomBytes(32).toString('base64url')}`
}

/** Stands for a sign-in whose second factor is still asked. */
export function newPendingToken(): string {
  return `pen_${randomBytes(32).toString('base64url')}`
}

/** Recognizes a browser that comes back from an issuer. */
export function newErrandToken(): string {
  return `iss_${randomBytes(32).toString('base64url')}`
}

/** What goes along to an issuer: derived, so that nothing but the browser's cookie has to be kept. */
export function errandSecret(token: string, purpose: 'state' | 'nonce' | 'verifier'): string {
  const key = createHmac('sha256', environment().AUTH_SECRET).update('issuer errands').digest()
  return createHmac('sha256', key).update(`${purpose}:${token}`).digest('base64url')
}

export function newLinkSecret(purpose: LinkPurpose): LinkSecret {
  const salt = randomBytes(32).toString('base64url')
  const token = linkToken(purpose, salt)
  return { salt, token, tokenHash: hashToken(token) }
}

/** The token that belongs to a stored salt. */
export function linkToken(purpose: LinkPurpose, salt: string): string {
  const key = createHmac('sha256', environment().AUTH_SECRET).update('link tokens').digest()
  return prefixes[purpose] + createHmac('sha256', key).update(`${purpose}:${salt}`).digest('base64url')
}

/** What the database keeps of a token: SHA-256, hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const invitationToken = /^inv_[rc]_[A-Za-z0-9_-]{43}$/
const accountSetupToken = /^acc_[A-Za-z0-9_-]{43}$/
const handoverToken = /^hov_[A-Za-z0-9_-]{43}$/
const contactToken = /^con_[A-Za-z0-9_-]{43}$/
const passwordToken = /^pwd_[A-Za-z0-9_-]{43}$/

export function isInvitationToken(text: string): boolean {
  return invitationToken.test(text)
}

export function isAccountSetupToken(text: string): boolean {
  return accountSetupToken.test(text)
}

export function isHandoverToken(text: string): boolean {
  return handoverToken.test(text)
}

export function isContactToken(text: string): boolean {
  return contactToken.test(text)
}

export function isPasswordToken(text: string): boolean {
  return passwordToken.test(text)
}

export function isDeviceToken(text: string): boolean {
  return /^dev_[A-Za-z0-9_-]{43}$/.test(text)
}

export function isPendingToken(text: string): boolean {
  return /^pen_[A-Za-z0-9_-]{43}$/.test(text)
}

export function isErrandToken(text: string): boolean {
  return /^iss_[A-Za-z0-9_-]{43}$/.test(text)
}

/** 24 characters of an unambiguous alphabet in four groups, about 139 bits. Shown once, stored as a hash only. */
export function newTemporaryPassword(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
  const characters: string[] = []
  while (characters.length < 24) {
    for (const byte of randomBytes(32)) {
      // Bytes past the last whole multiple of the alphabet would favour its first letters.
      if (byte < alphabet.length * 4 && characters.length < 24) characters.push(alphabet.charAt(byte % alphabet.length))
    }
  }
  return [0, 6, 12, 18].map((start) => characters.slice(start, start + 6).join('')).join('-')
}
