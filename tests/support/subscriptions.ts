import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { newMark, type Organization, type Person } from './organizations'
import { insert, rows } from './owner'

/** Offers and subscriptions, written as they stand after an order. */

type Family = 'office365' | 'azure' | 'businessApplications' | 'security' | 'deviceManagement' | 'voice'
type Status = 'pending' | 'active' | 'suspended' | 'expired' | 'disabled' | 'deleted'
type Term = 'P1M' | 'P1Y' | 'P3Y'
type Cycle = 'Monthly' | 'Annual' | 'None'

export interface Prices {
  list: string
  reseller: string
  retail: string
}

export interface Offer {
  id: string
  availabilityId: string
  family: Family
  title: string
  isTrial: boolean
  termDuration: Term
  billingCycle: Cycle
  currency: string
  prices: Prices
}

export interface OfferChoices {
  family?: Family
  title?: string
  isTrial?: boolean
  minQuantity?: number
  maxQuantity?: number
  limitUnit?: 'None' | 'Concurrent' | 'Lifetime'
  limit?: number
  convertsTo?: string
  requires?: string[]
  upgradesTo?: string[]
  segment?: 'Commercial' | 'Education' | 'Government' | 'NonProfit'
  withdrawnAt?: Date
  countries?: string[]
  currency?: string
  termDuration?: Term
  billingCycle?: Cycle
  prices?: Prices
}

/** A fresh offer with one availability. */
export async function offer(choices: OfferChoices = {}): Promise<Offer> {
  const mark = newMark()
  const {
    isTrial = false,
    family = 'office365',
    title = `Offer ${mark}`,
    currency = 'EUR',
    withdrawnAt = null,
  } = choices
  const { termDuration = isTrial ? 'P1M' : 'P1Y', billingCycle = isTrial ? 'None' : 'Monthly' } = choices
  const free = { list: '0.00', reseller: '0.00', retail: '0.00' }
  const prices = choices.prices ?? (isTrial ? free : { list: '8.00', reseller: '9.00', retail: '10.00' })
  const id = `${mark.toUpperCase()}:0001`
  await insert('CatalogOffer', {
    id,
    productId: mark.toUpperCase(),
    skuId: '0001',
    family,
    title,
    sortTitle: toSortName(title),
    descriptionEn: 'An offer.',
    descriptionRu: 'Предложение.',
    search: toSearchText(id, title, 'An offer.', 'Предложение.'),
    unit: 'licenses',
    minQuantity: choices.minQuantity ?? 1,
    maxQuantity: choices.maxQuantity ?? 300,
    limitUnit: choices.limitUnit ?? 'None',
    limit: choices.limit ?? 0,
    isTrial,
    convertsTo: choices.convertsTo ?? null,
    requires: choices.requires ?? [],
    upgradesTo: choices.upgradesTo ?? [],
    segment: choices.segment ?? 'Commercial',
    withdrawnAt,
  })
  const availabilityId = `${id}:${mark.slice(2, 10)}`
  const amounts = { listPrice: prices.list, resellerPrice: prices.reseller, retailPrice: prices.retail }
  const terms = { countries: choices.countries ?? [], currency, termDuration, billingCycle, ...amounts, withdrawnAt }
  await insert('CatalogAvailability', { id: availabilityId, offerId: id, ...terms })
  return { id, availabilityId, family, title, isTrial, termDuration, billingCycle, currency, prices }
}

export interface SubscriptionChoices {
  provider: Organization
  customer: Organization
  /** Reseller of record. */
  reseller?: Organization
  supportContact?: Organization
  /** A fresh one unless given; the choices of an offer make a fresh one like that. */
  offer?: Offer | OfferChoices
  friendlyName?: string
  status?: Status
  quantity?: number
  parentId?: string
  autoRenew?: boolean
  /** Midnight UTC. Today unless given. */
  startedAt?: Date
  /** When the seats were added; the moment of the purchase unless given. */
  addedAt?: Date
  /** Any column as it shall stand, last of all. */
  columns?: Record<string, unknown>
}

export interface WrittenSubscription {
  id: string
  orderId: string
  orderNumber: string
  batchId: string
  title: string
  quantity: number
  offer: Offer
}

/** One order with one line, one subscription and one batch of seats. */
export async function subscription(choices: SubscriptionChoices): Promise<WrittenSubscription> {
  const bought = isOffer(choices.offer) ? choices.offer : await offer(choices.offer)
  const ids = { id: uuidv7(), orderId: uuidv7(), batchId: uuidv7() }
  const quantity = choices.quantity ?? 10
  const orderNumber = await writeOrder(ids, choices, bought, quantity)
  await writeSubscription(ids, choices, bought, quantity)
  await writeLine(ids, choices, bought, quantity)
  await writeBatch(ids, choices, bought, quantity)
  return { ...ids, orderNumber, title: bought.title, quantity, offer: bought }
}

