import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { assertAdministers, findCustomer, type VisibleCustomer } from '../customers/steps'
import { assertMayBeOfRecord } from '../orders/guard-steps'
import { workOf } from '../orders/steps'
import { setResellerOfRecordInput, setSupportContactInput, tenantOwnerInput } from './schema'
import { visibleRelationships } from './scopes'
import { assertReassignable, holdSold, nameOf, writeReseller, writeSupportContact } from './steps'

/**
 * S1, P9: who is credited for a subscription. Only its provider decides, and never in its own favour.
 * @throws DomainError `not_found`, `transition_refused`, `reseller_not_eligible`, `reseller_not_serving`,
 * `reseller_agreement_missing`
 */
export const setResellerOfRecord = command({
  access: 'resellerOfRecord.set',
  input: setResellerOfRecordInput,
  async run(context) {
    const { actor, input, db, repeats } = context
    const subscription = await holdSold(db, actor, input.subscriptionId)
    assertReassignable(subscription)
    if (input.resellerId === subscription.resellerId) return repeats()
    const { resellerId } = input
    if (resellerId) await assertMayBeOfRecord(db, actor, { id: subscription.customerId }, resellerId)
    await writeReseller(workOf(context), subscription, resellerId ? await nameOf(db, resellerId) : null)
  },
})

/**
 * S1, spec 3.9: whom the customer turns to. The provider, or a reseller of its that the customer lets administer. A role of
 * its own in the matrix: a Helpdesk agent may do it for every family.
 * @throws DomainError `not_found`, `transition_refused`, `support_contact_not_eligible`
 */
export const setSupportContact = command({
  access: 'supportContact.set',
  input: setSupportContactInput,
  async run(context) {
    const { actor, input, db, repeats } = context
    const subscription = await holdSold(db, actor, input.subscriptionId)
    assertReassignable(subscription)
    if (input.partnerId !== actor.organizationId)
      await holdSupportBy(db, { partnerId: input.partnerId, customerId: subscription.customerId })
    if (input.partnerId === subscription.supportContactId) return repeats()
    await writeSupportContact(workOf(context), subscription, await nameOf(db, input.partnerId))
  },
})

/** From here to the end of the transaction nobody takes from the partner what makes it eligible. */
async function holdSupportBy(db: Database, { partnerId, customerId }: { partnerId: string; customerId: string }) {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    select hold_support_by(${partnerId}::uuid, ${customerId}::uuid) as held`
  if (!row?.held) throw new DomainError('support_contact_not_eligible')
}

/**
 * S1: a tenant owner may manage the customer's Azure family. The customer decides, or its provider in its name.
 * @throws DomainError `not_found`, `delegation_missing`, `tenant_owner_not_eligible`
 */
export const grantTenantOwner = command({
  access: 'tenantOwner.set',
  input: tenantOwnerInput,
  confirmed: true,
  async run({ actor, input, db, audit, repeats }) {
    const customer = await findCustomer(db, actor, input.customerId)
    assertAdministers(customer)
    const relationship = await findRelationship(db, actor, input)
    if (!relationship) throw new DomainError('tenant_owner_not_eligible')
    const pair = { customerId: customer.id, partnerId: input.partnerId }
    // Left over from an earlier relationship, and no longer worth anything.
    await db.tenantOwner.updateMany({
      where: { ...pair, revokedAt: null, grantedAt: { lt: relationship.startedAt } },
      data: { revokedAt: clock.now() },
    })
    const granted = { grantedAt: clock.now(), grantedByName: actor.fullName }
    const { count } = await db.tenantOwner.createMany({ data: { ...pair, ...granted }, skipDuplicates: true })
    if (count === 0) return repeats()
    const partner = relationship.partnerName
    await audit('tenantOwner.granted', { customerId: customer.id, partner }, parties(actor, customer, relationship))
  },
})

/** @throws DomainError `not_found`, `delegation_missing` */
export const revokeTenantOwner = command({
  access: 'tenantOwner.set',
  input: tenantOwnerInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const customer = await findCustomer(db, actor, input.customerId)
    assertAdministers(customer)
    const relationship = await findRelationship(db, actor, input)
    if (!relationship) throw new DomainError('not_found')
    const { count } = await db.tenantOwner.updateMany({
      where: { customerId: customer.id, partnerId: input.partnerId, revokedAt: null },
      data: { revokedAt: clock.now(), revokedByName: actor.fullName },
    })
    if (count !== 1) throw new DomainError('not_found')
    const partner = relationship.partnerName
    await audit('tenantOwner.revoked', { customerId: customer.id, partner }, parties(actor, customer, relationship))
  },
})

function findRelationship(db: Database, actor: Actor, pair: { customerId: string; partnerId: string }) {
  return db.customerRelationship.findFirst({
    where: { AND: [visibleRelationships(actor), { ...pair, endedAt: null }] },
    select: { partnerId: true, partnerName: true, startedAt: true },
  })
}

/** A customer's act concerns the partner, a partner's act concerns the customer. */
function parties(
  actor: Actor,
  customer: VisibleCustomer,
  { partnerId, partnerName }: { partnerId: string; partnerName: string },
) {
  const own = actor.organizationId === customer.id
  return { subject: own ? { id: partnerId, name: partnerName } : { id: customer.id, name: customer.name } }
}
