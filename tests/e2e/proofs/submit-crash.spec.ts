import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { count, row } from '../../support/owner'
import { times } from '../../support/property'
import type { Portal } from '../stage/portal'
import { until } from '../stage/programs'
import { type Outcome, press } from '../support/actions'
import { expect, test } from '../support/test'
import { expectLettersMatchOutbox, killUntil, letLocksLapse, persist } from './killing'
import { fullCart, made, newCustomer, nothing, rowsOf, type Submission, type Submitting, seller } from './submissions'

test.use({ portalName: 'crash' })

const each = times(6, 50)

test.describe.configure({ timeout: times(400_000, 3_600_000) })

test('processes killed in the middle of submissions: each new customer and each order is there once and whole, or not at all', async ({
  portal,
}) => {
  const own = portal.own as Portal
  const selling = await seller()
  const submissions: Submission[] = []
  for (let number = 0; number < each; number += 1)
    submissions.push(newCustomer(selling, portal.origin), await fullCart(selling, portal.origin))
  const window = times(5_000, 40_000)
  // Every third gives up after one press, whatever became of it.
  const work = Promise.all(
    submissions.map(async ({ press: client }, number) => {
      await sleep(randomInt(window))
      return number % 3 === 2 ? press(client).catch(() => null) : persist(client, ['done', 'redirected'])
    }),
  )
  const kills = await killUntil(work, own, portal.mailDirectory, 500)
  const outcomes = await work
  expect(kills.web).toBeGreaterThan(0)
  await own.ready()

  const found = await Promise.all(submissions.map(({ nonce }) => rowsOf(nonce)))
  for (const [number, { press: client }] of submissions.entries()) {
    const whole = made[client.action as Submitting]
    const happened = (found[number]?.orders ?? 0) > 0
    expect(found[number]).toEqual(happened ? whole : nothing)
    if (isAcknowledged(outcomes[number])) expect(happened).toBe(true)
  }
  const orders = found.filter((rows) => rows.orders === 1).length
  console.log(`${orders} of ${submissions.length} orders, killed: ${kills.web} web, ${kills.worker} worker`)
  await expectTotalsAgree(selling.provider.organization.id, orders)
  await letLocksLapse(own)
  await until('the outbox to be empty', async () => (await count('Mail', `status = 'queued'`)) === 0, 90_000)
  await expectLettersMatchOutbox(portal.mailDirectory)
})

const isAcknowledged = (outcome: Outcome | null | undefined) =>
  outcome?.result === 'done' || outcome?.result === 'redirected'

/** Over everything the provider has sold: as many of each, and the same seats and money wherever they are counted. */
async function expectTotalsAgree(providerId: string, orders: number): Promise<void> {
  const totals = await row(
    `select (select count(*) from "Order" where "providerId" = $1)::int as orders,
            (select count(*) from "OrderLine" where "providerId" = $1)::int as lines,
            (select count(*) from "Subscription" where "providerId" = $1)::int as subscriptions,
            (select count(*) from "SubscriptionBatch" where "providerId" = $1)::int as batches,
            (select count(*) from "Charge" where "providerId" = $1)::int as charges,
            (select count(*) from "AuditEvent" where type = 'order.submitted' and "actorOrganizationId" = $1)::int as records,
            (select sum(quantity) from "Subscription" where "providerId" = $1)::int as seats,
            (select sum(quantity) from "SubscriptionBatch" where "providerId" = $1)::int as "seatsInBatches",
            (select sum("listTotal") from "Order" where "providerId" = $1)::text as billed,
            (select sum("listAmount") from "Charge" where "providerId" = $1)::text as charged,
            (select count(*) from "Organization" o where kind = 'customer'
               and not exists (select from "User" u where u."organizationId" = o.id))::int as "withoutAdmin",
            (select count(*) from "Organization" o where kind = 'customer'
               and not exists (select from "CustomerRelationship" r where r."customerId" = o.id))::int as "unrelated"`,
    [providerId],
  )
  const money = `${orders * 24}.00`
  expect(totals).toEqual({
    ...{ orders, lines: orders, subscriptions: orders, batches: orders, charges: orders, records: orders },
    ...{ seats: orders * 3, seatsInBatches: orders * 3, billed: money, charged: money },
    ...{ withoutAdmin: 0, unrelated: 0 },
  })
}
