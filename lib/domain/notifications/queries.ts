import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { listNotificationsInput } from './schema'

/** What the actor was told, newest first. */
export const listNotifications = query({
  access: 'signedIn',
  input: listNotificationsInput,
  async run({ actor, input, db }) {
    return readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('id', range)
        return db.notification.findMany({
          where: { AND: [scope({ userId: actor.userId, organizationId: actor.organizationId }), where] },
          orderBy,
          take,
          select: { id: true, kind: true, parameters: true, path: true, createdAt: true, readAt: true },
        })
      },
      (row) => ({ sort: '', id: row.id }),
    )
  },
})
