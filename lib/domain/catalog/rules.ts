import { type Actor, can, type OrganizationKind } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { countries } from '../organizations/countries'
import { countryRules } from '../organizations/country-rules'
import type { Cycle, OfferKind, Segment, Term } from './schema'

/** Who sees which price, and who may buy what. Source: spec 3.6. */

export type PriceName = 'list' | 'reseller' | 'retail'

/**
 * The prices, totals and credits somebody may see, wherever they stand: none without the catalogue (spec 2.2), and none
 * upstream of one's own organization. The operator, who sells nothing, sees none.
 */
export function visiblePrices(actor: Actor): readonly PriceName[] {
  if (!can(actor, 'catalog.view')) return []
  const visible: Record<OrganizationKind, readonly PriceName[]> = {
    operator: [],
    provider: ['list', 'reseller', 'retail'],
    reseller: ['reseller', 'retail'],
    customer: ['retail'],
  }
  return visible[actor.organizationKind]
}

/** Those of the amounts that the reader may see; the others are absent. */
export function visibleOf<Amount>(
  actor: Actor,
  amounts: Record<PriceName, Amount>,
): Partial<Record<PriceName, Amount>> {
  return Object.fromEntries(visiblePrices(actor).map((name) => [name, amounts[name]]))
}

/** What a record says of money is the customer's price: it goes where somebody may see no prices. */
export function withoutHiddenPrices<Details>(actor: Actor, details: Details): Details {
  if (visiblePrices(actor).length > 0 || typeof details !== 'object' || details === null) return details
  const shown = Object.entries(details).filter(([name]) => !recordedPrices.includes(name))
  return Object.fromEntries(shown) as Details
}

const recordedPrices: readonly string[] = ['retailTotal', 'refund']

interface StoredPrices {
  listPrice: { toFixed(decimals: number): string }
  resellerPrice: { toFixed(decimals: number): string }
  retailPrice: { toFixed(decimals: number): string }
}

/** The same of a price list, as text. */
export function pricesFor(actor: Actor, prices: StoredPrices): Partial<Record<PriceName, string>> {
  return visibleOf(actor, {
    list: prices.listPrice.toFixed(2),
    reseller: prices.resellerPrice.toFixed(2),
    retail: prices.retailPrice.toFixed(2),
  })
}

export function kindOf({ isTrial, requires }: { isTrial: boolean; requires: readonly string[] }): OfferKind {
  if (isTrial) return 'trial'
  return requires.length > 0 ? 'addOn' : 'base'
}

/** Terms and billing cycles that go together. */
export function isBilled(term: Term, cycle: Cycle, isTrial: boolean): boolean {
  if (isTrial) return term === 'P1M' && cycle === 'None'
  return cycle === 'Monthly' || (cycle === 'Annual' && term !== 'P1M')
}

/** The countries an availability is for. None named: all whose own currency it is in. */
export function marketsOf({ countries: named, currency }: Market): readonly string[] {
  return named.length > 0 ? named : countries.filter((country) => countryRules(country).currency === currency)
}

interface Market {
  countries: readonly string[]
  currency: string
}

export interface RuledOffer {
  id: string
  title: string
  segment: Segment
  isTrial: boolean
  limitUnit: 'None' | 'Concurrent' | 'Lifetime'
  limit: number
  convertsTo: string | null
  requires: readonly string[]
  withdrawnAt: Date | null
}

export interface RuledAvailability extends Market {
  withdrawnAt: Date | null
}

/** How many subscriptions to an offer a customer has: active ones, all that are not deleted, and all there ever were. */
export interface Holding {
  active: number
  current: number
  ever: number
}

export interface CustomerFacts {
  customerId: string
  country: string
  segment: Segment
  /** By offer id. */
  holdings: ReadonlyMap<string, Holding>
}

export const nothing: Holding = { active: 0, current: 0, ever: 0 }

/** The facts as they will be after one more purchase, such as one that waits in the same cart. */
export function withPurchase(facts: CustomerFacts, offerId: string): CustomerFacts {
  const { active, current, ever } = facts.holdings.get(offerId) ?? nothing
  const one = { active: active + 1, current: current + 1, ever: ever + 1 }
  return { ...facts, holdings: new Map([...facts.holdings, [offerId, one]]) }
}

