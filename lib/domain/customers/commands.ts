import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { assertConfirmed, type CommandContext, command } from '@/lib/core/operation'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { releasePartnerLater } from '@/lib/jobs/release-partner'
import { sendLater } from '@/lib/mail/send-later'
import { acceptCustomerAgreement, agreementStands, customerAgreement } from '../agreements/steps'
import { declineInput } from '../invitations/schema'
import {
  claimInvitation,
  declineInvitation,
  notifyInviters,
  type OpenedInvitation,
  openInvitation,
  whatIsLacking,
} from '../invitations/steps'
import { holdNames, named } from '../organizations/name-steps'
import { ownRelationships } from './queries'
import { authorizeInput, relationshipInput } from './schema'
import { endOwnership } from './steps'

const customerKinds = ['customer', 'customerTwoParty'] as const

/**
 * C1: the customer authorizes everybody the invitation names, in one act. A partner it had authorized before keeps its
 * relationship and gets no more than the delegation it lacked.
 * @throws DomainError any `invitation_…` code, `region_differs`, `already_customer`, `agreement_missing`, `partnership_ended`,
 * `confirmation_required` where delegated administration is asked for
 */
export const authorizeRelationships = command({
  access: 'customerRelationship.authorize',
  input: authorizeInput,
  key: (input) => input.token,
  async run({ actor, input, db, audit }) {
    const invitation = await openInvitation(db, input.token, actor, customerKinds, (opened) =>
      assertSomethingToAuthorize(db, opened, actor),
    )
    // Whoever gives partners the run of the account proves once more to be the person of the session.
    if (invitation.includeDelegatedAdministration) assertConfirmed(actor)
    if (invitation.kind === 'customerTwoParty') await assertPartnersWorkTogether(db)
    if (input.agreement && (await acceptCustomerAgreement(db, actor)))
      await audit('agreement.accepted', { type: customerAgreement.type })
    if (!(await agreementStands(db, actor.organizationId))) throw new DomainError('agreement_missing')
    await claimInvitation(db, invitation, actor)
    const relationshipIds: string[] = []
    for (const { partner, relationship, lacks } of await whatIsLacking(db, invitation, actor.organizationId)) {
      if (lacks === null) continue
      relationshipIds.push(await grant({ db, audit }, invitation, partner, relationship, actor))
      await announce(db, invitation, partner, actor)
    }
    // Somebody else accepted another invitation at the same moment.
    if (relationshipIds.length === 0) throw new DomainError('already_customer')
    return { relationshipIds }
  },
})

type Partner = OpenedInvitation['issuer']
type Work = Pick<CommandContext<'customerRelationship.authorize', unknown>, 'db' | 'audit'>

/** The relationship with what the invitation asks for, or only the delegation where the relationship stands. */
async function grant(
  { db, audit }: Work,
  invitation: OpenedInvitation,
  partner: Partner,
  standing: { id: string } | null,
  actor: Actor,
): Promise<string> {
  const invitationId = invitation.id
  if (standing) {
    const parties = { partnerId: partner.id, customerId: actor.organizationId }
    const granted = { grantedAt: clock.now(), grantedByName: actor.fullName }
    await db.delegatedAdministration.create({
      data: { customerRelationshipId: standing.id, ...parties, ...granted },
      select: { id: true },
    })
    const details = { relationshipId: standing.id, invitationId }
    await audit('delegatedAdministration.granted', details, { subject: partner })
    return standing.id
  }
  const relationshipId = await createRelationship(db, invitation, partner, actor)
  const delegatedAdministration = invitation.includeDelegatedAdministration
  const details = { relationshipId, invitationId, delegatedAdministration }
  await audit('customerRelationship.authorized', details, { subject: partner })
  return relationshipId
}

async function assertSomethingToAuthorize(db: Database, invitation: OpenedInvitation, actor: Actor): Promise<void> {
  const standing = await whatIsLacking(db, invitation, actor.organizationId)
  if (standing.every(({ lacks }) => lacks === null)) throw new DomainError('already_customer')
}

// Spec 1.B R6: the partnership may have ended between the invitation and its acceptance. From here on it cannot.
async function assertPartnersWorkTogether(db: Database): Promise<void> {
  const [row] = await db.$queryRaw<{ yes: boolean }[]>`select hold_partnership_of_invitation() as yes`
  if (!row?.yes) throw new DomainError('partnership_ended')
}

