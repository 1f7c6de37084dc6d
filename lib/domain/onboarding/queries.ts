import { type Actor, can } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { localDay } from '@/lib/core/local-time'
import { query } from '@/lib/core/operation'
import { versionOf } from '@/lib/core/version'
import { lastDayText } from '@/lib/i18n/days'
import { findCustomer } from '../customers/steps'
import { firstPeriods, totalOfPurchase } from '../orders/first-periods'
import { timesQuantity } from '../orders/rules'
import { countries, regionOf } from '../organizations/countries'
import { findAccount, partsOf } from './account-steps'
import { acceptAttestation } from './agreement-steps'
import { acceptAccount, activeResellers, findReseller, freeDomains } from './founding-steps'
import { findFirstAdmin, findHandover, handoverState } from './handover-steps'
import { readOffers } from './offer-steps'
import { acceptPurchase } from './purchase-steps'
import { alternativePrefixes, defaultDomain, mayChangeSegment } from './rules'
import {
  checkNewCustomerInput,
  customerInput,
  draftNewCustomerInput,
  findDomainInput,
  type NewCustomer,
  viewHandoverInput,
} from './schema'

const suggestions = 5

/** Whether `<prefix>.onmicrosoft.com` is free; up to five free ones like it where it is not (spec 3.3). */
export const findDomain = query({
  access: 'customer.add',
  input: findDomainInput,
  async run({ actor, input, db }) {
    const { prefix, country } = input
    const others = alternativePrefixes(prefix, country ?? (await ownCountry(db, actor)))
    const free = await freeDomains(db, [prefix, ...others].map(defaultDomain))
    const isFree = free.includes(defaultDomain(prefix))
    const suggested = isFree ? [] : others.filter((other) => free.includes(defaultDomain(other))).slice(0, suggestions)
    return { prefix, domain: defaultDomain(prefix), isFree, suggestions: suggested }
  },
})

async function ownCountry(db: Database, actor: Actor): Promise<string> {
  const own = await db.organization.findUniqueOrThrow({
    where: { id: actor.organizationId },
    select: { country: true },
  })
  return own.country
}

/**
 * P4: what the form for a new customer starts with. Reseller `locked` is the one the form was opened for.
 * @throws DomainError `not_found`
 */
export const draftNewCustomer = query({
  access: 'customer.add',
  input: draftNewCustomerInput,
  async run({ actor, input, db }) {
    const country = await ownCountry(db, actor)
    return {
      country,
      countries: countries.filter((code) => regionOf(code) === actor.region),
      reseller: input.reseller ? await lockedReseller(db, actor, input.reseller) : null,
      resellers: input.reseller ? [] : await listResellers(db, actor),
      offers: await readOffers(db, actor, { country, segment: 'Commercial' }),
      mayAttest: can(actor, 'customerAgreement.attest'),
      mayOrder: can(actor, 'order.create'),
      today: localDay(clock.now(), actor.timeZone),
    }
  },
})

async function lockedReseller(db: Database, actor: Actor, resellerId: string) {
  try {
    return await findReseller(db, actor, resellerId)
  } catch {
    throw new DomainError('not_found')
  }
}

/** In name order, at most 500. */
async function listResellers(db: Database, actor: Actor) {
  const found = await db.partnership.findMany({
    where: activeResellers(actor),
    orderBy: [{ resellerSortName: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { resellerId: true, resellerName: true },
  })
  return found.map(({ resellerId: id, resellerName: name }) => ({ id, name }))
}

/**
 * One step of the form: the account as it would be kept and the offers for it, or the lines and totals of its order.
 * @throws DomainError what `submitNewCustomer` would refuse so far
 */
export const checkNewCustomer = query({
  access: 'customer.add',
  input: checkNewCustomerInput,
  async run({ actor, input, db }) {
    if (input.resellerId) await findReseller(db, actor, input.resellerId)
    const account = await acceptAccount(db, actor, input)
    if (input.step === 'account') return { step: input.step, offers: await readOffers(db, actor, account), total: null }
    acceptAttestation(actor, account)
    return { step: input.step, offers: null, total: await linesOf(db, actor, account) }
  },
})

async function linesOf(db: Database, actor: Actor, account: NewCustomer) {
  const bought = await acceptPurchase(db, actor, account)
  const now = clock.now()
  const first = firstPeriods(bought, now)
  const lines = first.map(({ title, quantity, termDuration, billingCycle, unit, perSeat, parent, ...item }) => ({
    title,
    quantity,
    termDuration,
    billingCycle,
    listUnitPrice: unit.list,
    listAmount: timesQuantity(perSeat, quantity).list,
    isPart: item.isPart,
    lastDay: item.endsWithBase ? lastDayText(item.term.termEndsAt, actor.locale) : null,
    isAddOn: parent !== null,
  }))
  const { list, retail } = totalOfPurchase(bought, now)
  return { lines, currency: bought[0]?.currency ?? null, list, retail }
}

/**
 * The Account page of a customer: who it is, where, who agreed to what, and whether its account was handed over.
 * @throws DomainError `not_found`
 */
export const getAccount = query({
  access: 'customer.view',
  input: customerInput,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const { account, agreement } = await findAccount(db, customer.id)
    const { contact, billing } = partsOf(account)
    return {
      customer,
      account,
      agreement,
      versions: { contact: versionOf(contact), billing: versionOf(billing) },
      mayChangeSegment: mayChangeSegment(actor),
      handover: customer.relationship?.delegatedSince ? await handoverOf(db, customer.id) : null,
      today: localDay(clock.now(), actor.timeZone),
    }
  },
})

/** Whether the first person still waits for a password of their own, and for which link. */
async function handoverOf(db: Database, customerId: string) {
  const admin = await findFirstAdmin(db, customerId)
  if (!admin) return null
  const [link = null] = admin.handovers
  return { userName: admin.email, isOpen: admin.mustChangePassword, link }
}

/** What a hand-over link shows to whoever holds it. Asking changes nothing. */
export const viewHandover = query({
  access: 'public',
  input: viewHandoverInput,
  key: (input) => input.token,
  async run({ db }) {
    const found = await findHandover(db)
    if (!found) return null
    const state = handoverState(found)
    if (state !== 'open') return { state, issuerName: found.issuerName }
    const { organizationName, email, issuerName, expiresAt } = found
    return { state, organizationName, userName: email, issuerName, expiresAt }
  },
})
