import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma, statement } from '@/lib/core/db'
import { DomainError, type ErrorCode } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { hashToken } from '@/lib/core/token'
import { sendLater } from '@/lib/mail/send-later'
import type { NotificationParameters } from '../notifications/schema'
import { notifyHolders } from '../notifications/steps'
import { invitedKind, isAddressedTo, stateOf } from './rules'
import type { declineInput, InvitationKind, InvitationState } from './schema'

/** The parts of accepting an invitation that partnerships and customers share. */

const partyFields = {
  id: true,
  kind: true,
  name: true,
  domain: true,
  country: true,
  region: true,
  mpnId: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
} as const

/** The invitation behind a link, with both inviting organizations. The transaction must hold the key. */
export async function findInvitationByLink(db: Database, token: string) {
  const link = await db.invitationLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      salt: true,
      replacedAt: true,
      disclosedAt: true,
      invitation: {
        select: {
          id: true,
          kind: true,
          status: true,
          issuerOrganizationId: true,
          issuerUserId: true,
          issuerUserName: true,
          secondOrganizationId: true,
          includeDelegatedAdministration: true,
          addressee: true,
          locale: true,
          maxUses: true,
          uses: true,
          createdAt: true,
          expiresAt: true,
          issuer: { select: partyFields },
          second: { select: partyFields },
        },
      },
    },
  })
  if (!link) return null
  const { invitation, ...linkFields } = link
  return { ...invitation, link: linkFields }
}

export type OpenedInvitation = NonNullable<Awaited<ReturnType<typeof findInvitationByLink>>>

/** Why an invitation cannot be used, as its landing page words it. */
export type RefusalCode = Extract<
  ErrorCode,
  | `invitation_${'unknown' | 'used' | 'declined' | 'expired' | 'revoked' | 'replaced' | 'own' | 'wrong_kind' | 'wrong_organization'}`
  | 'region_differs'
  | 'already_partners'
  | 'already_customer'
  | 'partnership_ended'
  | 'role_missing'
  | 'verification_pending'
>

const closedCodes: Record<Exclude<InvitationState, 'active'>, RefusalCode> = {
  accepted: 'invitation_used',
  declined: 'invitation_declined',
  expired: 'invitation_expired',
  revoked: 'invitation_revoked',
  replaced: 'invitation_replaced',
}

/** Why the link opens nothing any more; null while it does. */
export function closedCode(invitation: OpenedInvitation, now: Date): RefusalCode | null {
  if (invitation.link.replacedAt && invitation.status === 'active') return 'invitation_replaced'
  const state = stateOf(invitation, now)
  return state === 'active' ? null : closedCodes[state]
}

/** Why this organization cannot be the one that accepts, whatever the role; null when it can. */
export function mismatchCode(invitation: OpenedInvitation, actor: Actor): RefusalCode | null {
  if (invitation.issuerOrganizationId === actor.organizationId) return 'invitation_own'
  if (invitedKind(invitation.kind) !== actor.organizationKind) return 'invitation_wrong_kind'
  if (!isAddressedTo(invitation.addressee, actor.email)) return 'invitation_wrong_organization'
  if (invitation.issuer.region !== actor.region) return 'region_differs'
  return null
}

/**
 * Opens an invitation for somebody who wants to accept or decline it. `assertNothingStands` speaks before the state of the link
 * does: who presses twice should hear that the relationship stands, not that the link is used. A link for one use that is still
 * open has not been pressed.
 * @throws DomainError `invitation_unknown`, the reason it is closed, or why this organization is the wrong one
 */
export async function openInvitation(
  db: Database,
  token: string,
  actor: Actor,
  kinds: readonly InvitationKind[],
  assertNothingStands?: (invitation: OpenedInvitation) => Promise<void>,
): Promise<OpenedInvitation> {
  const invitation = await findInvitationByLink(db, token)
  if (!invitation) throw new DomainError('invitation_unknown')
  const mismatch = kinds.includes(invitation.kind) ? mismatchCode(invitation, actor) : 'invitation_wrong_kind'
  if (mismatch) throw new DomainError(mismatch)
  const closed = closedCode(invitation, clock.now())
  if (closed || invitation.maxUses > 1) await assertNothingStands?.(invitation)
  if (closed) throw new DomainError(closed)
  return invitation
}

/**
 * Takes one use of the invitation: one conditional update, so that exactly as many win as the link has uses.
 * @throws DomainError `invitation_not_active` when somebody else was first or it was revoked meanwhile
 */
