import { createHash } from 'node:crypto'
import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { linkPlaceholder } from '@/lib/mail/letters/letters'
import { sendLater } from '@/lib/mail/send-later'
import { draftMessage } from '../invitations/drafts'
import { issueInvitation } from '../invitations/issue-steps'
import { notifyHolders } from '../notifications/steps'
import { readLogo } from './logo-file'
import { askingRefusal, lackingOf } from './rules'
import {
  answerInvitationRequestInput,
  changeProviderLogoInput,
  declineInvitationRequestInput,
  editProviderCardInput,
  invitationRequestInput,
  nothing,
  requestInvitationInput,
} from './schema'
import { assertNotPartners, createRequest, holdPending, listedCards, ownCard, settle, standingOf } from './steps'

/**
 * Writes the provider's own card. A published one has to stay complete.
 * @throws DomainError `card_incomplete`
 */
export const editProviderCard = command({
  access: 'providerCard.edit',
  input: editProviderCardInput,
  async run({ actor, input, db, audit }) {
    const { name, mpnId, country, region } = await db.organization.findUniqueOrThrow({
      where: { id: actor.organizationId },
      select: { name: true, mpnId: true, country: true, region: true },
    })
    const now = clock.now()
    const written = {
      ...input,
      ...{ website: input.website ?? null, contactPhone: input.contactPhone ?? null },
      ...{ name, mpnId, sortName: toSortName(name), search: toSearchText(name, mpnId) },
      ...{ updatedAt: now, updatedByName: actor.fullName },
    }
    const card = await db.providerCard.upsert({
      where: { organizationId: actor.organizationId },
      create: { organizationId: actor.organizationId, country, region, ...written },
      update: written,
      select: { publishedAt: true },
    })
    if (card.publishedAt) assertComplete(input)
    await audit('providerCard.edited', {})
  },
})

function assertComplete(card: Parameters<typeof lackingOf>[0]): void {
  const lacking = lackingOf(card)
  if (lacking.length === 0) return
  const fieldOf = (name: (typeof lacking)[number]) => (name === 'description' ? 'descriptionEn' : name)
  throw new DomainError('card_incomplete', {
    fields: Object.fromEntries(lacking.map((name) => [fieldOf(name), ['required']])),
  })
}

/**
 * Shows the card to everybody. Doing so twice changes nothing.
 * @throws DomainError `not_found` before anything is written, `card_incomplete`
 */
export const publishProviderCard = command({
  access: 'providerCard.edit',
  input: nothing,
  async run({ actor, db, audit }) {
    const card = await db.providerCard.findFirst({
      where: ownCard(actor),
      select: { descriptionEn: true, descriptionRu: true, services: true, languages: true, countries: true },
    })
    if (!card) throw new DomainError('card_incomplete')
    assertComplete(card)
    await db.providerCard.updateMany({
      where: { AND: [ownCard(actor), { publishedAt: null }] },
      data: { publishedAt: clock.now() },
    })
    await audit('providerCard.published', {})
  },
})

/** Takes the card out of the directory; requests that wait stay. */
export const unpublishProviderCard = command({
  access: 'providerCard.edit',
  input: nothing,
  async run({ actor, db, audit }) {
    await db.providerCard.updateMany({ where: ownCard(actor), data: { publishedAt: null } })
    await audit('providerCard.unpublished', {})
  },
})

/**
 * Puts a logo on the card, in place of any earlier one.
 * @throws DomainError `logo_invalid`, `not_found` before the card was saved for the first time
 */
export const changeProviderLogo = command({
  access: 'providerCard.edit',
  input: changeProviderLogoInput,
  async run({ actor, input, db, audit }) {
    const bytes = new Uint8Array(input.logo.content)
    const { contentType } = readLogo(bytes)
    const logoDigest = createHash('sha256').update(bytes).digest('hex')
    const { count } = await db.providerCard.updateMany({ where: ownCard(actor), data: { logoDigest } })
    if (count !== 1) throw new DomainError('not_found')
    const { organizationId } = actor
    const logo = { contentType, bytes, createdAt: clock.now() }
    await db.providerLogo.upsert({
      where: { organizationId },
      create: { organizationId, ...logo },
      update: logo,
      select: { organizationId: true },
    })
    await audit('providerCard.logoChanged', { removed: false })
  },
})

export const removeProviderLogo = command({
  access: 'providerCard.edit',
  input: nothing,
  async run({ actor, db, audit }) {
    await db.providerCard.updateMany({ where: ownCard(actor), data: { logoDigest: null } })
    await db.providerLogo.deleteMany({ where: { organizationId: actor.organizationId } })
    await audit('providerCard.logoChanged', { removed: true })
  },
})

/** Each request is a letter to somebody who did not ask for it. */
const askingBudget: Budget = { name: 'invitation-requests', points: 30, seconds: 24 * 3600 }

