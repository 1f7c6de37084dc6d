import { type Actor, can } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { askingRefusal, deedsOf, lackingOf } from './rules'
import {
  invitationRequestInput,
  listInvitationRequestsInput,
  listProvidersInput,
  nothing,
  providerInput,
} from './schema'
import { listedCards, ownCard, searchCards, standingOf, visibleRequests } from './steps'

const listFields = {
  organizationId: true,
  name: true,
  sortName: true,
  country: true,
  descriptionEn: true,
  descriptionRu: true,
  services: true,
  languages: true,
  countries: true,
  logoDigest: true,
} as const

/** R0: the public directory of providers in name order. */
export const listProviderCards = query({
  access: 'public',
  input: listProvidersInput,
  run: ({ input, db }) =>
    readPage(
      input,
      async (range) => {
        const ids = await searchCards(db, input, range)
        const found = await db.providerCard.findMany({
          where: { AND: [listedCards(), { organizationId: { in: ids } }] },
          select: listFields,
        })
        const byId = new Map(found.map((card) => [card.organizationId, card]))
        return ids.flatMap((id) => byId.get(id) ?? [])
      },
      (card) => ({ sort: card.sortName, id: card.organizationId }),
    ),
})

const cardFields = {
  ...listFields,
  mpnId: true,
  region: true,
  programmesEn: true,
  programmesRu: true,
  supportEn: true,
  supportRu: true,
  website: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  publishedAt: true,
  updatedAt: true,
  updatedByName: true,
} as const

/**
 * A provider's public page, and for whoever is signed in how their organization stands to it.
 * @throws DomainError `not_found`
 */
export const viewProvider = query({
  access: 'public',
  input: providerInput,
  async run({ actor, input, db }) {
    const found = await db.providerCard.findFirst({
      where: { AND: [listedCards(), { organizationId: input.providerId }] },
      select: cardFields,
    })
    if (!found) throw new DomainError('not_found')
    const { publishedAt, updatedAt, updatedByName, ...card } = found
    return { card, visitor: actor && (await visitorOf(db, actor, card)) }
  },
})

/** What a signed-in reader can do on a provider's page. */
async function visitorOf(db: Database, actor: Actor, card: { organizationId: string; region: string }) {
  const own = card.organizationId === actor.organizationId
  const mayAsk = can(actor, 'invitationRequest.ask')
  if (!mayAsk) return { own, kind: actor.organizationKind, mayAsk, refusal: null, requestId: null }
  const standing = await standingOf(db, actor, card)
  const { requestId } = standing
  return { own, kind: actor.organizationKind, mayAsk, refusal: askingRefusal(actor, standing), requestId }
}

/**
 * The bytes of a logo: of a published card, or of one's own.
 * @throws DomainError `not_found`
 */
export const viewProviderLogo = query({
  access: 'public',
  input: providerInput,
  async run({ actor, input, db }) {
    const own = actor ? [{ organizationId: actor.organizationId }] : []
    const visible = scope({ OR: [{ publishedAt: { not: null } }, ...own] })
    const card = await db.providerCard.findFirst({
      where: { AND: [visible, { organizationId: input.providerId }] },
      select: { publishedAt: true, logoDigest: true, logo: { select: { contentType: true, bytes: true } } },
    })
    if (!card?.logo || !card.logoDigest) throw new DomainError('not_found')
    return { ...card.logo, digest: card.logoDigest, published: card.publishedAt !== null }
  },
})

/** The provider's own card as it stands, or as it would begin. */
export const getProviderCard = query({
  access: 'providerCard.edit',
  input: nothing,
  async run({ actor, db }) {
    const found = await db.providerCard.findFirst({ where: ownCard(actor), select: cardFields })
    const card = found ?? (await beginning(db, actor))
    return { ...card, lacking: lackingOf(card), saved: found !== null }
  },
})

async function beginning(db: Database, actor: Actor) {
  const { id, ...organization } = await db.organization.findUniqueOrThrow({
    where: { id: actor.organizationId },
    select: {
      ...{ id: true, name: true, mpnId: true, country: true, region: true },
      ...{ contactName: true, contactEmail: true, contactPhone: true },
    },
  })
  const texts = {
    descriptionEn: '',
    descriptionRu: '',
    programmesEn: '',
    programmesRu: '',
    supportEn: '',
    supportRu: '',
  }
  const lists = { services: [] as string[], languages: [] as string[], countries: [organization.country] }
  const unwritten = { website: null, logoDigest: null, publishedAt: null, updatedAt: null, updatedByName: null }
  return { organizationId: id, ...organization, sortName: '', ...texts, ...lists, ...unwritten }
}

const requestListFields = {
  id: true,
  status: true,
  resellerId: true,
  resellerName: true,
  resellerDomain: true,
  resellerCountry: true,
  resellerMpnId: true,
  providerId: true,
  providerName: true,
  askedByName: true,
  createdAt: true,
  answeredAt: true,
} as const

/** A provider: who asks it for an invitation. A reseller: whom it asked. Newest first. */
export const listInvitationRequests = query({
  access: 'invitationRequest.list',
  input: listInvitationRequestsInput,
  async run({ actor, input, db }) {
    const status = input.status ? { status: input.status } : {}
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('id', range)
        return db.invitationRequest.findMany({
          where: { AND: [visibleRequests(actor), status, where] },
          orderBy,
          take,
          select: requestListFields,
        })
      },
      (row) => ({ sort: '', id: row.id }),
    )
    return { ...page, now: clock.now() }
  },
})

/** @throws DomainError `not_found` */
export const getInvitationRequest = query({
  access: 'invitationRequest.list',
  input: invitationRequestInput,
  async run({ actor, input, db }) {
    const request = await db.invitationRequest.findFirst({
      where: { AND: [visibleRequests(actor), { id: input.requestId }] },
      select: {
        ...requestListFields,
        ...{ askedByEmail: true, message: true, answeredByName: true, answer: true, invitationId: true },
      },
    })
    if (!request) throw new DomainError('not_found')
    return { ...request, deeds: deedsOf(request, actor) }
  },
})

const countedAtMost = 1000

/** Requests that wait for an answer of the actor's organization, counted to 1,001. */
export function countPendingRequests(db: Database, actor: Actor): Promise<number> {
  const where = { AND: [visibleRequests(actor), { status: 'pending' as const }] }
  return db.invitationRequest.count({ where, take: countedAtMost + 1 })
}
