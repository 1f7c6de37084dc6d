import { z } from 'zod'
import { type Actor, can } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { identifier } from '@/lib/core/vocabulary'
import { draftMessage } from './drafts'
import { acceptPermission, invitedKind, issuePermission, stateOf } from './rules'
import { type InvitationState, invitationInput, invitationKinds, listInvitationsInput, tokenInput } from './schema'
import {
  closedCode,
  findInvitationByLink,
  mismatchCode,
  type OpenedInvitation,
  type RefusalCode,
  whatIsLacking,
} from './steps'

/** Invitations the actor's organization issued. */
export function issuedInvitations(actor: Actor) {
  return scope({ issuerOrganizationId: actor.organizationId })
}

/** Those of them the actor may see: of the kinds they may issue themselves. Any other does not exist for them. */
export function visibleInvitations(actor: Actor) {
  const kinds = invitationKinds.filter((kind) => can(actor, issuePermission[kind]))
  return { AND: [issuedInvitations(actor), { kind: { in: kinds } }] }
}

const listFields = {
  id: true,
  kind: true,
  status: true,
  addressee: true,
  issuerUserName: true,
  includeDelegatedAdministration: true,
  maxUses: true,
  uses: true,
  createdAt: true,
  expiresAt: true,
  second: { select: { id: true, name: true } },
  mails: { select: { status: true, sentAt: true }, orderBy: { id: 'desc' }, take: 1 },
  openings: { where: { people: { gt: 0 } }, select: { lastAt: true }, orderBy: { hour: 'desc' }, take: 1 },
} as const

/** Invitations of one's own organization, newest first, with how far each has come. */
export const listInvitations = query({
  access: 'invitation.list',
  input: listInvitationsInput,
  async run({ actor, input, db }) {
    const now = clock.now()
    const ofKind = input.kind ? { kind: input.kind } : {}
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('id', range)
        return db.invitation.findMany({
          where: { AND: [visibleInvitations(actor), ofKind, stateFilter(input.state, now), where] },
          orderBy,
          take,
          select: listFields,
        })
      },
      (row) => ({ sort: '', id: row.id }),
    )
    return {
      ...page,
      rows: page.rows.map(({ mails, openings, ...row }) => ({
        ...row,
        state: stateOf(row, now),
        delivery: mails[0] ?? null,
        openedAt: openings[0]?.lastAt ?? null,
      })),
    }
  },
})

function stateFilter(state: InvitationState | undefined, now: Date) {
  if (!state) return {}
  if (state === 'expired') return { status: 'active' as const, expiresAt: { lte: now } }
  return state === 'active' ? { status: state, expiresAt: { gt: now } } : { status: state }
}

/** One invitation with everything that happened to it. */
export const getInvitation = query({
  access: 'invitation.list',
  input: invitationInput,
  async run({ actor, input, db }) {
    const found = await db.invitation.findFirst({
      where: { AND: [visibleInvitations(actor), { id: input.invitationId }] },
      select: {
        ...listFields,
        locale: true,
        message: true,
        acceptedAt: true,
        declinedAt: true,
        declinedByName: true,
        declineReason: true,
        revokedAt: true,
        revokedByName: true,
        replacedAt: true,
        mails: {
          select: {
            id: true,
            status: true,
            createdAt: true,
            sentAt: true,
            failedAt: true,
            lastError: true,
            attempts: true,
          },
          orderBy: { id: 'asc' },
          take: 20,
        },
        openings: {
          select: { hour: true, fetches: true, people: true, firstAt: true, lastAt: true },
          orderBy: { hour: 'desc' },
          take: 50,
        },
        links: {
          select: { id: true, createdAt: true, disclosedAt: true, replacedAt: true },
          orderBy: { id: 'asc' },
          take: 20,
        },
        acceptances: {
          select: { id: true, organizationName: true, userName: true, acceptedAt: true },
          orderBy: { id: 'desc' },
          take: 50,
        },
      },
    })
    if (!found) throw new DomainError('not_found')
    const { mails, openings, ...invitation } = found
    return { ...invitation, state: stateOf(invitation, clock.now()), mails, openings }
  },
})

const draftInput = z.strictObject({
  kind: z.enum(invitationKinds, { error: 'invalid' }),
  providerId: identifier.optional(),
})

/** The draft of an invitation in both languages, and what the page around it needs to know. */
export const draftInvitation = query({
  access: 'invitation.manage',
  input: draftInput,
  async run({ actor, input, db }) {
    const permission = issuePermission[input.kind]
    if (!can(actor, permission)) throw new DomainError('role_missing', { permission })
    const provider = input.kind === 'customerTwoParty' ? await findOwnProvider(db, actor, input.providerId) : null
    const draft = (locale: 'en' | 'ru') => draftMessage(input.kind, locale, actor, provider?.name ?? null)
    return { kind: input.kind, provider, drafts: { en: draft('en'), ru: draft('ru') }, now: clock.now() }
  },
})

