import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { moneyText } from '@/lib/core/money'
import { scope } from '@/lib/core/scope'
import { adminUserName } from './rules'

/** What a submission made, however often it is asked; the password is no part of it. Null: it has not been made. */
export async function findSubmission(db: Database, actor: Actor, nonce: string) {
  const account = await db.customerAccount.findFirst({
    where: { AND: [scope({ foundedById: actor.organizationId }), { nonce }] },
    select: {
      customerId: true,
      contactEmail: true,
      customer: { select: { name: true, domain: true } },
    },
  })
  if (!account) return null
  const { customerId, contactEmail, customer } = account
  return {
    customerId,
    companyName: customer.name,
    userName: adminUserName(customer.domain),
    contactEmail,
    order: await findOrder(db, actor, nonce),
  }
}

async function findOrder(db: Database, actor: Actor, nonce: string) {
  const order = await db.order.findFirst({
    where: { AND: [scope({ providerId: actor.organizationId }), { nonce }] },
    select: {
      id: true,
      number: true,
      currency: true,
      listTotal: true,
      lines: {
        orderBy: { lineNumber: 'asc' },
        select: {
          title: true,
          quantity: true,
          termDuration: true,
          billingCycle: true,
          listAmount: true,
          resellerId: true,
        },
      },
    },
  })
  if (!order) return null
  return {
    ...order,
    listTotal: moneyText(order.listTotal),
    lines: order.lines.map(({ listAmount, resellerId, ...line }) => ({
      ...line,
      listAmount: moneyText(listAmount),
      hasReseller: resellerId !== null,
    })),
  }
}

export type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>
