import type { Actor } from '@/lib/access/permissions'
import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { withoutHiddenPrices } from '../catalog/rules'
import { findCustomer } from '../customers/steps'
import { dayAfter, startOfDay } from './rules'
import { listActivityInput } from './schema'

/** Events that concern the actor's organization: its own deeds and what others did to it. */
export function visibleActivity(actor: Actor) {
  return scope({ organizationId: actor.organizationId })
}

/**
 * The activity log, newest first; of one customer, what one's own organization did there and what the customer did that
 * concerns it. A customer reads all of its own.
 * @throws DomainError `not_found` for a customer one does not serve
 */
export const listActivity = query({
  access: 'activity.list',
  input: listActivityInput,
  async run({ actor, input, db }) {
    const { type, from, to, customerId, userId } = input
    const customer = customerId ? await findCustomer(db, actor, customerId) : null
    const span = {
      ...(from ? { gte: startOfDay(from, actor.timeZone) } : {}),
      ...(to ? { lt: startOfDay(dayAfter(to), actor.timeZone) } : {}),
    }
    const filter = {
      ...(type ? { type } : {}),
      ...(from || to ? { occurredAt: span } : {}),
      ...(userId ? { actorUserId: userId } : {}),
      ...(customer?.relationship ? { counterpartId: customer.id } : {}),
    }
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('eventId', range)
        return db.activityEntry.findMany({
          where: { AND: [visibleActivity(actor), filter, where] },
          orderBy,
          take,
          select: { eventId: true, event: { select: eventFields } },
        })
      },
      (row) => ({ sort: '', id: row.eventId }),
    )
    const rows = page.rows.map(({ event }) => ({ ...event, details: withoutHiddenPrices(actor, event.details) }))
    return { ...page, rows }
  },
})

const eventFields = {
  id: true,
  occurredAt: true,
  type: true,
  actorName: true,
  actorOrganizationId: true,
  actorOrganizationName: true,
  subjectOrganizationId: true,
  subjectOrganizationName: true,
  requestId: true,
  details: true,
} as const
