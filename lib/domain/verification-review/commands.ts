import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { addEntry, notifyApplicant } from '../verification/entry-steps'
import { writeToContact } from '../verification/letter-steps'
import { isUndecided, mayApprove, mayJudge, mayReject } from '../verification/rules'
import { approveInput, judgeCheckInput, rejectInput, writeToApplicantInput } from '../verification/schema'
import { type HeldCase, holdCase } from '../verification/steps'

/** What the operator does. Two at once: one wins, the other is told that the case has changed. */

function applicantOf({ organizationId, organization }: HeldCase) {
  return { id: organizationId, kind: organization.kind, name: organization.name }
}

/**
 * Finds that a check passed or failed.
 * @throws DomainError `not_found`, `stale` where the case is decided or the check no longer stands as it was shown
 */
export const judgeCheck = command({
  access: 'verification.review',
  input: judgeCheckInput,
  async run({ actor, input, db, audit }) {
    const { check, was, verdict } = input
    const held = await holdCase(db, actor, { id: input.caseId })
    if (!mayJudge(held.status, check)) throw new DomainError('stale')
    const note = input.note || null
    const { count } = await db.verificationCheck.updateMany({
      where: { caseId: held.id, kind: check, status: was },
      data: { status: verdict, note, byName: actor.fullName, decidedAt: clock.now() },
    })
    if (count !== 1) throw new DomainError('stale')
    const { id: caseId, organizationId } = held
    const kind = verdict === 'Passed' ? 'CheckPassed' : 'CheckFailed'
    await addEntry(db, {
      caseId,
      organizationId,
      kind,
      check,
      text: note,
      authorName: actor.fullName,
      byOperator: true,
    })
    if (verdict === 'Passed' && was !== 'Passed') {
      await writeToContact(db, held, 'verificationStep', { organizationName: held.organization.name, check })
      await notifyApplicant(db, applicantOf(held), 'verificationCheckPassed', { check })
    }
    await audit('verification.checkJudged', { caseId, check, verdict }, { subject: applicantOf(held) })
  },
})

/**
 * Lets a company in.
 * @throws DomainError `not_found`, `stale` where it is decided already, `checks_open`
 */
export const approveVerification = command({
  access: 'verification.review',
  input: approveInput,
  async run({ actor, input, db, audit }) {
    const held = await holdCase(db, actor, { id: input.caseId })
    if (!isUndecided(held.status)) throw new DomainError('stale')
    if (!mayApprove(held.status, held.checks)) throw new DomainError('checks_open')
    await decide(db, held, actor.fullName, { status: 'Authorized', reason: null })
    const { name: organizationName } = held.organization
    const enrollment = held.changed.length === 0
    await writeToContact(db, held, 'verificationAuthorized', { organizationName, enrollment })
    await notifyApplicant(db, applicantOf(held), 'verificationAuthorized', {})
    await audit('verification.authorized', { caseId: held.id }, { subject: applicantOf(held) })
  },
})

/**
 * Turns a company down until it has answered: the reason goes to it with the note of each check that failed.
 * @throws DomainError `not_found`, `stale` where it is decided already, `nothing_failed`
 */
export const rejectVerification = command({
  access: 'verification.review',
  input: rejectInput,
  async run({ actor, input, db, audit }) {
    const { reason } = input
    const held = await holdCase(db, actor, { id: input.caseId })
    if (!isUndecided(held.status)) throw new DomainError('stale')
    if (!mayReject(held.status, held.checks)) throw new DomainError('nothing_failed')
    await decide(db, held, actor.fullName, { status: 'Rejected', reason })
    const failed = held.checks
      .filter(({ status }) => status === 'Failed')
      .map(({ kind, note }) => ({ check: kind, note: note ?? '' }))
    const { name: organizationName } = held.organization
    await writeToContact(db, held, 'verificationRejected', { organizationName, reason, failed })
    await notifyApplicant(db, applicantOf(held), 'verificationRejected', {})
    await audit('verification.rejected', { caseId: held.id, reason }, { subject: applicantOf(held) })
  },
})

interface Decision {
  status: 'Authorized' | 'Rejected'
  reason: string | null
}

async function decide(db: Database, held: HeldCase, byName: string, { status, reason }: Decision): Promise<void> {
  const now = clock.now()
  const { count } = await db.verificationCase.updateMany({
    where: { id: held.id, status: held.status },
    data: { status, statusSince: now, decidedAt: now, decidedByName: byName, reason },
  })
  if (count !== 1) throw new DomainError('stale')
  await db.organization.updateMany({ where: { id: held.organizationId }, data: { vettingStatus: status } })
  const { id: caseId, organizationId } = held
  await addEntry(db, { caseId, organizationId, kind: status, text: reason, authorName: byName, byOperator: true })
}

/** Writes to the applicant. @throws DomainError `not_found` */
export const writeToApplicant = command({
  access: 'verification.review',
  input: writeToApplicantInput,
  async run({ actor, input, db, audit }) {
    const held = await holdCase(db, actor, { id: input.caseId })
    const { id: caseId, organizationId, organization } = held
    const { fullName: authorName } = actor
    await addEntry(db, { caseId, organizationId, kind: 'Commented', text: input.text, authorName, byOperator: true })
    const about = { organizationName: organization.name, authorName, text: input.text }
    await writeToContact(db, held, 'verificationComment', about)
    await notifyApplicant(db, applicantOf(held), 'verificationCommented', { authorName })
    await audit('verification.commented', { caseId }, { subject: applicantOf(held) })
  },
})