/** A license of the subscription in somebody's hands, counted as the portal counts it. */
export async function assignment({ id }: { id: string }, to: Person): Promise<void> {
  const parties = { subscriptionId: id, customerId: to.organization.id, userId: to.id }
  await insert('LicenseAssignment', { id: uuidv7(), ...parties, assignedByName: 'Somebody' })
  await rows('update "Subscription" set assigned = assigned + 1 where id = $1', [id])
}

type Ids = { id: string; orderId: string; batchId: string }

const isOffer = (given: Offer | OfferChoices | undefined): given is Offer =>
  given !== undefined && 'availabilityId' in given
const cents = (price: string, quantity: number) => ((Number(price) * 100 * quantity) / 100).toFixed(2)

function amounts({ prices }: Offer, quantity: number, what: 'Amount' | 'Total') {
  return {
    [`list${what}`]: cents(prices.list, quantity),
    [`reseller${what}`]: cents(prices.reseller, quantity),
    [`retail${what}`]: cents(prices.retail, quantity),
  }
}

const unitPrices = ({ prices }: Offer) => ({
  listUnitPrice: prices.list,
  resellerUnitPrice: prices.reseller,
  retailUnitPrice: prices.retail,
})

async function writeOrder(ids: Ids, { provider, customer }: SubscriptionChoices, bought: Offer, quantity: number) {
  const number = `T-${randomInt(10 ** 11, 10 ** 12)}`
  await insert('Order', {
    id: ids.orderId,
    number,
    providerId: provider.id,
    customerId: customer.id,
    customerName: customer.name,
    currency: bought.currency,
    nonce: uuidv7(),
    ...amounts(bought, quantity, 'Total'),
    createdByName: 'Somebody',
  })
  return number
}

async function writeSubscription(ids: Ids, choices: SubscriptionChoices, bought: Offer, quantity: number) {
  const { provider, customer, friendlyName = null, startedAt = today() } = choices
  const months = { P1M: 1, P1Y: 12, P3Y: 36 }
  const termEndsAt = later(startedAt, months[bought.termDuration])
  const periodEndsAt = bought.billingCycle === 'Annual' ? later(startedAt, 12) : later(startedAt, 1)
  await insert('Subscription', {
    id: ids.id,
    orderId: ids.orderId,
    providerId: provider.id,
    customerId: customer.id,
    resellerId: choices.reseller?.id ?? null,
    supportContactId: (choices.supportContact ?? provider).id,
    parentId: choices.parentId ?? null,
    offerId: bought.id,
    family: bought.family,
    title: bought.title,
    friendlyName,
    customerName: customer.name,
    customerSortName: toSortName(customer.name),
    search: toSearchText(friendlyName, bought.title, customer.name, customer.domain),
    status: choices.status ?? 'active',
    isTrial: bought.isTrial,
    quantity,
    termDuration: bought.termDuration,
    billingCycle: bought.billingCycle,
    autoRenew: choices.autoRenew ?? !bought.isTrial,
    termStartedAt: startedAt,
    termEndsAt,
    anchorDay: startedAt.getUTCDate(),
    periodStartedAt: startedAt,
    periodEndsAt,
    dueAt: new Date(Math.min(periodEndsAt.getTime(), termEndsAt.getTime())),
    currency: bought.currency,
    ...unitPrices(bought),
    ...choices.columns,
  })
}

async function writeLine(
  ids: Ids,
  { provider, customer, reseller }: SubscriptionChoices,
  bought: Offer,
  quantity: number,
) {
  await insert('OrderLine', {
    id: uuidv7(),
    orderId: ids.orderId,
    lineNumber: 1,
    providerId: provider.id,
    customerId: customer.id,
    resellerId: reseller?.id ?? null,
    transaction: 'new',
    subscriptionId: ids.id,
    offerId: bought.id,
    title: bought.title,
    quantity,
    termDuration: bought.termDuration,
    billingCycle: bought.billingCycle,
    ...unitPrices(bought),
    ...amounts(bought, quantity, 'Amount'),
  })
}

async function writeBatch(ids: Ids, choices: SubscriptionChoices, { prices }: Offer, quantity: number) {
  const addedAt = choices.addedAt ?? choices.startedAt ?? new Date()
  await insert('SubscriptionBatch', {
    id: ids.batchId,
    subscriptionId: ids.id,
    providerId: choices.provider.id,
    customerId: choices.customer.id,
    quantity,
    addedAt,
    reducibleUntil: new Date(addedAt.getTime() + 168 * 3_600_000),
    listPaid: prices.list,
    resellerPaid: prices.reseller,
    retailPaid: prices.retail,
  })
}

function today(): Date {
  return new Date(new Date().toISOString().slice(0, 10))
}

/** So many months later, on the last day of a month that is too short. */
function later(date: Date, months: number): Date {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)))
}
