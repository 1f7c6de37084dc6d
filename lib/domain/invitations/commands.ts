import { type Actor, can } from '@/lib/access/permissions'
import { after, clock, day, hour } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { spend } from '@/lib/core/rate-limit'
import { hashToken, newLinkSecret } from '@/lib/core/token'
import { invitationUrl } from '@/lib/mail/letters/letters'
import { addLink, issueInvitation, post, purposeOf, recipientBudget, spendBudgets } from './issue-steps'
import { issuedInvitations } from './queries'
import { issuePermission } from './rules'
import {
  invitationInput,
  inviteCustomerInput,
  inviteCustomerWithProviderInput,
  recordOpeningInput,
  requestPartnershipInput,
} from './schema'

/**
 * S1, P1: asks a reseller for a partnership.
 * @returns the link where the issuer carries it (`delivery: self`); the portal's own mail never shows it
 * @throws DomainError `link_missing`, `invitation_without_address`, `too_many_attempts`
 */
export const requestPartnership = command({
  access: 'partnership.invite',
  input: requestPartnershipInput,
  run: (context) => issueInvitation(context, 'partnership', context.input),
})

/** S2, R7: asks a customer for a reseller relationship with one's own organization alone. See requestPartnership. */
export const inviteCustomer = command({
  access: 'customer.invite',
  input: inviteCustomerInput,
  run: (context) => issueInvitation(context, 'customer', context.input),
})

/**
 * S2, R6: asks a customer to authorize one's own organization and one of its providers at once. See requestPartnership.
 * @throws DomainError `partnership_missing`
 */
export const inviteCustomerWithProvider = command({
  access: 'customer.inviteWithProvider',
  input: inviteCustomerWithProviderInput,
  async run(context) {
    const { providerId, ...draft } = context.input
    const partnership = await context.db.partnership.findFirst({
      where: { providerId, resellerId: context.actor.organizationId, status: 'active' },
      select: { providerName: true },
    })
    if (!partnership) throw new DomainError('partnership_missing')
    const secondOrganization = { id: providerId, name: partnership.providerName }
    return issueInvitation(context, 'customerTwoParty', { ...draft, secondOrganization })
  },
})

/**
 * Shows the link to the issuer, once more.
 * @throws DomainError `not_found`, `invitation_not_active`
 */
export const discloseInvitation = command({
  access: 'invitation.manage',
  input: invitationInput,
  async run({ actor, input, db, audit }) {
    const invitation = await findManaged(db, actor, input.invitationId)
    await db.invitationLink.updateMany({
      where: { id: invitation.link.id, disclosedAt: null },
      data: { disclosedAt: clock.now() },
    })
    await audit('invitation.disclosed', { invitationId: invitation.id })
    return { link: invitationUrl(invitation.kind, invitation.link.salt) }
  },
})

/**
 * Mails the same link: for the first time after it was copied, or as a reminder.
 * @throws DomainError `not_found`, `invitation_not_active`, `invitation_without_address`, `too_many_attempts`
 */
export const remindInvitation = command({
  access: 'invitation.manage',
  input: invitationInput,
  async run({ actor, input, db, audit }) {
    const invitation = await findManaged(db, actor, input.invitationId)
    const addressee = invitation.addressee
    if (!addressee) throw new DomainError('invitation_without_address')
    await spend(recipientBudget, `${actor.organizationId}:${addressee}`)
    const reminder = (await db.mail.count({ where: { invitationId: invitation.id } })) > 0
    await post(db, {
      ...invitation,
      addressee,
      actor,
      salt: invitation.link.salt,
      secondName: invitation.second?.name ?? null,
      reminder,
    })
    await audit(reminder ? 'invitation.reminded' : 'invitation.sent', { invitationId: invitation.id, addressee })
  },
})

/**
 * Makes a new link, ends the old one, and lets the invitation live as long again as it was meant to. An addressed one is
 * mailed; the link of an open one is returned.
 * @throws DomainError `not_found`, `invitation_not_active`, `too_many_attempts`
 */
