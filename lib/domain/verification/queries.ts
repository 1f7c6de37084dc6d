import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, readPage } from '@/lib/core/page'
import { hashToken } from '@/lib/core/token'
import { mayApprove, mayAskForReview, mayReject, turnOf } from './rules'
import {
  checkKinds,
  evidenceInput,
  listVerificationsInput,
  nothing,
  verificationInput,
  viewContactConfirmationInput,
} from './schema'
import { visibleCases } from './steps'

/** The operator's queue: what waits longest comes first. */
export const listVerifications = query({
  access: 'verification.list',
  input: listVerificationsInput,
  async run({ actor, input, db }) {
    const status = input.status ?? { in: ['AwaitingContact' as const, 'InReview' as const] }
    const page = await readPage(
      input,
      (range) => {
        const from = range.from && isMoment(range.from.sort) ? range.from : null
        const { where, orderBy, take } = byName('statusSince', { ...range, from })
        return db.verificationCase.findMany({
          where: { AND: [visibleCases(actor), { status }, where] },
          orderBy,
          take,
          select: {
            id: true,
            status: true,
            statusSince: true,
            openedAt: true,
            changed: true,
            organization: { select: { name: true, kind: true, country: true } },
            checks: { select: { status: true } },
          },
        })
      },
      (row) => ({ sort: row.statusSince.toISOString(), id: row.id }),
    )
    return { ...page, now: clock.now() }
  },
})

/** A key that was tampered with is no moment. */
function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && /^\d{4}-/.test(text)
}

const caseFields = {
  id: true,
  organizationId: true,
  status: true,
  statusSince: true,
  changed: true,
  openedAt: true,
  submittedAt: true,
  decidedAt: true,
  decidedByName: true,
  reason: true,
  checks: { select: { kind: true, status: true, note: true, byName: true, decidedAt: true } },
  evidence: {
    orderBy: { id: 'asc' },
    take: 100,
    select: {
      id: true,
      check: true,
      fileName: true,
      mediaType: true,
      size: true,
      uploadedByName: true,
      createdAt: true,
    },
  },
  entries: {
    orderBy: { id: 'desc' },
    take: 300,
    select: { id: true, kind: true, check: true, text: true, authorName: true, byOperator: true, createdAt: true },
  },
} as const

async function findCase(db: Database, actor: Actor, where: object) {
  const found = await db.verificationCase.findFirst({
    where: { AND: [visibleCases(actor), where] },
    orderBy: { id: 'desc' },
    select: caseFields,
  })
  if (!found) return null
  const order = (kind: (typeof checkKinds)[number]) => checkKinds.indexOf(kind)
  const checks = found.checks.toSorted((one, other) => order(one.kind) - order(other.kind))
  return { ...found, checks, turn: turnOf(found.status), now: clock.now() }
}

/** What a company declared, as it stands now. */
async function declaredBy(db: Database, organizationId: string) {
  return db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      name: true,
      kind: true,
      domain: true,
      country: true,
      mpnId: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      vettingStatus: true,
      createdAt: true,
      legalProfile: {
        select: {
          addressLine1: true,
          addressLine2: true,
          city: true,
          state: true,
          postalCode: true,
          registrationNumber: true,
        },
      },
      supportProfile: { select: { email: true, phone: true, website: true } },
    },
  })
}

/** One verification with what was declared, for the operator. @throws DomainError `not_found` */
export const getVerification = query({
  access: 'verification.review',
  input: verificationInput,
  async run({ actor, input, db }) {
    const found = await findCase(db, actor, { id: input.caseId })
    if (!found) throw new DomainError('not_found')
    const { status, checks } = found
    return {
      ...found,
      declared: await declaredBy(db, found.organizationId),
      deeds: { approve: mayApprove(status, checks), reject: mayReject(status, checks) },
    }
  },
})

/** The last verification of the actor's own company; null before there is one. */
export const findOwnVerification = query({
  access: 'verification.answer',
  input: nothing,
  async run({ actor, db }) {
    const found = await findCase(db, actor, { organizationId: actor.organizationId })
    if (!found) return null
    const declared = await declaredBy(db, actor.organizationId)
    return { ...found, declared, deeds: { askForReview: mayAskForReview(found.status) } }
  },
})

/** A document with its content. @throws DomainError `not_found` */
export const getEvidence = query({
  access: 'verification.view',
  input: evidenceInput,
  async run({ actor, input, db }) {
    const found = await db.verificationEvidence.findFirst({
      where: { id: input.evidenceId, case: visibleCases(actor) },
      select: { fileName: true, mediaType: true, content: { select: { bytes: true } } },
    })
    if (!found?.content) throw new DomainError('not_found')
    return { fileName: found.fileName, mediaType: found.mediaType, bytes: found.content.bytes }
  },
})

/** What the link in hand asks its reader; null for a link that never was. Looking changes nothing. */
export const viewContactConfirmation = query({
  access: 'public',
  input: viewContactConfirmationInput,
  key: (input) => input.token,
  async run({ input, db }) {
    const found = await db.contactConfirmation.findUnique({
      where: { tokenHash: hashToken(input.token) },
      select: { organizationName: true, email: true, expiresAt: true, confirmedAt: true, replacedAt: true },
    })
    if (!found) return null
    const { organizationName, email, expiresAt, confirmedAt, replacedAt } = found
    const open = !confirmedAt && !replacedAt && expiresAt > clock.now()
    return { organizationName, email, state: confirmedAt ? 'confirmed' : open ? 'open' : 'closed' } as const
  },
})
