import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from './clock'
import { type Database, Prisma, statement } from './db'
import type { RequestFacts } from './request'

/**
 * What each kind of change records beside who, when and whom it concerned. Leaving a field out does not compile.
 * Types are message keys; details never hold a secret.
 */
export interface AuditDetails {
  'organization.created': { organizationId: string; kind: string }
  'organization.renamed': { organizationId: string; before: string; after: string; reason: string }
  'enrollment.membershipSignedIn': { userName: string; profiles: number }
  'enrollment.profileChosen': { mpnId: string; title: string }
  'enrollment.stepKept': { kind: 'legal' | 'contact' | 'support' }
  'enrollment.submitted': { mpnId: string; inProgram: boolean }
  'membership.kept': { userName: string; profiles: number }
  'organization.legalProfileChanged': { changed: string[]; before: string; after: string }
  'organization.contactChanged': { emailChanged: boolean }
  'organization.supportProfileChanged': { email: string; phone: string; website: string | null }
  'user.created': { userId: string; fullName: string; roles: string[] }
  'user.signedIn': { method: 'password' | 'secondFactor' | 'recoveryCode' | 'link' | 'issuer' }
  'user.rolesChanged': { userId: string; fullName: string; granted: string[]; removed: string[] }
  'user.renamed': { userId: string; fullName: string; before: string }
  /** What the person is no longer told of. */
  'user.noticesChosen': { portalOff: string[]; mailOff: string[] }
  'user.passwordReset': { userId: string; fullName: string }
  'user.disabled': { userId: string; fullName: string }
  'user.enabled': { userId: string; fullName: string }
  'user.signedOutEverywhere': { userId: string; fullName: string }
  'role.asked': { permission: string }
  'user.signedOut': Record<string, never>
  'user.passwordChanged': { temporary: boolean }
  'user.passwordLinkIssued': { userId: string; fullName: string; purpose: string }
  'user.passwordChosen': { userId: string; purpose: string }
  'user.identityConfirmed': { method: 'password' | 'secondFactor' | 'issuer' }
  'user.sessionsEnded': { count: number }
  'secondFactor.added': { replaced: boolean }
  'secondFactor.removed': Record<string, never>
  'secondFactor.required': { required: boolean }
  'singleSignOn.configured': { issuer: string; clientId: string; domains: string[]; secretChanged: boolean }
  'singleSignOn.tested': { issuer: string; succeeded: boolean; problem: string | null }
  'singleSignOn.switchedOn': { issuer: string }
  'singleSignOn.switchedOff': { issuer: string }
  'singleSignOn.required': { required: boolean }
  'singleSignOn.removed': { issuer: string }
  'issuerIdentity.linked': { userId: string; fullName: string; issuer: string }
  'issuerIdentity.unlinked': { userId: string; fullName: string; issuer: string }
  'recoveryCode.used': { left: number }
  'recoveryCode.renewed': Record<string, never>
  'invitation.created': { invitationId: string; kind: string; addressee: string | null }
  'invitation.sent': { invitationId: string; addressee: string }
  'invitation.reminded': { invitationId: string; addressee: string }
  'invitation.disclosed': { invitationId: string }
  'invitation.resent': { invitationId: string; addressee: string | null }
  'invitation.revoked': { invitationId: string; addressee: string | null }
  'invitation.replaced': { invitationId: string; addressee: string }
  'invitation.declined': { invitationId: string; reason: string | null }
  'partnership.accepted': { partnershipId: string; invitationId: string }
  'partnership.removed': { partnershipId: string; notified: boolean }
  'adminAccess.revoked': { partnershipId: string }
  'agreement.accepted': { type: string }
  'customerRelationship.authorized': { relationshipId: string; invitationId: string; delegatedAdministration: boolean }
  'customerRelationship.ended': { relationshipId: string }
  'delegatedAdministration.granted': { relationshipId: string; invitationId: string }
  'delegatedAdministration.removed': { relationshipId: string }
  'customer.added': { customerId: string; resellerId: string | null; delegatedAdministration: boolean }
  /** The language before and after; null where it has stayed. */
  'customer.contactChanged': { customerId: string; cultureBefore: string | null; cultureAfter: string | null }
  'customer.billingChanged': { customerId: string; segmentBefore: string | null; segmentAfter: string | null }
  'agreement.attested': { type: string; dateAgreed: string; signer: string }
  'partnerAgreement.signed': { region: string }
  'handover.issued': { customerId: string; userId: string }
  'handover.used': { customerId: string; userId: string }
  'catalog.imported': { offers: number; availabilities: number; withdrawn: number }
  'order.submitted': { orderId: string; number: string; lines: number; retailTotal: string; currency: string }
  'subscription.renamed': { subscriptionId: string; title: string; before: string; after: string }
  'subscription.quantityChanged': { subscriptionId: string; title: string; before: number; after: number }
  'subscription.suspended': { subscriptionId: string; title: string; reason: string | null }
  'subscription.reactivated': { subscriptionId: string; title: string }
  'subscription.cancelled': { subscriptionId: string; title: string; refund: string; currency: string }
  'subscription.renewalScheduled': {
    subscriptionId: string
    title: string
    autoRenew: boolean
    quantity: number | null
    term: string | null
    cycle: string | null
  }
  'subscription.upgraded': { subscriptionId: string; title: string; before: string; after: string }
  'subscription.converted': { subscriptionId: string; title: string; quantity: number }
  'subscription.renewed': { subscriptionId: string; title: string; quantity: number; until: string }
  'subscription.expired': { subscriptionId: string; title: string }
  'subscription.disabled': { subscriptionId: string; title: string }
  'subscription.deleted': { subscriptionId: string; title: string }
  'resellerOfRecord.changed': { subscriptionId: string; title: string; before: string | null; after: string | null }
  'supportContact.changed': { subscriptionId: string; title: string; before: string; after: string }
  'tenantOwner.granted': { customerId: string; partner: string }
  'tenantOwner.revoked': { customerId: string; partner: string }
  'customerUser.created': { userId: string; fullName: string }
  'customerUser.changed': { userId: string; fullName: string }
  'customerUser.deleted': { userId: string; fullName: string }
  'customerUser.restored': { userId: string; fullName: string }
  'customerUser.passwordReset': { userId: string; fullName: string }
  'customerUser.imported': { created: number; refused: number }
  'license.changed': { subscriptionId: string; title: string; assigned: number; removed: number }
  'purchaseRequest.created': { requestId: string; kind: string; title: string }
  'purchaseRequest.forwarded': { requestId: string; title: string }
  'purchaseRequest.approved': { requestId: string; title: string; orderId: string | null }
  'purchaseRequest.declined': { requestId: string; title: string }
  'purchaseRequest.withdrawn': { requestId: string; title: string }
  'verification.contactConfirmed': { caseId: string; email: string }
  'verification.contactChanged': { caseId: string; email: string }
  'verification.letterResent': { caseId: string; email: string }
  'verification.evidenceSent': { caseId: string; fileName: string }
  'verification.commented': { caseId: string }
  'verification.reviewAsked': { caseId: string }
  'verification.checkJudged': { caseId: string; check: string; verdict: string }
  'verification.authorized': { caseId: string }
  'verification.rejected': { caseId: string; reason: string }
  'providerCard.edited': Record<string, never>
  'providerCard.published': Record<string, never>
  'providerCard.unpublished': Record<string, never>
  'providerCard.logoChanged': { removed: boolean }
  'invitationRequest.sent': { requestId: string }
  'invitationRequest.withdrawn': { requestId: string }
  'invitationRequest.invited': { requestId: string; invitationId: string }
  'invitationRequest.declined': { requestId: string; reason: string }
  'knownCustomer.imported': { created: number; updated: number }
  'knownCustomer.removed': { knownCustomerId: string; title: string }
  'knownCustomer.cleared': { removed: number }
  'clock.advanced': { days: number }
}

