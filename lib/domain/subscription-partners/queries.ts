import { type Actor, can } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { findCustomer, type VisibleCustomer } from '../customers/steps'
import { asResellerChoices, resellersOfRecord, resellersServing } from '../orders/guard-steps'
import { visibleSubscriptions } from '../orders/scopes'
import { livingStatuses, mayBeReassigned, sharesOf, stillOwns } from './rules'
import { customerInput, subscriptionInput } from './schema'
import { knownPartners, soldSubscriptions, visibleRelationships } from './scopes'
import { standingContacts } from './steps'

/** P6, P9: whom the provider can name as reseller of record for a customer; unsigned ones are there, and said to be. */
export const listEligibleResellers = query({
  access: 'resellerOfRecord.set',
  input: customerInput,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    return resellersOfRecord(db, actor, customer.id)
  },
})

/** Spec 3.9: whom the provider can name as support contact of a subscription: itself first. */
export const listSupportContacts = query({
  access: 'supportContact.set',
  input: subscriptionInput,
  async run({ actor, input, db }) {
    const subscription = await db.subscription.findFirst({
      where: { AND: [soldSubscriptions(actor), { id: input.subscriptionId }] },
      select: { customerId: true },
    })
    if (!subscription) throw new DomainError('not_found')
    return supportChoices(actor, await resellersServing(db, actor, subscription.customerId))
  },
})

function supportChoices({ organizationId, organizationName }: Actor, resellers: Resellers) {
  const administering = resellers.filter(({ administers }) => administers).map(({ id, name }) => ({ id, name }))
  return [{ id: organizationId, name: organizationName }, ...administering]
}

type Resellers = Awaited<ReturnType<typeof resellersServing>>

const contactFields = {
  id: true,
  kind: true,
  name: true,
  mpnId: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  supportProfile: { select: { email: true, phone: true, website: true } },
} as const

/**
 * Two of the four levers, for one subscription: who is credited and who supports it, with the choices of whoever may set
 * them. A partner sees of others only those it works with.
 * @throws DomainError `not_found`
 */
export const getSubscriptionPartners = query({
  access: 'subscription.list',
  input: subscriptionInput,
  async run({ actor, input, db }) {
    const subscription = await db.subscription.findFirst({
      where: { AND: [visibleSubscriptions(actor), { id: input.subscriptionId }] },
      select: { id: true, customerId: true, providerId: true, resellerId: true, supportContactId: true, status: true },
    })
    if (!subscription) throw new DomainError('not_found')
    const { id, customerId, resellerId, supportContactId } = subscription
    const standingId = (await standingContacts(db, [id])).get(id) ?? subscription.providerId
    const named = await db.organization.findMany({
      where: {
        AND: [knownPartners(actor), { id: { in: [standingId, supportContactId, resellerId].filter(isGiven) } }],
      },
      select: contactFields,
    })
    const find = (wanted: string | null) => named.find((organization) => organization.id === wanted) ?? null
    const chooses = subscription.providerId === actor.organizationId && mayBeReassigned(subscription.status)
    const maySetReseller = chooses && can(actor, 'resellerOfRecord.set')
    const maySetSupport = chooses && can(actor, 'supportContact.set')
    const resellers = maySetReseller || maySetSupport ? await resellersServing(db, actor, customerId) : []
    return {
      id,
      hasReseller: resellerId !== null,
      reseller: find(resellerId),
      supportContact: find(standingId),
      supportIsOwn: standingId === actor.organizationId,
      /** Designated, but no longer allowed to: until somebody else is, the provider supports. */
      lapsedContact: standingId === supportContactId ? null : (find(supportContactId)?.name ?? null),
      resellerChoices: maySetReseller ? asResellerChoices(resellers) : null,
      supportChoices: maySetSupport ? supportChoices(actor, resellers) : null,
    }
  },
})

function isGiven(id: string | null): id is string {
  return id !== null
}

const shownSubscriptions = 1000

/**
 * S1: the four levers of one customer, partner by partner, as far as the actor knows the partners.
 * @throws DomainError `not_found`
 */
export const getLevers = query({
  access: 'customer.view',
  input: customerInput,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const relationships = await readRelationships(db, actor, customer.id)
    const owners = await readOwners(db, customer.id, relationships)
    const subscriptions = await readAssigned(db, actor, customer.id)
    return {
      customer: { id: customer.id, name: customer.name },
      subscriptions: subscriptions.length,
      ownership: ownershipRight(actor, customer),
      partners: relationships.map(({ partnerId, partnerName, partnerKind, delegatedAdministrations, ...rest }) => {
        const owner = owners.find((each) => each.partnerId === partnerId && stillOwns(each, rest))
        return {
          ...rest,
          id: partnerId,
          name: partnerName,
          kind: partnerKind,
          delegation: delegatedAdministrations[0] ?? null,
          owner: owner ? { grantedAt: owner.grantedAt, grantedByName: owner.grantedByName } : null,
          ...sharesOf(partnerId, subscriptions),
        }
      }),
    }
  },
})

/** Whether the actor may make somebody tenant owner; if not, what is missing. */
function ownershipRight(actor: Actor, { relationship }: VisibleCustomer): 'yes' | 'role' | 'delegation' {
  if (!can(actor, 'tenantOwner.set')) return 'role'
  return relationship && !relationship.delegatedSince ? 'delegation' : 'yes'
}

function readRelationships(db: Database, actor: Actor, customerId: string) {
  return db.customerRelationship.findMany({
    where: { AND: [visibleRelationships(actor), { customerId, endedAt: null }] },
    orderBy: [{ partnerKind: 'asc' }, { partnerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      partnerId: true,
      partnerName: true,
      partnerKind: true,
      startedAt: true,
      delegatedAdministrations: {
        where: { revokedAt: null },
        select: { grantedAt: true, grantedByName: true },
        take: 1,
      },
    },
  })
}

function readOwners(db: Database, customerId: string, partners: readonly { partnerId: string }[]) {
  return db.tenantOwner.findMany({
    where: { customerId, revokedAt: null, partnerId: { in: partners.map(({ partnerId }) => partnerId) } },
    select: { partnerId: true, grantedAt: true, grantedByName: true },
    take: 200,
  })
}

/** The customer's living subscriptions that the actor sees, with whoever supports them now. */
async function readAssigned(db: Database, actor: Actor, customerId: string) {
  const found = await db.subscription.findMany({
    where: { AND: [visibleSubscriptions(actor), { customerId, status: { in: [...livingStatuses] } }] },
    orderBy: { id: 'desc' },
    take: shownSubscriptions,
    select: { id: true, providerId: true, resellerId: true, supportContactId: true },
  })
  const doubtful = found.filter(({ providerId, supportContactId }) => supportContactId !== providerId)
  const standing = await standingContacts(
    db,
    doubtful.map(({ id }) => id),
  )
  return found.map((one) => ({ ...one, supportContactId: standing.get(one.id) ?? one.providerId }))
}
