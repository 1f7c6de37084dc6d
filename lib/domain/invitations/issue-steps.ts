import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { after, clock, day } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { type LinkPurpose, newLinkSecret } from '@/lib/core/token'
import { invitationUrl } from '@/lib/mail/letters/letters'
import { sendLater } from '@/lib/mail/send-later'
import { assertLinkStands } from './rules'
import { type InvitationKind, openLinkUses, type requestPartnershipInput } from './schema'

/** The parts of issuing and renewing an invitation that its commands share. */

const issuerBudget: Budget = { name: 'invitations-organization', points: 500, seconds: 24 * 3600 }
export const recipientBudget: Budget = { name: 'invitations-recipient', points: 10, seconds: 24 * 3600 }

interface Draft extends z.output<typeof requestPartnershipInput> {
  includeDelegatedAdministration?: boolean
  secondOrganization?: { id: string; name: string }
}

type Context = Pick<CommandContext<'partnership.invite', unknown>, 'actor' | 'db' | 'audit'>

/**
 * Makes an invitation with its first link and, where the portal carries it, its letter.
 * @throws DomainError `link_missing`, `invitation_without_address`, `too_many_attempts`
 */
export async function issueInvitation({ actor, db, audit }: Context, kind: InvitationKind, draft: Draft) {
  const { to, delivery, message } = draft
  assertLinkStands(message)
  if (delivery === 'portal' && !to) throw new DomainError('invitation_without_address')
  await spendBudgets(actor, to)
  if (to) await replaceEarlier({ actor, db, audit }, kind, to, draft.secondOrganization?.id ?? null)
  const secret = newLinkSecret(purposeOf(kind))
  const invitation = await db.invitation.create({
    data: {
      kind,
      issuerOrganizationId: actor.organizationId,
      issuerUserId: actor.userId,
      issuerUserName: actor.fullName,
      secondOrganizationId: draft.secondOrganization?.id ?? null,
      includeDelegatedAdministration: draft.includeDelegatedAdministration ?? false,
      addressee: to ?? null,
      locale: draft.locale,
      message,
      maxUses: to ? 1 : (draft.maxUses ?? openLinkUses.usual),
      createdAt: clock.now(),
      validDays: draft.validDays,
      expiresAt: after(draft.validDays * day),
    },
    select: { id: true },
  })
  await addLink(db, { invitationId: invitation.id, actor, ...secret, disclosed: delivery === 'self' })
  await audit('invitation.created', { invitationId: invitation.id, kind, addressee: to ?? null })
  if (delivery === 'self') return { invitationId: invitation.id, link: invitationUrl(kind, secret.salt) }
  await post(db, {
    id: invitation.id,
    kind,
    addressee: to ?? '',
    locale: draft.locale,
    message,
    actor,
    salt: secret.salt,
    secondName: draft.secondOrganization?.name ?? null,
    reminder: false,
  })
  await audit('invitation.sent', { invitationId: invitation.id, addressee: to ?? '' })
  return { invitationId: invitation.id, link: null }
}

export function purposeOf(kind: InvitationKind): LinkPurpose {
  return kind === 'partnership' ? 'partnership' : 'customer'
}

export async function spendBudgets(actor: Actor, to: string | undefined): Promise<void> {
  await spend(issuerBudget, actor.organizationId)
  if (to) await spend(recipientBudget, `${actor.organizationId}:${to}`)
}

/** A second invitation for the same parties takes the place of the first. */
async function replaceEarlier(
  { db, actor, audit }: Context,
  kind: InvitationKind,
  to: string,
  secondOrganizationId: string | null,
): Promise<void> {
  const parties = [actor.organizationId, kind, to, secondOrganizationId].join()
  // Two at once: the second waits here and then sees the first.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${parties}, 0))`
  const replaced = await db.invitation.updateManyAndReturn({
    where: { issuerOrganizationId: actor.organizationId, kind, addressee: to, secondOrganizationId, status: 'active' },
    data: { status: 'replaced', replacedAt: clock.now() },
    select: { id: true },
  })
  for (const { id } of replaced) await audit('invitation.replaced', { invitationId: id, addressee: to })
}

interface NewLink {
  invitationId: string
  actor: Actor
  salt: string
  tokenHash: string
  disclosed: boolean
}

export async function addLink(
  db: Database,
  { invitationId, actor, salt, tokenHash, disclosed }: NewLink,
): Promise<void> {
  const disclosedAt = disclosed ? clock.now() : null
  await db.invitationLink.create({
    data: {
      invitationId,
      issuerOrganizationId: actor.organizationId,
      salt,
      tokenHash,
      createdAt: clock.now(),
      disclosedAt,
    },
    select: { id: true },
  })
}

interface Posting {
  id: string
  kind: InvitationKind
  addressee: string
  locale: 'en' | 'ru'
  message: string
  actor: Actor
  salt: string
  secondName: string | null
  reminder: boolean
}

export async function post(
  db: Database,
  { id, kind, addressee, locale, message, actor, salt, secondName, reminder }: Posting,
): Promise<void> {
  await sendLater(db, {
    letter: 'invitation',
    organizationId: actor.organizationId,
    to: { address: addressee },
    locale,
    invitationId: id,
    parameters: { kind, issuerName: actor.organizationName, secondName, message, salt, reminder },
  })
}