/**
 * Why a customer cannot buy. `owned`: a trial of what it has already; `currency`: the price is not in the currency of its
 * country.
 */
export const unavailableReasons = [
  'withdrawn',
  'segment',
  'country',
  'currency',
  'owned',
  'lifetimeLimit',
  'concurrentLimit',
  'prerequisite',
] as const
export type UnavailableReason = (typeof unavailableReasons)[number]

export type Verdict = { available: true } | { available: false; reasons: [UnavailableReason, ...UnavailableReason[]] }

/** Whether the customer may buy the offer at this price; if not, every reason, the most lasting one first. */
export function verdict(offer: RuledOffer, availability: RuledAvailability, facts: CustomerFacts): Verdict {
  const found = new Set([...placeReasons(availability, facts), ...offerReasons(offer, facts)])
  const [first, ...others] = unavailableReasons.filter((reason) => found.has(reason))
  return first ? { available: false, reasons: [first, ...others] } : { available: true }
}

/** The same over all prices of an offer: available where one of them is; otherwise what stands against the nearest. */
export function offerVerdict(
  offer: RuledOffer,
  availabilities: readonly RuledAvailability[],
  facts: CustomerFacts,
): Verdict {
  const verdicts = availabilities.map((availability) => verdict(offer, availability, facts))
  const nearest = verdicts.sort((one, other) => reasonsIn(one).length - reasonsIn(other).length)[0]
  return nearest ?? { available: false, reasons: ['withdrawn'] }
}

export function reasonsIn(given: Verdict): readonly UnavailableReason[] {
  return given.available ? [] : given.reasons
}

/** @throws DomainError `offer_unavailable`, `offer_limit_reached`, `prerequisite_missing` */
export function assertAvailable(offer: RuledOffer, availability: RuledAvailability, facts: CustomerFacts): void {
  const [reason] = reasonsIn(verdict(offer, availability, facts))
  if (!reason) return
  const { title, limit } = offer
  if (reason === 'prerequisite') throw new DomainError('prerequisite_missing', { parameters: { title } })
  if (reason === 'lifetimeLimit' || reason === 'concurrentLimit')
    throw new DomainError('offer_limit_reached', { parameters: { title, limit } })
  throw new DomainError('offer_unavailable', { parameters: { title, reason } })
}

/** Whether the price is one for the customer's country. */
export function isSoldIn(availability: Market, country: string): boolean {
  return placeReasons({ ...availability, withdrawnAt: null }, { country }).length === 0
}

function placeReasons(
  { withdrawnAt, countries: named, currency }: RuledAvailability,
  { country }: Pick<CustomerFacts, 'country'>,
): UnavailableReason[] {
  const isOwnCurrency = countryRules(country).currency === currency
  return [
    ...(withdrawnAt ? (['withdrawn'] as const) : []),
    ...(named.length > 0 && named.includes(country) && !isOwnCurrency ? (['currency'] as const) : []),
    ...((named.length > 0 ? !named.includes(country) : !isOwnCurrency) ? (['country'] as const) : []),
  ]
}

function offerReasons(offer: RuledOffer, { segment, holdings }: CustomerFacts): UnavailableReason[] {
  const held = holdings.get(offer.id) ?? nothing
  const reasons: UnavailableReason[] = []
  if (offer.withdrawnAt) reasons.push('withdrawn')
  // A qualification opens offers of its own; the commercial ones are for everybody.
  if (offer.segment !== 'Commercial' && offer.segment !== segment) reasons.push('segment')
  if (offer.isTrial && offer.convertsTo && holdings.get(offer.convertsTo)?.current) reasons.push('owned')
  if (offer.limitUnit === 'Lifetime' && held.ever >= offer.limit) reasons.push('lifetimeLimit')
  // A cancelled subscription counts until it is deleted.
  if (offer.limitUnit === 'Concurrent' && held.current >= offer.limit) reasons.push('concurrentLimit')
  if (offer.requires.length > 0 && !offer.requires.some((id) => holdings.get(id)?.active)) reasons.push('prerequisite')
  return reasons
}
