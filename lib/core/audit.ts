import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from './clock'
import type { Database } from './db'
import type { RequestFacts } from './request'

/**
 * What each kind of change records beside who, when and whom it concerned. Leaving a field out does not compile.
 * Types are message keys; details never hold a secret.
 */
export interface AuditDetails {
  'organization.created': { organizationId: string; kind: string }
  'user.created': { userId: string; fullName: string; roles: string[] }
  'user.signedIn': { method: 'password' }
  'user.signedOut': Record<string, never>
  'user.passwordChanged': { temporary: boolean }
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
}

export type AuditType = keyof AuditDetails

/** All audit types, for the activity log's filter and the message test. */
export const auditTypes = [
  'organization.created',
  'user.created',
  'user.signedIn',
  'user.signedOut',
  'user.passwordChanged',
  'invitation.created',
  'invitation.sent',
  'invitation.reminded',
  'invitation.disclosed',
  'invitation.resent',
  'invitation.revoked',
  'invitation.replaced',
  'invitation.declined',
  'partnership.accepted',
  'partnership.removed',
  'adminAccess.revoked',
  'agreement.accepted',
  'customerRelationship.authorized',
  'customerRelationship.ended',
  'delegatedAdministration.granted',
  'delegatedAdministration.removed',
] as const satisfies readonly AuditType[]

// Compiles only while the list above is complete.
type Missing = Exclude<AuditType, (typeof auditTypes)[number]>
const complete: [Missing] extends [never] ? true : never = true
void complete

export interface Party {
  id: string
  name: string
}

type AuditActor = Pick<Actor, 'userId' | 'fullName' | 'organizationId' | 'organizationName'>

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
  // createMany sends no RETURNING: the writer may not read the row, but the organizations it concerns may.
  await db.auditEvent.createMany({
    data: {
      id,
      occurredAt,
      type,
      details,
      actorUserId: actor?.userId ?? null,
      actorName: actor?.fullName ?? null,
      actorOrganizationId: actor?.organizationId ?? null,
      actorOrganizationName: actor?.organizationName ?? null,
      subjectOrganizationId: subject?.id ?? null,
      subjectOrganizationName: subject?.name ?? null,
      requestId: request.requestId,
    },
  })
  await db.activityEntry.createMany({
    data: [...readers].map((organizationId) => ({ eventId: id, organizationId, type, occurredAt })),
  })
}
