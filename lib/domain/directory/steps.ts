import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { KeyRange } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { toSearchTerm } from '@/lib/core/sort-name'
import type { Standing } from './rules'

/** Cards that everybody may read. */
export function listedCards() {
  return scope({ publishedAt: { not: null } })
}

/** The card of the actor's own organization: its key, which no tenant scope has to be put before. */
export function ownCard({ organizationId }: Actor) {
  return { organizationId }
}

/** Requests for an invitation that the actor's organization sent, or got. */
export function visibleRequests({ organizationId, organizationKind }: Actor) {
  return scope(organizationKind === 'provider' ? { providerId: organizationId } : { resellerId: organizationId })
}

const requestFields = {
  id: true,
  status: true,
  resellerId: true,
  resellerName: true,
  providerId: true,
  providerName: true,
  askedByUserId: true,
  askedByEmail: true,
  askedByLocale: true,
} as const

/** @throws DomainError `not_found` */
export async function findRequest(db: Database, actor: Actor, requestId: string) {
  const request = await db.invitationRequest.findFirst({
    where: { AND: [visibleRequests(actor), { id: requestId }] },
    select: requestFields,
  })
  if (!request) throw new DomainError('not_found')
  return request
}

export type FoundRequest = Awaited<ReturnType<typeof findRequest>>

/**
 * Holds a request that waits: of several who answer at once the others wait here, and then find it answered.
 * @throws DomainError `not_found`, `request_answered`
 */
export async function holdPending(db: Database, actor: Actor, requestId: string): Promise<FoundRequest> {
  const request = await findRequest(db, actor, requestId)
  const held = await db.$queryRaw<unknown[]>`
    select from "InvitationRequest" where "id" = ${request.id}::uuid and "status" = 'pending' for update`
  if (held.length === 0) throw new DomainError('request_answered')
  return request
}

interface AskedCard {
  organizationId: string
  name: string
}

/** @throws DomainError `invitation_request_pending` when a colleague asked at the same moment */
export async function createRequest(
  db: Database,
  actor: Actor,
  card: AskedCard,
  message: string | null,
): Promise<string> {
  const { mpnId, country } = await db.organization.findUniqueOrThrow({
    where: { id: actor.organizationId },
    select: { mpnId: true, country: true },
  })
  const { id } = await db.invitationRequest.create({
    data: {
      resellerId: actor.organizationId,
      resellerName: actor.organizationName,
      resellerDomain: actor.organizationDomain,
      resellerCountry: country,
      resellerMpnId: mpnId,
      providerId: card.organizationId,
      providerName: card.name,
      askedByUserId: actor.userId,
      askedByName: actor.fullName,
      askedByEmail: actor.email,
      askedByLocale: actor.locale,
      message,
      createdAt: clock.now(),
    },
    select: { id: true },
  })
  return id
}

/** @throws DomainError `already_partners` */
export async function assertNotPartners(db: Database, actor: Actor, resellerId: string): Promise<void> {
  const partnership = await db.partnership.findFirst({
    where: { AND: [scope({ providerId: actor.organizationId }), { resellerId, endedAt: null }] },
    select: { id: true },
  })
  if (partnership) throw new DomainError('already_partners')
}

interface Answer {
  status: 'invited' | 'declined' | 'withdrawn'
  answer?: string
  invitationId?: string
}

/** @throws DomainError `request_answered` */
export async function settle(db: Database, actor: Actor, requestId: string, answer: Answer): Promise<void> {
  const { count } = await db.invitationRequest.updateMany({
    where: { AND: [visibleRequests(actor), { id: requestId, status: 'pending' }] },
    data: { ...answer, answeredAt: clock.now(), answeredByName: actor.fullName },
  })
  if (count !== 1) throw new DomainError('request_answered')
}

/** How a reseller stands to the provider of a card. */
export async function standingOf(
  db: Database,
  actor: Actor,
  card: { organizationId: string; region: string },
): Promise<Standing & { requestId: string | null }> {
  const providerId = card.organizationId
  const partnership = await db.partnership.findFirst({
    where: { AND: [scope({ resellerId: actor.organizationId }), { providerId, endedAt: null }] },
    select: { id: true },
  })
  const request = await db.invitationRequest.findFirst({
    where: { AND: [visibleRequests(actor), { providerId, status: 'pending' }] },
    select: { id: true },
  })
  const [invitation] = await db.$queryRaw<{ waits: boolean }[]>`
    select is_invited_by(${providerId}::uuid, ${clock.now()}::timestamptz) as waits`
  return {
    providerId,
    region: card.region,
    partners: partnership !== null,
    pending: request !== null,
    invited: invitation?.waits === true,
    requestId: request?.id ?? null,
  }
}

interface Filter {
  search?: string | undefined
  country?: string | undefined
  language?: string | undefined
  service?: string | undefined
}

/** Ids of published cards in name order. */
export async function searchCards(db: Database, filter: Filter, { from, direction, take }: KeyRange) {
  const term = filter.search === undefined ? null : toSearchTerm(filter.search)
  const wanted = Prisma.sql`${term}, ${filter.country ?? null}, ${filter.language ?? null}, ${filter.service ?? null}`
  const range = Prisma.sql`${from?.sort ?? null}, ${from?.id ?? null}::uuid, ${direction === 'backward'}, ${take}::int`
  const rows = await db.$queryRaw<{ id: string }[]>`select id from search_provider_cards(${wanted}, ${range}) as id`
  return rows.map(({ id }) => id)
}
