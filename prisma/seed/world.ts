import { verifyPassword } from '@/lib/auth/password'
import { callFunction, Prisma } from '@/lib/core/db'
import { tellInOrder } from './calendar'
import { operator } from './cast'
import { colleagueStories } from './colleagues'
import { directoryStories } from './directory'
import { enrollingStories } from './enrolling'
import { buildersPassword, finish, foundingStories } from './founding'
import { europeanStories } from './history'
import { russianStories } from './history-russia'
import { openPostOffice } from './letters'
import { findByEmail } from './people'
import { profileStories } from './profiles'
import { ivoAddsASecondFactor } from './second-step'
import { sellingStories } from './selling'
import { servingStories } from './serving'
import { verifyingStories } from './verifying'

/** `other`: the portal is in use, and not by the people of the demo. */
export type WorldState = 'empty' | 'unfinished' | 'finished' | 'other'

/** How far the world has come. The operator's password tells: it changes for the last time when all else is done. */
export async function worldState(): Promise<WorldState> {
  const [portal] = await callFunction<{ installed: boolean }>(Prisma.sql`select is_installed() as installed`)
  if (!portal?.installed) return 'empty'
  const account = await findByEmail(operator.people[0].email)
  if (!account) return 'other'
  const underConstruction = account.mustChangePassword || (await verifyPassword(account.passwordHash, buildersPassword))
  return underConstruction ? 'unfinished' : 'finished'
}

/** Builds the demo world in an empty portal, by commands. */
export async function buildWorld(): Promise<void> {
  const post = await openPostOffice()
  try {
    await tellInOrder(
      [
        ...foundingStories,
        ...europeanStories,
        ...russianStories,
        ...sellingStories,
        ...servingStories,
        ...enrollingStories,
        ...verifyingStories,
        ...profileStories,
        ...directoryStories,
        ...colleagueStories,
        ivoAddsASecondFactor,
      ],
      post.deliver,
    )
    await finish()
  } finally {
    await post.close()
  }
}
