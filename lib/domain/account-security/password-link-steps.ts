import { after, clock, day, hour } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { newLinkSecret } from '@/lib/core/token'
import type { Locale } from '@/lib/i18n/locale'
import { sendLater } from '@/lib/mail/send-later'

export type PasswordLinkPurpose = 'activation' | 'reset'

/** Somebody new may be on holiday; whoever forgot a password reads the letter at once. */
export const passwordLinkLife = { activation: 7 * day, reset: hour } as const satisfies Record<
  PasswordLinkPurpose,
  number
>

interface Addressee {
  userId: string
  organizationId: string
}

export interface PasswordLinkSecret {
  /** What a letter carries: the link derives from it. */
  salt: string
  /** The only copy; for a link that is shown once. */
  token: string
  expiresAt: Date
}

/**
 * Makes the one link by which a person of the current organization chooses a password; the one before stops working. The
 * caller writes the audit row (`user.passwordLinkIssued`).
 */
export async function issuePasswordLink(
  db: Database,
  { userId, organizationId, purpose }: Addressee & { purpose: PasswordLinkPurpose },
): Promise<PasswordLinkSecret> {
  // One after the other for one person: two at once would both find nothing to replace.
  await db.$queryRaw`select id from "User" where id = ${userId}::uuid for no key update`
  const now = clock.now()
  await db.passwordLink.updateMany({ where: { userId, usedAt: null, replacedAt: null }, data: { replacedAt: now } })
  const { salt, token, tokenHash } = newLinkSecret('password')
  const expiresAt = after(passwordLinkLife[purpose], now)
  await db.passwordLink.createMany({
    data: { userId, organizationId, purpose, salt, tokenHash, createdAt: now, expiresAt },
  })
  return { salt, token, expiresAt }
}

interface NewPerson extends Addressee {
  fullName: string
  /** The address they sign in with. */
  email: string
  locale: Locale
  organizationName: string
  /** Who let them in: a colleague, the operator. */
  issuerName: string
}

/** Mails somebody new a link by which they choose their first password. */
export async function mailActivationLink(db: Database, person: NewPerson): Promise<void> {
  const { userId, organizationId, fullName, email, locale, organizationName, issuerName } = person
  const { salt } = await issuePasswordLink(db, { userId, organizationId, purpose: 'activation' })
  await sendLater(db, {
    letter: 'activation',
    organizationId,
    to: { userId },
    locale,
    parameters: { fullName, userName: email, organizationName, issuerName, salt },
  })
}

export interface PasswordLinkOfKey {
  linkId: string
  userId: string
  organizationId: string
  email: string
  fullName: string
  organizationName: string
  organizationDomain: string
  purpose: PasswordLinkPurpose
  expiresAt: Date
  usedAt: Date | null
  replacedAt: Date | null
}

/** What the link in hand opens, whatever its state; null for a link that never was. */
export async function findPasswordLink(db: Database): Promise<PasswordLinkOfKey | null> {
  const [found] = await db.$queryRaw<PasswordLinkOfKey[]>`select * from password_link_of_key()`
  return found ?? null
}

export type PasswordLinkState = 'open' | 'used' | 'replaced' | 'expired'

export function passwordLinkState({ usedAt, replacedAt, expiresAt }: PasswordLinkOfKey): PasswordLinkState {
  if (usedAt) return 'used'
  if (replacedAt) return 'replaced'
  return expiresAt > clock.now() ? 'open' : 'expired'
}

/** @throws DomainError `password_link_unknown`, `password_link_used`, `password_link_replaced`, `password_link_expired` */
export async function openPasswordLink(db: Database): Promise<PasswordLinkOfKey> {
  const found = await findPasswordLink(db)
  if (!found) throw new DomainError('password_link_unknown')
  const state = passwordLinkState(found)
  if (state !== 'open') throw new DomainError(`password_link_${state}`)
  return found
}
