import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { moneyText } from '@/lib/core/money'
import { assertAvailable, type CustomerFacts, withPurchase } from '../catalog/rules'
import { customerFacts } from '../catalog/steps'
import type { Bought } from './opening-steps'

/** What somebody wants to buy: an availability of the catalogue and how many. */
export interface Wanted {
  /** Of the item of a cart. */
  itemId?: string | null
  availabilityId: string
  quantity: number
  /** For an add-on bought from the page of its base. */
  parentSubscriptionId?: string | null
}

/** One thing wanted, as the catalogue has it today, with the refusal that stands against it. */
export interface Checked extends Omit<Bought, 'resellerId'> {
  itemId: string | null
  availabilityId: string
  /** What the subscription is called that an add-on joins. */
  parentName: string | null
  refusal: DomainError | null
}

/**
 * What a customer wants, checked against the catalogue and what it has.
 * @throws DomainError `not_found`
 */
export async function readPurchase(db: Database, actor: Actor, customerId: string, wanted: readonly Wanted[]) {
  return checkPurchase(db, await customerFacts(db, actor, customerId), wanted, actor)
}

/**
 * Looks up what is wanted and checks each against the catalogue's rules: base offers before add-ons, so that an add-on
 * finds its base in the same purchase. What the catalogue does not know is left out. Serves customers that do not exist
 * yet, too.
 */
export async function checkPurchase(
  db: Database,
  customer: CustomerFacts,
  wanted: readonly Wanted[],
  actor: Pick<Actor, 'organizationId' | 'organizationKind'>,
): Promise<Checked[]> {
  const offers = await findWanted(db, wanted)
  let facts = customer
  const bases = await findBases(db, customer.customerId, offers, actor)
  const checked: Checked[] = []
  for (const item of offers) {
    const parent = parentOf(item, bases, checked)
    const refusal = refusalOf(item, facts, parent)
    if (!refusal) facts = withPurchase(facts, item.offer.id)
    const base = bases.find(({ id }) => id === parent)
    const parentName = typeof parent === 'number' ? checked[parent]?.title : (base?.friendlyName ?? base?.title)
    checked.push({
      ...asBought(item),
      parent,
      parentEndsAt: base?.termEndsAt ?? null,
      parentName: parentName ?? null,
      refusal,
    })
  }
  return checked
}

/**
 * The purchase, if nothing stands against it.
 * @throws DomainError `cart_empty` or the first refusal
 */
export function assertPurchasable(checked: readonly Checked[]): Checked[] {
  if (checked.length === 0) throw new DomainError('cart_empty')
  for (const { refusal } of checked) if (refusal) throw refusal
  return [...checked]
}

const availabilityFields = {
  id: true,
  countries: true,
  currency: true,
  termDuration: true,
  billingCycle: true,
  listPrice: true,
  resellerPrice: true,
  retailPrice: true,
  withdrawnAt: true,
  offer: {
    select: {
      id: true,
      family: true,
      title: true,
      segment: true,
      isTrial: true,
      minQuantity: true,
      maxQuantity: true,
      limitUnit: true,
      limit: true,
      convertsTo: true,
      requires: true,
      withdrawnAt: true,
    },
  },
} as const

async function findWanted(db: Database, wanted: readonly Wanted[]) {
  const ids = wanted.map(({ availabilityId }) => availabilityId)
  const found = await db.catalogAvailability.findMany({ where: { id: { in: ids } }, select: availabilityFields })
  const items = wanted.flatMap((one) => {
    const availability = found.find(({ id }) => id === one.availabilityId)
    if (!availability) return []
    const { offer, ...sold } = availability
    return [{ ...one, offer, availability: sold }]
  })
  return items.sort((one, other) => one.offer.requires.length - other.offer.requires.length)
}

type Item = Awaited<ReturnType<typeof findWanted>>[number]

/** Active subscriptions of the customer that the wanted add-ons could join, newest first. A provider adds to what it sells. */
async function findBases(
  db: Database,
  customerId: string,
  items: readonly Item[],
  { organizationId, organizationKind }: Pick<Actor, 'organizationId' | 'organizationKind'>,
) {
  const offerIds = items.flatMap(({ offer }) => offer.requires)
  if (offerIds.length === 0) return []
  return db.subscription.findMany({
    where: {
      customerId,
      status: 'active',
      offerId: { in: offerIds },
      ...(organizationKind === 'provider' ? { providerId: organizationId } : {}),
    },
    orderBy: { id: 'desc' },
    take: 500,
    select: { id: true, offerId: true, title: true, friendlyName: true, termEndsAt: true },
  })
}

type Base = Awaited<ReturnType<typeof findBases>>[number]

/** The subscription an add-on joins: the named one, one of this very purchase, or the newest there is. */
function parentOf({ offer, parentSubscriptionId }: Item, bases: Base[], before: Checked[]): string | number | null {
  if (offer.requires.length === 0) return null
  const fitting = bases.filter(({ offerId }) => offer.requires.includes(offerId))
  if (parentSubscriptionId) return fitting.find(({ id }) => id === parentSubscriptionId)?.id ?? null
  const together = before.findIndex(({ offerId, refusal }) => !refusal && offer.requires.includes(offerId))
  return together >= 0 ? together : (fitting[0]?.id ?? null)
}

function refusalOf(item: Item, facts: CustomerFacts, parent: string | number | null): DomainError | null {
  const { offer, availability, quantity } = item
  const { title, minQuantity: min, maxQuantity: max } = offer
  try {
    assertAvailable(offer, availability, facts)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  if (offer.requires.length > 0 && parent === null)
    return new DomainError('prerequisite_missing', { parameters: { title } })
  if (quantity < min || quantity > max)
    return new DomainError('quantity_out_of_range', { parameters: { title, min, max } })
  return null
}

function asBought({ itemId = null, availabilityId, quantity, offer, availability }: Item) {
  return {
    itemId,
    availabilityId,
    quantity,
    offerId: offer.id,
    family: offer.family,
    title: offer.title,
    isTrial: offer.isTrial,
    termDuration: availability.termDuration,
    billingCycle: availability.billingCycle,
    currency: availability.currency,
    unit: {
      list: moneyText(availability.listPrice),
      reseller: moneyText(availability.resellerPrice),
      retail: moneyText(availability.retailPrice),
    },
  }
}
