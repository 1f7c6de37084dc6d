import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/auth/recovery-codes'
import { seal } from '@/lib/auth/sealed-secret'
import { codeOf, newTotpSecret, stepAt } from '@/lib/auth/totp'
import { hashToken, newLinkSecret, newPendingToken } from '@/lib/core/token'
import type { Person } from './organizations'
import { insert } from './owner'

export interface Factor {
  secret: Buffer
  recoveryCodes: string[]
  /** What the app shows, or showed and will show so many steps from now. */
  code(steps?: number): string
}

/** A second factor of a person, as adding it leaves it. No code of it has been used. */
export async function secondFactor(who: Person | Actor): Promise<Factor> {
  const [userId, organizationId] = 'userId' in who ? [who.userId, who.organizationId] : [who.id, who.organization.id]
  const secret = newTotpSecret()
  const now = new Date()
  await insert('SecondFactor', { userId, organizationId, encryptedSecret: seal(secret, userId), confirmedAt: now })
  const recoveryCodes = newRecoveryCodes()
  for (const code of recoveryCodes)
    await insert('RecoveryCode', { id: uuidv7(), userId, organizationId, codeHash: recoveryCodeHash(userId, code) })
  return { secret, recoveryCodes, code: (steps = 0) => codeOf(secret, stepAt(Date.now()) + steps) }
}

/** A typed secret as bytes. */
export function fromLetters(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** A sign-in as far as the password goes: the token of the browser's cookie. */
export async function pendingSignIn({ id, organization: of }: Person): Promise<string> {
  const token = newPendingToken()
  const expiresAt = new Date(Date.now() + 600_000)
  const row = { id: uuidv7(), userId: id, organizationId: of.id, tokenHash: hashToken(token), expiresAt }
  await insert('PendingSignIn', row)
  return token
}

/** A secret that waits for its first code. */
export async function draftedSecret({ id: userId, organization: of }: Person): Promise<Buffer> {
  const secret = newTotpSecret()
  await insert('SecondFactorDraft', { userId, organizationId: of.id, encryptedSecret: seal(secret, userId) })
  return secret
}

/** A link by which somebody chooses a password. */
export async function passwordLink({ id: userId, organization: of }: Person, purpose = 'reset'): Promise<string> {
  const { salt, token, tokenHash } = newLinkSecret('password')
  const expiresAt = new Date(Date.now() + 3_600_000)
  await insert('PasswordLink', { id: uuidv7(), userId, organizationId: of.id, purpose, salt, tokenHash, expiresAt })
  return token
}