/**
 * R0: a reseller asks a provider of the directory to invite it.
 * @throws DomainError `not_found`, `region_differs`, `already_partners`, `invitation_request_pending`, `already_invited`,
 * `too_many_attempts`
 */
export const requestInvitation = command({
  access: 'invitationRequest.ask',
  input: requestInvitationInput,
  async run({ actor, input, db, audit }) {
    const card = await db.providerCard.findFirst({
      where: { AND: [listedCards(), { organizationId: input.providerId }] },
      select: { organizationId: true, name: true, region: true, contactEmail: true },
    })
    if (!card) throw new DomainError('not_found')
    const refusal = askingRefusal(actor, await standingOf(db, actor, card))
    if (refusal) throw new DomainError(refusal)
    await spend(askingBudget, actor.organizationId)
    const message = input.message || null
    const requestId = await createRequest(db, actor, card, message)
    await audit('invitationRequest.sent', { requestId }, { subject: { id: card.organizationId, name: card.name } })
    const names = { organizationName: actor.organizationName, fullName: actor.fullName }
    await notifyHolders(
      db,
      { organizationId: card.organizationId, kind: 'provider', permission: 'invitationRequest.answer' },
      { kind: 'invitationRequested', parameters: names, path: `/invitation-requests/${requestId}` },
    )
    await sendLater(db, {
      letter: 'invitationRequested',
      organizationId: card.organizationId,
      to: { address: card.contactEmail },
      locale: actor.locale,
      parameters: { requestId, resellerName: actor.organizationName, askedBy: actor.fullName, message },
    })
    return { requestId }
  },
})

/** The reseller takes its request back. @throws DomainError `not_found`, `request_answered` */
export const withdrawInvitationRequest = command({
  access: 'invitationRequest.ask',
  input: invitationRequestInput,
  async run({ actor, input, db, audit }) {
    const { id: requestId, ...request } = await holdPending(db, actor, input.requestId)
    await settle(db, actor, requestId, { status: 'withdrawn' })
    const subject = { id: request.providerId, name: request.providerName }
    await audit('invitationRequest.withdrawn', { requestId }, { subject })
    return { requestId }
  },
})

/**
 * The provider answers with an ordinary invitation to whoever asked. Of several answers at once the first one counts.
 * @throws DomainError `not_found`, `request_answered`, `already_partners`, `too_many_attempts`
 */
export const answerInvitationRequest = command({
  access: 'invitationRequest.answer',
  input: answerInvitationRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await holdPending(db, actor, input.requestId)
    const { id: requestId, resellerId, askedByEmail: addressee, askedByLocale: locale } = request
    await assertNotPartners(db, actor, resellerId)
    const { invitationId } = await issueInvitation({ actor, db, audit }, 'partnership', {
      ...{ to: addressee, locale, validDays: 30, maxUses: undefined, delivery: 'portal' },
      message: greeted(input.note, draftMessage('partnership', locale, actor, null)),
    })
    await settle(db, actor, requestId, { status: 'invited', invitationId })
    const subject = { id: resellerId, name: request.resellerName }
    await audit('invitationRequest.invited', { requestId, invitationId }, { subject })
    await notifyHolders(
      db,
      { organizationId: resellerId, kind: 'reseller', permission: 'invitationRequest.ask' },
      {
        kind: 'invitationRequestInvited',
        parameters: { organizationName: actor.organizationName, addressee },
        path: `/invitation-requests/${requestId}`,
      },
    )
    return { requestId }
  },
})

/** The provider's own words first. The link stands in the text of the invitation, and only there. */
function greeted(note: string | undefined, draft: string): string {
  const words = note?.replaceAll(linkPlaceholder, '').trim()
  return words ? `${words}\n\n${draft}` : draft
}

/** The provider says no, and why. @throws DomainError `not_found`, `request_answered` */
export const declineInvitationRequest = command({
  access: 'invitationRequest.answer',
  input: declineInvitationRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await holdPending(db, actor, input.requestId)
    const { id: requestId, resellerId } = request
    const { reason } = input
    await settle(db, actor, requestId, { status: 'declined', answer: reason })
    const subject = { id: resellerId, name: request.resellerName }
    await audit('invitationRequest.declined', { requestId, reason }, { subject })
    const organizationName = actor.organizationName
    await notifyHolders(
      db,
      { organizationId: resellerId, kind: 'reseller', permission: 'invitationRequest.ask' },
      {
        kind: 'invitationRequestDeclined',
        parameters: { organizationName },
        path: `/invitation-requests/${requestId}`,
      },
    )
    await sendLater(db, {
      letter: 'invitationRequestDeclined',
      organizationId: resellerId,
      to: { userId: request.askedByUserId },
      locale: request.askedByLocale,
      parameters: { requestId, providerName: organizationName, reason },
    })
    return { requestId }
  },
})
