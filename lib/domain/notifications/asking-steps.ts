import { uuidv7 } from 'uuidv7'
import { type Actor, type Permission, type Role, rolesThatMay } from '@/lib/access/permissions'
import { after, clock, day } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { grantingPermission } from '../users/rules'

/** Of each group no more than a page that explains a refusal names. */
export const askedAtMost = 10

/**
 * Writes down that somebody asks; the same again only a day later. The unique index decides between two presses at once.
 * @throws DomainError `already_asked`
 */
export async function enterRequest(db: Database, actor: Actor, permission: Permission): Promise<void> {
  const open = { userId: actor.userId, permission, settledAt: null }
  const askedAt = clock.now()
  const again = await db.roleRequest.updateMany({
    where: { ...open, askedAt: { lte: after(-day) } },
    data: { askedAt },
  })
  if (again.count > 0) return
  const { count } = await db.roleRequest.createMany({
    data: { id: uuidv7(), organizationId: actor.organizationId, userId: actor.userId, permission, askedAt },
    skipDuplicates: true,
  })
  if (count === 0) throw new DomainError('already_asked')
}

/** Colleagues with one of the roles, those who can give it apart; and the asker's page, where these do so. */
export async function peopleToAsk(db: Database, actor: Actor, roles: readonly Role[]) {
  const kind = actor.organizationKind
  const ofRoles = async (wanted: readonly Role[], except: readonly string[]) => {
    const found = await db.user.findMany({
      where: {
        organizationId: actor.organizationId,
        disabledAt: null,
        deletedAt: null,
        roles: { hasSome: [...wanted] },
        id: { notIn: [actor.userId, ...except] },
      },
      orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
      take: askedAtMost,
      select: { id: true },
    })
    return found.map(({ id }) => id)
  }
  const grantors = await ofRoles(rolesThatMay(grantingPermission(kind), kind), [])
  const holders = await ofRoles(roles, grantors)
  const people = kind === 'customer' ? `/customers/${actor.organizationId}/users` : '/user-management'
  return { grantors, holders, path: `${people}/${actor.userId}` }
}
