import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { moneyText } from '@/lib/core/money'
import { query } from '@/lib/core/operation'
import { type KeyRange, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { soldSubscriptions } from '../subscription-partners/scopes'
import { creditOf, firstDayOf, type IncentiveFamily, incentiveRates, type MissingReason, monthName } from './rules'
import { listIncentivesInput, listMissingResellersInput } from './schema'

interface Billed {
  subscriptionId: string
  resellerId: string
  resellerName: string
  customerId: string
  customerName: string
  title: string
  family: IncentiveFamily
  currency: string
  billed: Prisma.Decimal
}

/**
 * What a month's charges earn, per subscription and reseller of record: a reseller sees its own, a provider that of all
 * its resellers. Refunds count against it. Totals are of the whole month and filter, not of the page.
 */
export const listIncentives = query({
  access: 'incentive.view',
  input: listIncentivesInput,
  async run({ actor, input, db }) {
    const month = input.month ?? monthName(clock.now())
    const filter = { month: firstDayOf(month), reseller: input.reseller ?? null }
    const page = await readPage(
      input,
      (range) => readBilled(db, actor, filter, range),
      (row) => ({ sort: row.subscriptionId, id: row.resellerId }),
    )
    const rows = page.rows.map((row) => {
      const billed = moneyText(row.billed)
      return { ...row, month, billed, rate: incentiveRates[row.family], credit: creditOf(row.family, billed) }
    })
    return {
      ...page,
      rows,
      month,
      totals: await readTotals(db, filter),
      resellers: actor.organizationKind === 'provider' ? await everyReseller(db, actor) : [],
    }
  },
})

interface Filter {
  month: Date
  reseller: string | null
}

/** The database's own function: a former reseller of record no longer sees the subscription, but what it earned on it. */
function readBilled(db: Database, actor: Actor, { month, reseller }: Filter, range: KeyRange): Promise<Billed[]> {
  const from = Prisma.sql`${range.from?.sort ?? null}::uuid, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}, ${range.take}::int`
  return db.$queryRaw<Billed[]>`
    select "subscriptionId", "resellerId", "resellerName", "customerId", "customerName", "title", "family", "currency", "billed"
    from credited_subscriptions(${month}::date, ${reseller}::uuid, ${from}) where ${ownCredits(actor)}`
}

/** What the actor's organization earns or credits. */
function ownCredits({ organizationId, organizationKind }: Actor): Prisma.Sql {
  const own = scope({ party: organizationKind === 'provider' ? 'providerId' : 'resellerId' })
  return own.party ? Prisma.sql`${Prisma.raw(`"${own.party}"`)} = ${organizationId}::uuid` : Prisma.sql`true`
}

async function readTotals(db: Database, { month, reseller }: Filter) {
  const rows = await db.$queryRaw<{ currency: string; billed: Prisma.Decimal; credit: Prisma.Decimal }[]>`
    select * from credit_totals(${month}::date, ${reseller}::uuid, ${JSON.stringify(incentiveRates)}::jsonb)`
  return rows.map(({ currency, billed, credit }) => ({
    currency,
    billed: moneyText(billed),
    credit: moneyText(credit),
  }))
}

/** For the filter: whoever is or was a reseller of the provider, in name order, at most 200. */
async function everyReseller(db: Database, actor: Actor) {
  const found = await db.partnership.findMany({
    where: ownPartnerships(actor),
    orderBy: [{ resellerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { resellerId: true, resellerName: true },
  })
  // A partnership that was ended and begun again stands there twice.
  return [...new Map(found.map(({ resellerId: id, resellerName: name }) => [id, { id, name }])).values()]
}

function ownPartnerships({ organizationId }: Actor) {
  return scope({ providerId: organizationId })
}

const missingFields = {
  id: true,
  customerId: true,
  customerName: true,
  customerSortName: true,
  title: true,
  friendlyName: true,
  family: true,
  quantity: true,
  reseller: { select: { id: true, name: true } },
} as const

/**
 * Spec feature 78: active subscriptions for which nobody is credited though a reseller serves the customer, or somebody is who may
 * no longer be, in the order of customers; with the resellers one can choose from.
 */
export const listMissingResellers = query({
  access: 'resellerOfRecord.set',
  input: listMissingResellersInput,
  async run({ actor, input, db }) {
    const page = await readPage(
      input,
      (range) => readMissing(db, actor, range),
      (row) => ({ sort: row.customerSortName, id: row.id }),
    )
    return { ...page, resellers: await signedResellers(db, actor) }
  },
})

async function readMissing(db: Database, actor: Actor, range: KeyRange) {
  const from = Prisma.sql`${range.from?.sort ?? null}, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}, ${range.take}::int`
  const found = await db.$queryRaw<{ id: string; reason: MissingReason }[]>`
    select id, reason from search_missing_resellers(${from})`
  const rows = await db.subscription.findMany({
    where: { AND: [soldSubscriptions(actor), { id: { in: found.map(({ id }) => id) } }] },
    select: missingFields,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id, reason }) => {
    const row = byId.get(id)
    return row ? [{ ...row, title: row.friendlyName ?? row.title, reason }] : []
  })
}

/** Active partners that have signed the agreement; whether they serve a customer is seen when it comes to it. */
async function signedResellers(db: Database, actor: Actor) {
  const found = await db.partnership.findMany({
    where: {
      AND: [
        ownPartnerships(actor),
        { endedAt: null, reseller: { partnerAgreements: { some: { region: actor.region } } } },
      ],
    },
    orderBy: [{ resellerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { resellerId: true, resellerName: true, reseller: { select: { mpnId: true } } },
  })
  return found.map(({ resellerId, resellerName, reseller }) => ({
    id: resellerId,
    name: resellerName,
    mpnId: reseller.mpnId,
  }))
}
