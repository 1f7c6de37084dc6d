import { z } from 'zod'
import { type Actor, can } from '@/lib/access/permissions'
import { after, clock, day } from '@/lib/core/clock'
import type { Database, Prisma } from '@/lib/core/db'
import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { visibleActivity } from '../activity/queries'
import { findSignature } from '../agreements/steps'
import { withoutHiddenPrices } from '../catalog/rules'
import { ownRelationships, visibleCustomers } from '../customers/queries'
import { countPendingRequests } from '../directory/queries'
import { visibleInvitations } from '../invitations/queries'
import { readChecklist } from '../organization-profile/checklist-steps'
import { requestsToAnswer } from '../purchase-requests/steps'

/** Counts on the home page stop here; the page then says "more than 1,000". */
export const countedAtMost = 1000

/** What waits for the person who just signed in: only what they may open. A number is null where they may not. */
export const getHome = query({
  access: 'signedIn',
  input: z.strictObject({}),
  async run({ actor, db }) {
    return {
      invitations: can(actor, 'invitation.list') ? await countInvitations(db, actor) : null,
      requests: can(actor, 'purchaseRequest.decide') ? await countRequests(db, actor) : null,
      invitationRequests: can(actor, 'invitationRequest.answer') ? await countPendingRequests(db, actor) : null,
      partners: can(actor, 'partnership.list') ? await countPartners(db, actor) : null,
      customers: can(actor, 'customer.list')
        ? await count(db, { AND: [visibleCustomers(actor), { endedAt: null }] })
        : null,
      relationships: can(actor, 'customerRelationship.list')
        ? await count(db, { AND: [ownRelationships(actor), { endedAt: null }] })
        : null,
      // Nobody can name a reseller of record that has not signed (spec 3.12).
      agreementMissing: can(actor, 'partnerAgreement.view') && (await findSignature(db, actor)) === null,
      // Leaves the page when nothing is left to do, or nothing this person could do.
      setup: can(actor, 'setupChecklist.view') ? await readOpenChecklist(db, actor) : null,
      recent: can(actor, 'activity.list') ? await recentActivity(db, actor) : null,
    }
  },
})

async function readOpenChecklist(db: Database, actor: Actor) {
  const checklist = await readChecklist(db, actor)
  return checklist.mayAct ? checklist : null
}

async function countInvitations(db: Database, actor: Actor) {
  const waiting = { AND: [visibleInvitations(actor), { status: 'active' as const, expiresAt: { gt: clock.now() } }] }
  const [open, ending] = [
    await db.invitation.count({ where: waiting, take: countedAtMost + 1 }),
    await db.invitation.count({
      where: { AND: [waiting, { expiresAt: { lt: after(7 * day) } }] },
      take: countedAtMost + 1,
    }),
  ]
  return { open, ending }
}

/** Requests that wait for an answer of ours. */
function countRequests(db: Database, actor: Actor): Promise<number> {
  const where = { AND: [requestsToAnswer(actor), { status: 'open' as const }] }
  return db.purchaseRequest.count({ where, take: countedAtMost + 1 })
}

function countPartners(db: Database, actor: Actor): Promise<number> {
  const side =
    actor.organizationKind === 'provider' ? { providerId: actor.organizationId } : { resellerId: actor.organizationId }
  return db.partnership.count({ where: { AND: [scope(side), { endedAt: null }] }, take: countedAtMost + 1 })
}

function count(db: Database, where: Prisma.CustomerRelationshipWhereInput): Promise<number> {
  return db.customerRelationship.count({ where, take: countedAtMost + 1 })
}

async function recentActivity(db: Database, actor: Actor) {
  const entries = await db.activityEntry.findMany({
    where: { AND: [visibleActivity(actor), { type: { notIn: ['user.signedIn', 'user.signedOut'] } }] },
    orderBy: { eventId: 'desc' },
    take: 6,
    select: {
      event: {
        select: {
          id: true,
          occurredAt: true,
          type: true,
          actorName: true,
          actorOrganizationName: true,
          actorOrganizationId: true,
          subjectOrganizationName: true,
          details: true,
        },
      },
    },
  })
  return entries.map(({ event }) => ({ ...event, details: withoutHiddenPrices(actor, event.details) }))
}
