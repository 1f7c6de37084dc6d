import { writeAudit } from '@/lib/core/audit'
import { callFunction, type Database, inTransaction, Prisma } from '@/lib/core/db'
import type { CommandContext } from '@/lib/core/operation'
import { noRequest } from '@/lib/core/request'
import { releasePartnerPayload } from '@/lib/jobs/release-partner'
import { sendLater } from '@/lib/mail/send-later'
import { endOwnership } from '../customers/steps'
import { nameOf, standingContacts, writeSupportContact } from './steps'

const atOnce = 200

interface Stray {
  id: string
  organizationId: string
}

/**
 * Spec 3.9: support falls back to the provider, and ownership ends, where the partner may no longer have them. The portal
 * acts as the organization concerned, one transaction each. Done twice it does nothing the second time; killed in between
 * it goes on where it was.
 */
export async function releasePartner(rawPayload: unknown): Promise<void> {
  const { partnerId, locale } = releasePartnerPayload.parse(rawPayload)
  await untilNoneIsLeft(
    () =>
      callFunction<Stray>(Prisma.sql`
      select "id", "providerId" as "organizationId" from stray_support_contacts(${partnerId}::uuid, ${atOnce}::int)`),
    (providerId, ids) =>
      inTransaction({ organizationId: providerId }, (db) => handBackSupport(db, providerId, ids, locale)),
  )
  await untilNoneIsLeft(
    () =>
      callFunction<Stray>(Prisma.sql`
      select "id", "customerId" as "organizationId" from stray_tenant_owners(${partnerId}::uuid, ${atOnce}::int)`),
    (customerId) => inTransaction({ organizationId: customerId }, (db) => endStrayOwnership(db, customerId, partnerId)),
  )
}

/** Works off what is found, organization by organization. @throws Error when a round achieves nothing: the queue tries again */
async function untilNoneIsLeft(
  find: () => Promise<Stray[]>,
  release: (organizationId: string, ids: string[]) => Promise<number>,
): Promise<void> {
  for (let strays = await find(); strays.length > 0; strays = await find()) {
    let released = 0
    for (const organizationId of new Set(strays.map((stray) => stray.organizationId))) {
      const own = strays.filter((stray) => stray.organizationId === organizationId)
      released += await release(
        organizationId,
        own.map(({ id }) => id),
      )
    }
    if (released === 0) throw new Error('What has to be handed back is held by somebody else.')
  }
}

async function handBackSupport(db: Database, providerId: string, ids: string[], locale: 'en' | 'ru'): Promise<number> {
  await db.$queryRaw`select id from "Subscription" where id = any(${ids}::uuid[]) order by id for update`
  const provider = await db.organization.findUniqueOrThrow({
    where: { id: providerId },
    select: { id: true, name: true, contactEmail: true },
  })
  const standing = await standingContacts(db, ids)
  const held = await db.subscription.findMany({
    where: { id: { in: ids }, supportContactId: { not: providerId } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      customerId: true,
      customerName: true,
      title: true,
      friendlyName: true,
      support: { select: { name: true } },
    },
  })
  const lapsed = held.filter(({ id }) => standing.get(id) === providerId)
  const work = { db, providerId, audit: recordAs(db, provider), by: { name: null, organizationName: provider.name } }
  for (const subscription of lapsed) {
    const title = subscription.friendlyName ?? subscription.title
    await writeSupportContact(work, { ...subscription, title }, provider)
  }
  const [first] = lapsed
  if (!first) return 0
  await sendLater(db, {
    letter: 'supportContactReleased',
    organizationId: providerId,
    to: { address: provider.contactEmail },
    locale,
    parameters: { partnerName: first.support.name, customerName: first.customerName, count: String(lapsed.length) },
  })
  return lapsed.length
}

/** Ownership ends with the relationship; what was granted in the same moment is found here. */
async function endStrayOwnership(db: Database, customerId: string, partnerId: string): Promise<number> {
  const [customer, { name: partnerName }] = await Promise.all([nameOf(db, customerId), nameOf(db, partnerId)])
  return endOwnership(db, recordAs(db, customer), { customerId, partnerId, partnerName }, null)
}

type Audit = CommandContext<'signedIn', unknown>['audit']

/** The portal itself acts for an organization: nobody in person. */
function recordAs(db: Database, { id, name }: { id: string; name: string }): Audit {
  const actor = { userId: null, fullName: null, organizationId: id, organizationName: name }
  return (type, details, { subject } = {}) => writeAudit(db, { type, details, actor, subject, request: noRequest })
}