export type AuditType = keyof AuditDetails

export interface Party {
  id: string
  name: string
}

/** Nobody in person where the portal itself acts for an organization. */
export type AuditActor = Pick<Actor, 'organizationId' | 'organizationName'> & {
  userId: string | null
  fullName: string | null
}

interface AuditEntry<Type extends AuditType> {
  type: Type
  details: AuditDetails[Type]
  actor: AuditActor | null
  /** The organization on the other side; it may read the event too. */
  subject?: Party | undefined
  request: RequestFacts
}

/** Writes one event, readable by the actor's organization and by the subject. Part of the change's transaction. */
export async function writeAudit<Type extends AuditType>(db: Database, entry: AuditEntry<Type>): Promise<void> {
  const { type, details, actor, subject, request } = entry
  const id = uuidv7()
  const occurredAt = clock.now()
  const readers = new Set([actor?.organizationId, subject?.id].filter((reader) => reader !== undefined))
  const counterpart = (reader: string) => (reader === subject?.id ? actor?.organizationId : subject?.id) ?? null
  const person = (reader: string) => (reader === actor?.organizationId ? actor.userId : null)
  const ids = [...readers]
  // Without RETURNING: the writer may not read the rows, but the organizations they concern may.
  const event = statement(
    db,
    Prisma.sql`insert into "AuditEvent" (id, "occurredAt", type, details, "actorUserId", "actorName", "actorOrganizationId",
        "actorOrganizationName", "subjectOrganizationId", "subjectOrganizationName", "requestId")
      values (${id}::uuid, ${occurredAt}, ${type}, ${JSON.stringify(details)}::jsonb, ${actor?.userId ?? null}::uuid,
        ${actor?.fullName ?? null}, ${actor?.organizationId ?? null}::uuid, ${actor?.organizationName ?? null},
        ${subject?.id ?? null}::uuid, ${subject?.name ?? null}, ${request.requestId})`,
  )
  // Row-level security lets an organization read an event that is there: one statement could not see it yet.
  const entries = statement(
    db,
    Prisma.sql`insert into "ActivityEntry" ("eventId", type, "occurredAt", "organizationId", "counterpartId", "actorUserId")
      select ${id}::uuid, ${type}, ${occurredAt}::timestamptz, reader.* from
        unnest(${ids}::uuid[], ${ids.map(counterpart)}::uuid[], ${ids.map(person)}::uuid[]) as reader`,
  )
  await Promise.all([event, entries])
}
