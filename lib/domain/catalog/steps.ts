import type { Actor } from '@/lib/access/permissions'
import type { Database, Prisma } from '@/lib/core/db'
import { scope } from '@/lib/core/scope'
import { containing } from '@/lib/core/sort-name'
import { findCustomer, type VisibleCustomer } from '../customers/steps'
import { countryRules } from '../organizations/country-rules'
import { type CustomerFacts, type Holding, isSoldIn, kindOf, offerVerdict, pricesFor, reasonsIn } from './rules'
import type { OfferFilter } from './schema'

export const availabilityFields = {
  id: true,
  countries: true,
  currency: true,
  termDuration: true,
  billingCycle: true,
  listPrice: true,
  resellerPrice: true,
  retailPrice: true,
  withdrawnAt: true,
} as const

export const offerFields = {
  id: true,
  family: true,
  title: true,
  sortTitle: true,
  descriptionEn: true,
  descriptionRu: true,
  unit: true,
  minQuantity: true,
  maxQuantity: true,
  limitUnit: true,
  limit: true,
  isTrial: true,
  convertsTo: true,
  requires: true,
  upgradesTo: true,
  segment: true,
  withdrawnAt: true,
} as const

/** Offers on sale that match; their availabilities are another matter, see `soldAs`. */
export function offersMatching({ search, family, segment, kind }: OfferFilter): Prisma.CatalogOfferWhereInput {
  const kinds: Record<string, Prisma.CatalogOfferWhereInput> = {
    base: { isTrial: false, requires: { isEmpty: true } },
    addOn: { isTrial: false, requires: { isEmpty: false } },
    trial: { isTrial: true },
  }
  return {
    withdrawnAt: null,
    ...containing(search),
    ...(family ? { family } : {}),
    ...(segment ? { segment } : {}),
    ...(kind ? { AND: kinds[kind] ?? {} } : {}),
  }
}

/** Prices that hold, for this term, billing cycle and country. */
export function soldAs(
  { term, cycle }: OfferFilter,
  country: string | undefined,
): Prisma.CatalogAvailabilityWhereInput {
  return {
    withdrawnAt: null,
    ...(term ? { termDuration: term } : {}),
    ...(cycle ? { billingCycle: cycle } : {}),
    ...(country
      ? {
          OR: [
            { countries: { has: country } },
            { countries: { isEmpty: true }, currency: countryRules(country).currency },
          ],
        }
      : {}),
  }
}

export const inTermOrder = [
  { termDuration: 'asc' },
  { billingCycle: 'asc' },
  { currency: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CatalogAvailabilityOrderByWithRelationInput[]

export interface NamedOffer {
  id: string
  title: string
}

interface Referring {
  convertsTo: string | null
  requires: string[]
  upgradesTo: string[]
}

/** The offers that offers name, each with its title: one read for all of them. */
export async function nameReferences<Offer extends Referring>(db: Database, offers: readonly Offer[]) {
  const ids = [...new Set(offers.flatMap(referencesOf))]
  const named = await db.catalogOffer.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } })
  const byId = new Map(named.map((offer) => [offer.id, offer]))
  const of = (wanted: readonly string[]): NamedOffer[] => wanted.flatMap((id) => byId.get(id) ?? [])
  return offers.map(({ convertsTo, requires, upgradesTo, ...offer }) => ({
    ...offer,
    convertsTo: of(convertsTo ? [convertsTo] : [])[0] ?? null,
    requires: of(requires),
    upgradesTo: of(upgradesTo),
  }))
}

function referencesOf({ convertsTo, requires, upgradesTo }: Referring): string[] {
  return [...(convertsTo ? [convertsTo] : []), ...requires, ...upgradesTo]
}

/**
 * What decides whether a customer may buy: country, segment and what it has. Limits count what anybody has sold; the bases
 * of add-ons are those a provider sells itself, and those that others may see.
 * @throws DomainError `not_found`
 */
export async function customerFacts(db: Database, actor: Actor, customerId: string): Promise<CustomerFacts> {
  const customer = await findCustomer(db, actor, customerId)
  const account = await db.customerAccount.findUnique({ where: { customerId }, select: { segment: true } })
  const holdings = await holdingsOf(db, actor, customer)
  return { customerId, country: customer.country, segment: account?.segment ?? 'Commercial', holdings }
}

async function holdingsOf(db: Database, actor: Actor, customer: VisibleCustomer): Promise<Map<string, Holding>> {
  const { organizationId, organizationKind } = actor
  const seesAll = customer.id === organizationId || customer.relationship?.delegatedSince
  const whose =
    organizationKind === 'provider'
      ? { providerId: organizationId }
      : seesAll
        ? {}
        : { OR: [{ providerId: organizationId }, { resellerId: organizationId }] }
  const bases = await db.subscription.groupBy({
    by: ['offerId'],
    where: { AND: [scope(whose), { customerId: customer.id, status: 'active' }] },
    _count: true,
  })
  const counted = await db.$queryRaw<{ offerId: string; current: number; ever: number }[]>`
    select * from holdings_of_customer(${customer.id}::uuid)`
  const holdings = new Map<string, Holding>(counted.map(({ offerId, ...held }) => [offerId, { ...held, active: 0 }]))
  for (const { offerId, _count: active } of bases)
    holdings.set(offerId, { ...(holdings.get(offerId) ?? { current: active, ever: active }), active })
  return holdings
}

/**
 * The whole catalogue as a customer could buy it: each offer with the prices for its country, and why it cannot be bought
 * where it cannot. Prices are those that the actor may see.
 * @throws DomainError `not_found`
 */
export async function offersForCustomer(db: Database, actor: Actor, customerId: string, filter: OfferFilter) {
  return offersFor(db, actor, await customerFacts(db, actor, customerId), filter)
}

/** The same for a customer that does not exist yet. */
export async function offersFor(db: Database, actor: Actor, facts: CustomerFacts, filter: OfferFilter) {
  const sold = soldAs(filter, undefined)
  const found = await db.catalogOffer.findMany({
    where: { AND: [offersMatching(filter), { availabilities: { some: sold } }] },
    orderBy: [{ sortTitle: 'asc' }, { id: 'asc' }],
    select: { ...offerFields, availabilities: { where: sold, orderBy: inTermOrder, select: availabilityFields } },
  })
  const judged = found.map(({ availabilities, ...offer }) => ({
    ...offer,
    kind: kindOf(offer),
    reasons: reasonsIn(offerVerdict(offer, availabilities, facts)),
    availabilities: availabilities
      .filter((availability) => isSoldIn(availability, facts.country))
      .map((availability) => toPriced(actor, availability)),
  }))
  return { country: facts.country, segment: facts.segment, offers: await nameReferences(db, judged) }
}

type Stored = Prisma.CatalogAvailabilityGetPayload<{ select: typeof availabilityFields }>

/** An availability with the prices the actor may see, and no others. */
export function toPriced(actor: Actor, { id, countries, currency, termDuration, billingCycle, ...prices }: Stored) {
  return { id, countries, currency, termDuration, billingCycle, prices: pricesFor(actor, prices) }
}