async function findOwnProvider(db: Database, actor: Actor, providerId: string | undefined) {
  if (!providerId) throw new DomainError('not_found')
  const partnership = await db.partnership.findFirst({
    where: { providerId, resellerId: actor.organizationId, status: 'active' },
    select: { providerId: true, providerName: true },
  })
  if (!partnership) throw new DomainError('not_found')
  return { id: partnership.providerId, name: partnership.providerName }
}

/**
 * What the holder of a link may see. Strangers get no more than that a link does not work; the organization it was meant
 * for is told why, and who can do something about it.
 */
export const viewInvitation = query({
  access: 'public',
  input: tokenInput,
  key: (input) => input.token,
  async run({ actor, input, db }) {
    const invitation = await findInvitationByLink(db, input.token)
    if (!invitation) return refused('invitation_unknown', null)
    const offer = offerOf(invitation)
    const closed = closedCode(invitation, clock.now())
    if (!actor) {
      if (closed) return refused('invitation_unknown', null)
      return { state: 'signIn' as const, code: null, offer, existing: null, admins: [] }
    }
    const mismatch = mismatchCode(invitation, actor)
    // Somebody it was never meant for learns nothing about what became of it.
    const meant = mismatch === null || mismatch === 'invitation_own' || mismatch === 'region_differs'
    if (mismatch) return closed && !meant ? refused('invitation_unknown', null) : refused(mismatch, offer)
    const existing = await findExisting(db, invitation, actor)
    if (existing) return { ...refused(existing.code, offer), existing }
    if (closed) return refused(closed, offer)
    if (invitation.kind === 'customerTwoParty' && !(await partnersWorkTogether(db)))
      return refused('partnership_ended', offer)
    const permission = acceptPermission[invitation.kind]
    if (!can({ ...actor, vettingStatus: 'Authorized' }, permission))
      return { ...refused('role_missing', offer), admins: await listGlobalAdmins(db, actor) }
    if (!can(actor, permission)) return refused('verification_pending', offer)
    const agreementStands =
      offer.invites === 'customer' &&
      (await db.customerAgreement.count({ where: { customerId: actor.organizationId } })) > 0
    return { state: 'ready' as const, code: null, offer, existing: null, admins: [], agreementStands }
  },
})

function refused(code: RefusalCode, offer: ReturnType<typeof offerOf> | null) {
  return { state: 'refused' as const, code, offer, existing: null, admins: [] }
}

function offerOf(invitation: OpenedInvitation) {
  const {
    issuer,
    second,
    kind,
    issuerUserName,
    createdAt,
    expiresAt,
    includeDelegatedAdministration,
    addressee,
    maxUses,
    locale,
  } = invitation
  const party = ({ id, name, kind: partyKind, domain, country }: OpenedInvitation['issuer']) => ({
    id,
    name,
    kind: partyKind,
    domain,
    country,
  })
  return {
    kind,
    invites: invitedKind(kind),
    issuer: party(issuer),
    second: second ? party(second) : null,
    askedBy: issuerUserName,
    contact: { name: issuer.contactName, email: issuer.contactEmail, phone: issuer.contactPhone },
    createdAt,
    expiresAt,
    includeDelegatedAdministration,
    addressee,
    single: maxUses === 1,
    locale,
  }
}

export type InvitationOffer = ReturnType<typeof offerOf>

async function partnersWorkTogether(db: Database): Promise<boolean> {
  const [row] = await db.$queryRaw<{ yes: boolean }[]>`select invited_partners_work_together() as yes`
  return row?.yes === true
}

/** The relationship that stands already, so that a second visit shows it instead of an error. */
async function findExisting(db: Database, invitation: OpenedInvitation, actor: Actor) {
  if (invitation.kind === 'partnership') {
    const partnership = await db.partnership.findFirst({
      where: { providerId: invitation.issuerOrganizationId, resellerId: actor.organizationId, status: 'active' },
      select: { startedAt: true },
    })
    return partnership ? { code: 'already_partners' as RefusalCode, since: partnership.startedAt } : null
  }
  const standing = await whatIsLacking(db, invitation, actor.organizationId)
  const since = standing[0]?.relationship?.startedAt
  return since && standing.every(({ lacks }) => lacks === null)
    ? { code: 'already_customer' as RefusalCode, since }
    : null
}

function listGlobalAdmins(db: Database, actor: Actor) {
  return db.user.findMany({
    where: { organizationId: actor.organizationId, disabledAt: null, deletedAt: null, roles: { has: 'globalAdmin' } },
    select: { id: true, fullName: true, email: true },
    orderBy: { fullName: 'asc' },
    take: 10,
  })
}