async function createRelationship(
  db: Database,
  invitation: OpenedInvitation,
  opened: Partner,
  actor: Actor,
): Promise<string> {
  const partner = named(await holdNames(db, [opened.id]), opened)
  const customer = { partnerId: partner.id, customerId: actor.organizationId }
  const delegated = { ...customer, grantedAt: clock.now(), grantedByName: actor.fullName }
  const { id } = await db.customerRelationship.create({
    data: {
      ...customer,
      partnerKind: partner.kind,
      partnerName: partner.name,
      partnerSortName: toSortName(partner.name),
      customerName: actor.organizationName,
      customerSortName: toSortName(actor.organizationName),
      customerDomain: actor.organizationDomain,
      customerSearch: toSearchText(actor.organizationName, actor.organizationDomain),
      invitationId: invitation.id,
      startedAt: clock.now(),
      ...(invitation.includeDelegatedAdministration ? { delegatedAdministrations: { create: delegated } } : {}),
    },
    select: { id: true },
  })
  return id
}

async function announce(db: Database, invitation: OpenedInvitation, partner: Partner, actor: Actor): Promise<void> {
  const asked = partner.id === invitation.issuerOrganizationId
  await sendLater(db, {
    letter: 'customerAuthorized',
    organizationId: partner.id,
    to: asked ? { userId: invitation.issuerUserId } : { address: partner.contactEmail },
    locale: invitation.locale,
    parameters: {
      customerName: actor.organizationName,
      acceptedBy: actor.fullName,
      delegatedAdministration: invitation.includeDelegatedAdministration,
    },
  })
  // The second partner has not sent the invitation, and could not open it.
  const parameters = { organizationName: actor.organizationName, acceptedBy: actor.fullName }
  if (asked) await notifyInviters(db, invitation, { kind: 'invitationAccepted', parameters })
}

/** @throws DomainError any `invitation_…` code */
export const declineCustomerInvitation = command({
  access: 'customerRelationship.authorize',
  input: declineInput,
  key: (input) => input.token,
  run: (context) => declineInvitation(context, customerKinds),
})

/**
 * C3: takes delegated administration back; the reseller relationship stays.
 * @throws DomainError `not_found`
 */
export const removeDelegatedAdministration = command({
  access: 'delegatedAdministration.remove',
  input: relationshipInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const relationship = await findOwn(db, actor, input.relationshipId)
    const removed = await revokeDelegation(db, relationship.id, actor)
    if (removed === 0) throw new DomainError('not_found')
    const subject = { id: relationship.partnerId, name: relationship.partnerName }
    await audit('delegatedAdministration.removed', { relationshipId: relationship.id }, { subject })
    await sendLater(db, {
      letter: 'delegatedAdministrationRemoved',
      organizationId: relationship.partnerId,
      to: { address: relationship.partner.contactEmail },
      locale: actor.locale,
      parameters: { customerName: actor.organizationName },
    })
    await releasePartnerLater(db, { partnerId: relationship.partnerId, locale: actor.locale })
  },
})

/**
 * The customer ends a relationship; delegated administration ends with it (spec 3.2).
 * @throws DomainError `not_found`
 */
export const endRelationship = command({
  access: 'customerRelationship.end',
  input: relationshipInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const relationship = await findOwn(db, actor, input.relationshipId)
    const { count } = await db.customerRelationship.updateMany({
      where: { id: relationship.id, status: 'active' },
      data: { status: 'ended', endedAt: clock.now(), endedByName: actor.fullName },
    })
    if (count !== 1) throw new DomainError('not_found')
    await revokeDelegation(db, relationship.id, actor)
    await endOwnership(db, audit, { ...relationship, customerId: actor.organizationId }, actor.fullName)
    const subject = { id: relationship.partnerId, name: relationship.partnerName }
    await audit('customerRelationship.ended', { relationshipId: relationship.id }, { subject })
    await sendLater(db, {
      letter: 'relationshipEnded',
      organizationId: relationship.partnerId,
      to: { address: relationship.partner.contactEmail },
      locale: actor.locale,
      parameters: { customerName: actor.organizationName },
    })
    await releasePartnerLater(db, { partnerId: relationship.partnerId, locale: actor.locale })
  },
})

async function findOwn(db: Database, actor: Actor, relationshipId: string) {
  const relationship = await db.customerRelationship.findFirst({
    where: { AND: [ownRelationships(actor), { id: relationshipId, status: 'active' }] },
    select: { id: true, partnerId: true, partnerName: true, partner: { select: { contactEmail: true } } },
  })
  if (!relationship) throw new DomainError('not_found')
  return relationship
}

async function revokeDelegation(db: Database, customerRelationshipId: string, actor: Actor): Promise<number> {
  const { count } = await db.delegatedAdministration.updateMany({
    where: { customerRelationshipId, revokedAt: null },
    data: { revokedAt: clock.now(), revokedByName: actor.fullName },
  })
  return count
}
