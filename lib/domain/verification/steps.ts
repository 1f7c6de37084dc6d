import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'
import type { Locale } from '@/lib/i18n/locale'
import { mailContact } from './contact-steps'
import { addEntry, notifyOperators } from './entry-steps'
import { checksTouchedBy, undecided } from './rules'
import { type ChangedData, type CheckKind, checkKinds } from './schema'

interface Opening {
  organizationId: string
  contactEmail: string
  organizationDomain: string
  locale: Locale
}

/**
 * Enrolls an organization for verification of everything it declared, as part of the transaction of that organization:
 * mails its primary contact and tells the operator.
 * @throws DomainError `stale` where a verification is already under way
 */
export async function openVerification(db: Database, opening: Opening): Promise<{ caseId: string }> {
  const { organizationId, contactEmail, locale } = opening
  await db.organization.updateMany({ where: { id: organizationId }, data: { vettingStatus: 'Pending' } })
  const caseId = await addCase(db, { organizationId, locale, kinds: checkKinds, changed: [] })
  await mailContact(db, { caseId, organizationId, email: contactEmail, locale })
  return { caseId }
}

interface NewCase {
  organizationId: string
  locale: Locale
  kinds: readonly CheckKind[]
  changed: readonly ChangedData[]
}

async function addCase(db: Database, { organizationId, locale, kinds, changed }: NewCase): Promise<string> {
  const id = uuidv7()
  const now = clock.now()
  const status = undecided(kinds.map((kind) => ({ kind, status: 'Waiting' })))
  const submittedAt = status === 'InReview' ? now : null
  await db.verificationCase.createMany({
    data: { id, organizationId, status, statusSince: now, changed: [...changed], locale, openedAt: now, submittedAt },
  })
  await db.verificationCheck.createMany({ data: kinds.map((kind) => ({ caseId: id, organizationId, kind })) })
  await addEntry(db, { caseId: id, organizationId, kind: 'Opened', text: changed.join(',') || null })
  await notifyOperators(db, { organizationId, kind: 'verificationOpened', caseId: id })
  return id
}

/**
 * Verifies again what an organization changed of what it once declared; everything else keeps standing, and so does the
 * organization meanwhile. Part of the transaction of that organization.
 */
export async function reverify(
  db: Database,
  { organizationId, changed }: { organizationId: string; changed: readonly ChangedData[] },
): Promise<void> {
  const kinds = checksTouchedBy(changed)
  if (kinds.length === 0) return
  const organization = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { contactEmail: true, vettingStatus: true },
  })
  const last = await lastCase(db, organizationId)
  const unsettled = last && last.status !== 'Authorized' ? last : null
  if (!unsettled && organization.vettingStatus !== 'Authorized') return
  const locale = last?.locale ?? 'en'
  const caseId = unsettled?.id ?? (await addCase(db, { organizationId, locale, kinds, changed }))
  if (unsettled) await reopenChecks(db, { ...unsettled, organizationId }, kinds, changed)
  if (kinds.some((kind) => kind === 'EmailOwnership'))
    await mailContact(db, { caseId, organizationId, email: organization.contactEmail, locale })
}

function lastCase(db: Database, organizationId: string) {
  return db.verificationCase.findFirst({
    where: { organizationId },
    orderBy: { id: 'desc' },
    select: { id: true, status: true, locale: true, changed: true },
  })
}

interface Unsettled {
  id: string
  organizationId: string
  status: 'AwaitingContact' | 'InReview' | 'Authorized' | 'Rejected'
  changed: string[]
}

/** What was found out about data that is no longer the same counts no more. A rejected case waits until it is asked about. */
async function reopenChecks(
  db: Database,
  unsettled: Unsettled,
  kinds: readonly CheckKind[],
  changed: readonly ChangedData[],
): Promise<void> {
  const { id: caseId, organizationId, status } = unsettled
  await waitAgain(db, { caseId, organizationId }, kinds)
  const enrollment = unsettled.changed.length === 0
  const union = enrollment ? [] : [...new Set([...unsettled.changed, ...changed])]
  await db.verificationCase.updateMany({ where: { id: caseId }, data: { changed: union } })
  await addEntry(db, { caseId, organizationId, kind: 'DataChanged', text: changed.join(',') })
  if (status !== 'Rejected') await settleStatus(db, caseId)
}

/** Puts checks back to waiting; checks the case did not have are added to it. */
export async function waitAgain(
  db: Database,
  { caseId, organizationId }: { caseId: string; organizationId: string },
  kinds: readonly CheckKind[],
): Promise<void> {
  await db.verificationCheck.updateMany({
    where: { caseId, kind: { in: [...kinds] } },
    data: { status: 'Waiting', note: null, byName: null, decidedAt: null },
  })
  await db.verificationCheck.createMany({
    data: kinds.map((kind) => ({ caseId, organizationId, kind })),
    skipDuplicates: true,
  })
}

/** Writes where an undecided case stands by its checks. */
export async function settleStatus(db: Database, caseId: string): Promise<void> {
  const checks = await db.verificationCheck.findMany({ where: { caseId }, select: { kind: true, status: true } })
  const status = undecided(checks)
  const now = clock.now()
  await db.verificationCase.updateMany({
    where: { id: caseId, status: { in: ['AwaitingContact', 'InReview'], not: status } },
    data: { status, statusSince: now },
  })
  if (status === 'InReview')
    await db.verificationCase.updateMany({ where: { id: caseId, submittedAt: null }, data: { submittedAt: now } })
}

/** The operator sees every verification, a company its own. */
export function visibleCases({ organizationKind, organizationId }: Actor) {
  return scope(organizationKind === 'operator' ? {} : { organizationId })
}

const heldFields = { id: true, organizationId: true, status: true, locale: true, changed: true } as const

/**
 * A case to change: nobody else changes it until the end of the transaction.
 * @throws DomainError `not_found`
 */
export async function holdCase(db: Database, actor: Actor, where: object) {
  const visible = { AND: [visibleCases(actor), where] }
  const seen = await db.verificationCase.findFirst({ where: visible, orderBy: { id: 'desc' }, select: { id: true } })
  if (!seen) throw new DomainError('not_found')
  await lockCase(db, seen.id)
  // Read again: whoever was quicker may have decided while this one waited.
  const held = await db.verificationCase.findUnique({
    where: { id: seen.id },
    select: {
      ...heldFields,
      checks: { select: { kind: true, status: true, note: true } },
      organization: { select: { name: true, domain: true, contactName: true, contactEmail: true, kind: true } },
    },
  })
  if (!held) throw new DomainError('not_found')
  return held
}

export type HeldCase = Awaited<ReturnType<typeof holdCase>>

/** Whoever changes a case waits here for whoever was quicker. */
export async function lockCase(db: Database, caseId: string): Promise<void> {
  await db.$queryRaw(Prisma.sql`select id from "VerificationCase" where id = ${caseId}::uuid for update`)
}

/** The verification of the actor's own company that is under way. @throws DomainError `not_found` */
export function holdOwnCase(db: Database, actor: Actor): Promise<HeldCase> {
  return holdCase(db, actor, { organizationId: actor.organizationId, status: { not: 'Authorized' } })
}
