import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { agreementStands } from '../agreements/steps'
import type { VisibleCustomer } from '../customers/steps'

/**
 * Spec 0.7 and 3.12; both facts hold until the end of the transaction.
 * @throws DomainError `relationship_missing`, `customer_agreement_missing`
 */
export async function assertMayBuy(db: Database, customer: Pick<VisibleCustomer, 'id'>): Promise<void> {
  await waitForOtherPurchases(db, customer.id)
  const [row] = await db.$queryRaw<{ held: boolean }[]>`select hold_relationship_with(${customer.id}::uuid) as held`
  if (!row?.held) throw new DomainError('relationship_missing')
  if (!(await agreementStands(db, customer.id))) throw agreementMissing(customer.id)
}

export function agreementMissing(customerId: string): DomainError {
  return new DomainError('customer_agreement_missing', { parameters: { customerId } })
}

/**
 * Purchases of one customer go one after the other until the end of the transaction, so that each counts the one before against the
 * limits of an offer.
 */
export async function waitForOtherPurchases(db: Database, customerId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${customerId}, 0))`
}

/**
 * Spec P6: a reseller of record is an active partner that serves the customer and has signed its agreement. The
 * partnership holds until the end of the transaction.
 * @throws DomainError `reseller_not_eligible`, `reseller_not_serving`, `reseller_agreement_missing`
 */
export async function assertMayBeOfRecord(
  db: Database,
  actor: Actor,
  customer: Pick<VisibleCustomer, 'id'>,
  resellerId: string,
): Promise<void> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`select hold_partnership_with(${resellerId}::uuid) as held`
  const serves = await db.customerRelationship.findFirst({
    where: { partnerId: resellerId, customerId: customer.id, endedAt: null },
    select: { id: true },
  })
  if (!row?.held) throw new DomainError('reseller_not_eligible')
  if (!serves) throw await aboutReseller(db, 'reseller_not_serving', resellerId)
  await assertSigned(db, actor, resellerId)
}

/** Whoever earns incentives has signed the agreement of its region. @throws DomainError `reseller_agreement_missing` */
export async function assertSigned(db: Database, { region }: Actor, resellerId: string): Promise<void> {
  const signed = await db.partnerAgreement.findFirst({
    where: { organizationId: resellerId, region },
    select: { id: true },
  })
  if (!signed) throw await aboutReseller(db, 'reseller_agreement_missing', resellerId)
}

/** What is missing is mended at the reseller's: the refusal says which it is. */
async function aboutReseller(
  db: Database,
  code: 'reseller_not_serving' | 'reseller_agreement_missing',
  resellerId: string,
): Promise<DomainError> {
  const { name: reseller } = await db.organization.findUniqueOrThrow({
    where: { id: resellerId },
    select: { name: true },
  })
  return new DomainError(code, { parameters: { reseller, resellerId } })
}

/** Resellers that may be chosen as reseller of record of this customer's subscriptions, and why not where they may not. */
export async function resellersOfRecord(db: Database, actor: Actor, customerId: string) {
  return asResellerChoices(await resellersServing(db, actor, customerId))
}

export function asResellerChoices(resellers: Awaited<ReturnType<typeof resellersServing>>) {
  return resellers.map(({ administers: _administers, ...choice }) => choice)
}

/** The provider's resellers that serve a customer: who they are, whether they signed, whether they administer it. */
export async function resellersServing(db: Database, actor: Actor, customerId: string) {
  const found = await db.customerRelationship.findMany({
    where: {
      customerId,
      endedAt: null,
      partnerKind: 'reseller',
      partner: { partnershipsAsReseller: { some: { providerId: actor.organizationId, endedAt: null } } },
    },
    orderBy: [{ partnerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      partnerId: true,
      partnerName: true,
      delegatedAdministrations: { where: { revokedAt: null }, select: { id: true }, take: 1 },
      partner: {
        select: { mpnId: true, partnerAgreements: { where: { region: actor.region }, select: { id: true } } },
      },
    },
  })
  return found.map(({ partnerId, partnerName, partner, delegatedAdministrations }) => ({
    id: partnerId,
    name: partnerName,
    mpnId: partner.mpnId,
    signed: partner.partnerAgreements.length > 0,
    administers: delegatedAdministrations.length > 0,
  }))
}
