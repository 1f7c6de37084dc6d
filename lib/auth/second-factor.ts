import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { recoveryCodeHash } from './recovery-codes'
import { unseal } from './sealed-secret'
import { stepOfCode } from './totp'

export type CodeMethod = 'secondFactor' | 'recoveryCode'

/**
 * Takes a code of the authenticator app, or a recovery code, of a person of the current organization. Either works once: of
 * two at the same moment one wins.
 * @returns how it was proved, and how many recovery codes are left where one was used
 * @throws DomainError `code_wrong`
 */
export async function takeCode(
  db: Database,
  userId: string,
  typed: string,
): Promise<{ method: CodeMethod; left: number | null }> {
  const digits = typed.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    await takeTimedCode(db, userId, digits)
    return { method: 'secondFactor', left: null }
  }
  return { method: 'recoveryCode', left: await takeRecoveryCode(db, userId, typed) }
}

/** @throws DomainError `code_wrong` */
export async function takeTimedCode(db: Database, userId: string, code: string): Promise<void> {
  const factor = await db.secondFactor.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { encryptedSecret: true },
  })
  const step = factor && stepOfCode(unseal(factor.encryptedSecret, userId), code)
  if (!step) throw new DomainError('code_wrong')
  // One conditional write: a code that was used, and every one before it, is dead.
  const { count } = await db.secondFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  if (count !== 1) throw new DomainError('code_wrong')
}

async function takeRecoveryCode(db: Database, userId: string, code: string): Promise<number> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash: recoveryCodeHash(userId, code), usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count !== 1) throw new DomainError('code_wrong')
  return db.recoveryCode.count({ where: { userId, usedAt: null } })
}
