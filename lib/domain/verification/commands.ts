import { uuidv7 } from 'uuidv7'
import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { hashToken } from '@/lib/core/token'
import { claimConfirmation, passContact } from './confirmation-steps'
import { mailContact } from './contact-steps'
import { addEntry, findOperators, notifyOperators } from './entry-steps'
import { examineEvidence } from './evidence-file'
import { addEvidence } from './evidence-steps'
import { awaitsContact, contactChecks, mayAskForReview, undecided } from './rules'
import {
  askForReviewInput,
  changeContactInput,
  confirmContactInput,
  nothing,
  sendEvidenceInput,
  writeToOperatorInput,
} from './schema'
import { holdOwnCase, settleStatus, waitAgain } from './steps'

/** Letters that a company may have sent, and that one mailbox gets: the portal is no way to pester somebody. */
const lettersOfCompany: Budget = { name: 'contact-letters', points: 6, seconds: 3600 }
const lettersToMailbox: Budget = { name: 'contact-letters-recipient', points: 5, seconds: 24 * 3600 }
const filesOfCompany: Budget = { name: 'evidence', points: 40, seconds: 3600 }

/**
 * The primary contact answers its letter: the company signed up, and the address is the company's.
 * @throws DomainError `contact_link_unknown`, `contact_link_closed`
 */
export const confirmContact = command({
  access: 'public',
  input: confirmContactInput,
  key: (input) => input.token,
  async run({ input, db, audit }) {
    const link = await claimConfirmation(db, hashToken(input.token))
    const { name, contactName } = await passContact(db, link)
    // The contact need not have an account: it is named as the company names it.
    const as = { userId: null, fullName: contactName, organizationId: link.organizationId, organizationName: name }
    const [operator] = await findOperators(db)
    await audit(
      'verification.contactConfirmed',
      { caseId: link.caseId, email: link.email },
      { as, ...(operator ? { subject: operator } : {}) },
    )
    return { organizationName: name }
  },
})

/**
 * Sends the confirmation letter again, with another link.
 * @throws DomainError `not_found`, `stale` when the contact has answered, `too_many_attempts`
 */
export const resendContactLetter = command({
  access: 'verification.answer',
  input: nothing,
  async run({ actor, db, audit }) {
    const held = await holdOwnCase(db, actor)
    if (!awaitsContact(held.checks)) throw new DomainError('stale')
    const email = held.organization.contactEmail
    await spend(lettersOfCompany, held.organizationId)
    await spend(lettersToMailbox, email)
    await mailContact(db, { ...contactOf(held), email, authorName: actor.fullName })
    await audit('verification.letterResent', { caseId: held.id, email })
  },
})

function contactOf({ id, organizationId, locale }: { id: string; organizationId: string; locale: 'en' | 'ru' }) {
  return { caseId: id, organizationId, locale }
}

/**
 * Names another primary contact. What was found out about another address counts no more, and its letter's link is dead.
 * @throws DomainError `not_found`, `input_invalid` for web mail, `too_many_attempts`
 */
export const changeContact = command({
  access: 'verification.answer',
  input: changeContactInput,
  async run({ actor, input, db, audit }) {
    const { contactName, contactEmail } = input
    const held = await holdOwnCase(db, actor)
    await db.organization.updateMany({ where: { id: held.organizationId }, data: { contactName, contactEmail } })
    await audit('verification.contactChanged', { caseId: held.id, email: contactEmail })
    if (contactEmail === held.organization.contactEmail) return
    await spend(lettersOfCompany, held.organizationId)
    await spend(lettersToMailbox, contactEmail)
    const about = contactOf(held)
    await waitAgain(db, about, contactChecks)
    await addEntry(db, {
      caseId: held.id,
      organizationId: held.organizationId,
      kind: 'ContactChanged',
      text: contactEmail,
      authorName: actor.fullName,
    })
    await mailContact(db, { ...about, email: contactEmail, authorName: actor.fullName })
    await settleStatus(db, held.id)
  },
})

/**
 * Sends a document that shows what a check asks for.
 * @throws DomainError `evidence_refused` with its `reason`, `evidence_limit_reached`, `not_found`, `too_many_attempts`
 */
export const sendEvidence = command({
  access: 'verification.answer',
  input: sendEvidenceInput,
  async prepare({ actor, input }) {
    await spend(filesOfCompany, actor.organizationId)
    return examineEvidence(input.file.name, input.file.content)
  },
  async run({ actor, input, db, audit }, file) {
    const held = await holdOwnCase(db, actor)
    if (!held.checks.some(({ kind }) => kind === input.check))
      throw new DomainError('input_invalid', { fields: { check: ['invalid'] } })
    const id = uuidv7()
    await addEvidence(db, held, actor, { id, check: input.check, ...file, content: input.file.content })
    await notifyOperators(db, { organizationId: held.organizationId, kind: 'verificationAnswered', caseId: held.id })
    await audit('verification.evidenceSent', { caseId: held.id, fileName: file.fileName }, await toOperator(db))
    return { evidenceId: id }
  },
})

async function toOperator(db: Parameters<typeof findOperators>[0]) {
  const [subject] = await findOperators(db)
  return subject ? { subject } : {}
}

/** Writes to the operator. @throws DomainError `not_found` */
export const writeToOperator = command({
  access: 'verification.answer',
  input: writeToOperatorInput,
  async run({ actor, input, db, audit }) {
    const { id: caseId, organizationId } = await holdOwnCase(db, actor)
    await addEntry(db, { caseId, organizationId, kind: 'Commented', text: input.text, authorName: actor.fullName })
    await notifyOperators(db, { organizationId, kind: 'verificationAnswered', caseId })
    await audit('verification.commented', { caseId }, await toOperator(db))
  },
})

/**
 * Hands a rejected verification back: what failed is checked again, what passed stays.
 * @throws DomainError `not_found`, `stale` when it is not rejected
 */
export const askForReview = command({
  access: 'verification.answer',
  input: askForReviewInput,
  async run({ actor, input, db, audit }) {
    const held = await holdOwnCase(db, actor)
    if (!mayAskForReview(held.status)) throw new DomainError('stale')
    const failed = held.checks.filter(({ status }) => status === 'Failed').map(({ kind }) => kind)
    await waitAgain(db, contactOf(held), failed)
    const status = undecided(held.checks)
    await db.verificationCase.updateMany({
      where: { id: held.id },
      data: { status, statusSince: clock.now(), decidedAt: null, decidedByName: null },
    })
    await db.organization.updateMany({ where: { id: held.organizationId }, data: { vettingStatus: 'Pending' } })
    await addEntry(db, {
      caseId: held.id,
      organizationId: held.organizationId,
      kind: 'ReviewAsked',
      text: input.text ?? null,
      authorName: actor.fullName,
    })
    await notifyOperators(db, { organizationId: held.organizationId, kind: 'verificationReady', caseId: held.id })
    await audit('verification.reviewAsked', { caseId: held.id }, await toOperator(db))
  },
})
