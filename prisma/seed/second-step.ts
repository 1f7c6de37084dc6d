import { seal } from '@/lib/auth/sealed-secret'
import { asLetters, codeOf, stepAt } from '@/lib/auth/totp'
import { inTransaction } from '@/lib/core/db'
import { addSecondFactor } from '@/lib/domain/account-security/commands'
import type { Calendar } from './calendar'
import { demoSecondFactor, nordlicht } from './cast'
import { act, the } from './people'

/**
 * Ivo Brandt adds a second factor. The portal draws its secrets by itself, and every demo is to have the same one: what waits for
 * its first code is written here. All else is the command.
 */
export async function ivoAddsASecondFactor({ on }: Calendar): Promise<void> {
  await on(6, '16:20')
  const ivo = the(nordlicht, 'adminAgent')
  const secret = Buffer.from(demoSecondFactor.bytes)
  if (ivo.email !== demoSecondFactor.email || asLetters(secret) !== demoSecondFactor.secret)
    throw new Error('What the demo prints is not what it does.')
  const { userId, organizationId } = ivo
  await inTransaction({ organizationId }, (db) =>
    db.secondFactorDraft.createMany({
      data: { userId, organizationId, encryptedSecret: seal(secret, userId), createdAt: new Date() },
    }),
  )
  await act(addSecondFactor, ivo, { code: codeOf(secret, stepAt(Date.now())) })
}