export async function claimInvitation(db: Database, invitation: OpenedInvitation, actor: Actor): Promise<void> {
  const now = clock.now()
  const { id, link, issuerOrganizationId } = invitation
  const [, claimed] = await Promise.all([
    // Waits for whoever changes the invitation or its link right now, so that the next statement sees what they did.
    statement(db, Prisma.sql`select from "Invitation" where id = ${id}::uuid for update`),
    statement<{ id: string }>(
      db,
      Prisma.sql`with claimed as (
          update "Invitation" set "uses" = "uses" + 1, "acceptedAt" = ${now},
            "status" = case when "uses" + 1 >= "maxUses" then 'accepted'::"InvitationStatus" else "status" end
          where id = ${id}::uuid and "status" = 'active' and "expiresAt" > ${now} and "uses" < "maxUses"
            and exists (select from "InvitationLink" l where l.id = ${link.id}::uuid and l."replacedAt" is null)
          returning id)
        insert into "InvitationAcceptance" (id, "invitationId", "issuerOrganizationId", "organizationId", "organizationName", "userName",
          "acceptedAt")
        select ${uuidv7()}::uuid, claimed.id, ${issuerOrganizationId}::uuid, ${actor.organizationId}::uuid, ${actor.organizationName},
          ${actor.fullName}, ${now} from claimed
        returning id`,
    ),
  ])
  if (claimed.length !== 1) throw new DomainError('invitation_not_active')
}

type Declining = Pick<
  CommandContext<'partnership.accept', z.output<typeof declineInput>>,
  'actor' | 'input' | 'db' | 'audit'
>

/**
 * Ends an addressed invitation with a no and tells who asked. An open link cannot be declined for everybody else.
 * @throws DomainError any `invitation_…` code
 */
export async function declineInvitation(context: Declining, kinds: readonly InvitationKind[]): Promise<void> {
  const { actor, input, db, audit } = context
  const reason = input.reason ?? null
  const invitation = await openInvitation(db, input.token, actor, kinds)
  const { count } = await db.invitation.updateMany({
    where: { id: invitation.id, status: 'active', maxUses: 1 },
    data: { status: 'declined', declinedAt: clock.now(), declinedByName: actor.fullName, declineReason: reason },
  })
  if (count !== 1) throw new DomainError('invitation_not_active')
  await audit('invitation.declined', { invitationId: invitation.id, reason }, { subject: invitation.issuer })
  await sendLater(db, {
    letter: 'invitationDeclined',
    organizationId: invitation.issuer.id,
    to: { userId: invitation.issuerUserId },
    locale: invitation.locale,
    parameters: { organizationName: actor.organizationName, declinedBy: actor.fullName, reason },
  })
  const parameters = { organizationName: actor.organizationName, declinedBy: actor.fullName }
  await notifyInviters(db, invitation, { kind: 'invitationDeclined', parameters })
}

/** Tells everybody who looks after the invitations of whoever asked. */
export async function notifyInviters<Kind extends 'invitationAccepted' | 'invitationDeclined'>(
  db: Database,
  { id, issuer }: Pick<OpenedInvitation, 'id' | 'issuer'>,
  notice: { kind: Kind; parameters: NotificationParameters[Kind] },
): Promise<void> {
  const to = { organizationId: issuer.id, kind: issuer.kind, permission: 'invitation.manage' as const }
  await notifyHolders(db, to, { ...notice, path: `/invitations/${id}` })
}

export function partnersOf(invitation: OpenedInvitation): OpenedInvitation['issuer'][] {
  return invitation.second ? [invitation.issuer, invitation.second] : [invitation.issuer]
}

/** What each partner of a customer invitation still lacks: the relationship, only the delegation, or nothing. */
export async function whatIsLacking(db: Database, invitation: OpenedInvitation, customerId: string) {
  const partners = partnersOf(invitation)
  const standing = await db.customerRelationship.findMany({
    where: { customerId, partnerId: { in: partners.map(({ id }) => id) }, status: 'active' },
    select: {
      id: true,
      partnerId: true,
      startedAt: true,
      delegatedAdministrations: { where: { revokedAt: null }, select: { id: true }, take: 1 },
    },
  })
  return partners.map((partner) => {
    const relationship = standing.find(({ partnerId }) => partnerId === partner.id) ?? null
    const undelegated = invitation.includeDelegatedAdministration && relationship?.delegatedAdministrations.length === 0
    const lacks = relationship === null ? ('relationship' as const) : undelegated ? ('delegation' as const) : null
    return { partner, relationship, lacks }
  })
}