export const resendInvitation = command({
  access: 'invitation.manage',
  input: invitationInput,
  async run({ actor, input, db, audit }) {
    const invitation = await findManaged(db, actor, input.invitationId, { expiredToo: true })
    await spendBudgets(actor, invitation.addressee ?? undefined)
    const secret = newLinkSecret(purposeOf(invitation.kind))
    await db.invitationLink.updateMany({
      where: { invitationId: invitation.id, replacedAt: null },
      data: { replacedAt: clock.now() },
    })
    await addLink(db, { invitationId: invitation.id, actor, ...secret, disclosed: invitation.addressee === null })
    const { count } = await db.invitation.updateMany({
      where: { id: invitation.id, status: 'active' },
      data: { expiresAt: after(invitation.validDays * day) },
    })
    if (count !== 1) throw new DomainError('invitation_not_active')
    await audit('invitation.resent', { invitationId: invitation.id, addressee: invitation.addressee })
    if (!invitation.addressee) return { link: invitationUrl(invitation.kind, secret.salt) }
    await post(db, {
      ...invitation,
      addressee: invitation.addressee,
      actor,
      salt: secret.salt,
      secondName: invitation.second?.name ?? null,
      reminder: false,
    })
    return { link: null }
  },
})

/** @throws DomainError `not_found`, `invitation_not_active` */
export const revokeInvitation = command({
  access: 'invitation.manage',
  input: invitationInput,
  async run({ actor, input, db, audit }) {
    const invitation = await findManaged(db, actor, input.invitationId, { expiredToo: true })
    const { count } = await db.invitation.updateMany({
      where: { id: invitation.id, status: 'active' },
      data: { status: 'revoked', revokedAt: clock.now(), revokedByName: actor.fullName },
    })
    if (count !== 1) throw new DomainError('invitation_not_active')
    await audit('invitation.revoked', { invitationId: invitation.id, addressee: invitation.addressee })
  },
})

/** Finds and locks: two who renew or revoke at the same time act one after the other. */
async function findManaged(db: Database, actor: Actor, invitationId: string, { expiredToo = false } = {}) {
  await db.$queryRaw`select from "Invitation" where "id" = ${invitationId}::uuid for update`
  const invitation = await db.invitation.findFirst({
    where: { AND: [issuedInvitations(actor), { id: invitationId }] },
    select: {
      id: true,
      kind: true,
      status: true,
      addressee: true,
      locale: true,
      message: true,
      validDays: true,
      expiresAt: true,
      second: { select: { name: true } },
      links: { where: { replacedAt: null }, select: { id: true, salt: true } },
    },
  })
  const link = invitation?.links[0]
  if (!invitation || !link) throw new DomainError('not_found')
  const permission = issuePermission[invitation.kind]
  if (!can(actor, permission)) throw new DomainError('role_missing', { permission })
  const dead = invitation.expiresAt <= clock.now() && !expiredToo
  if (invitation.status !== 'active' || dead) throw new DomainError('invitation_not_active')
  return { ...invitation, link }
}

/**
 * Counts a look at the landing page. Mail scanners fetch links and run scripts, but they do not move a pointer: a fetch
 * counts as a machine's until a sign of a person follows.
 */
export const recordOpening = command({
  access: 'public',
  input: recordOpeningInput,
  key: (input) => input.token,
  unaudited: 'Looking at an invitation changes nothing; the look itself stands on its timeline.',
  async run({ actor, input, db }) {
    const link = await db.invitationLink.findUnique({
      where: { tokenHash: hashToken(input.token) },
      select: { invitationId: true, issuerOrganizationId: true },
    })
    if (!link || link.issuerOrganizationId === actor?.organizationId) return
    const now = clock.now()
    const thisHour = new Date(Math.floor(now.getTime() / hour) * hour)
    const person = input.evidence === 'person' || actor !== null ? 1 : 0
    const fetch = input.evidence === 'fetch' ? 1 : 0
    await db.$executeRaw`
      insert into "InvitationOpening" ("invitationId", "issuerOrganizationId", "hour", "fetches", "people", "firstAt", "lastAt")
      values (${link.invitationId}::uuid, ${link.issuerOrganizationId}::uuid, ${thisHour}, ${fetch}, ${Math.min(person, fetch)}, ${now}, ${now})
      on conflict ("invitationId", "hour") do update set "fetches" = "InvitationOpening"."fetches" + ${fetch},
        "people" = least("InvitationOpening"."people" + ${person}, "InvitationOpening"."fetches" + ${fetch}), "lastAt" = ${now}`
  },
})
