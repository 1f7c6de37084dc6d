import type { Actor } from '@/lib/access/permissions'
import { rememberDevice } from '@/lib/auth/device'
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/auth/recovery-codes'
import { seal, unseal } from '@/lib/auth/sealed-secret'
import { openSession } from '@/lib/auth/session'
import { mustUseIssuer } from '@/lib/auth/sign-in'
import { newTotpSecret, stepOfCode } from '@/lib/auth/totp'
import { hour } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { RequestFacts } from '@/lib/core/request'

/** How long a secret waits for its first code. */
const draftLife = hour

/** A new secret for the person to put into the app; one that was waiting is forgotten. */
export async function draftSecondFactor(db: Database, { userId, organizationId }: Actor): Promise<void> {
  await db.secondFactorDraft.deleteMany({ where: { userId } })
  const encryptedSecret = seal(newTotpSecret(), userId)
  await db.secondFactorDraft.createMany({
    data: { userId, organizationId, encryptedSecret, createdAt: new Date() },
    skipDuplicates: true,
  })
}

/** The secret that waits for its first code; null where none does. */
export async function findDraft(db: Database, userId: string): Promise<Buffer | null> {
  const found = await db.secondFactorDraft.findFirst({
    where: { userId, createdAt: { gt: new Date(Date.now() - draftLife) } },
    select: { encryptedSecret: true },
  })
  return found ? unseal(found.encryptedSecret, userId) : null
}

/**
 * Puts the waiting secret in the place of whatever was there.
 * @returns whether there was a second factor before
 * @throws DomainError `second_factor_missing` where no secret waits, `code_wrong`
 */
export async function adoptDraft(db: Database, { userId, organizationId }: Actor, code: string): Promise<boolean> {
  const secret = await findDraft(db, userId)
  if (!secret) throw new DomainError('second_factor_missing')
  const step = stepOfCode(secret, code.replace(/\s/g, ''))
  if (step === null) throw new DomainError('code_wrong')
  // Of two at once the one that takes the draft away goes on.
  const { count } = await db.secondFactorDraft.deleteMany({ where: { userId } })
  if (count !== 1) throw new DomainError('second_factor_missing')
  const { count: before } = await db.secondFactor.deleteMany({ where: { userId } })
  await db.secondFactor.createMany({
    data: {
      userId,
      organizationId,
      encryptedSecret: seal(secret, userId),
      createdAt: new Date(),
      confirmedAt: new Date(),
      lastStep: step,
    },
  })
  return before > 0
}

/** New recovery codes in the place of the ones before; the only copy. */
export async function replaceRecoveryCodes(db: Database, { userId, organizationId }: Actor): Promise<string[]> {
  const codes = newRecoveryCodes()
  await db.recoveryCode.deleteMany({ where: { userId } })
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({
      userId,
      organizationId,
      codeHash: recoveryCodeHash(userId, code),
      createdAt: new Date(),
    })),
  })
  return codes
}

export async function hasSecondFactor(db: Database, userId: string): Promise<boolean> {
  const found = await db.secondFactor.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { userId: true },
  })
  return found !== null
}

interface Entered {
  sessionToken: string | null
  deviceToken: string | null
}

/**
 * Signs in whoever has just chosen a password with a link. What else signing in takes, a second factor or the issuer, is not skipped
 * by that: then they sign in as always.
 */
export async function enterAfterChoice(
  db: Database,
  person: { id: string; organizationId: string },
  request: RequestFacts,
): Promise<Entered> {
  if ((await hasSecondFactor(db, person.id)) || (await mustUseIssuer(person.id, db)))
    return { sessionToken: null, deviceToken: null }
  const { deviceToken } = await rememberDevice(db, person, request)
  return { sessionToken: await openSession(db, person, request), deviceToken }
}
