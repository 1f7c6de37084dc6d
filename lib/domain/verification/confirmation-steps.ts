import { clock } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { addEntry, notifyOperators } from './entry-steps'
import { writeToContact } from './letter-steps'
import { provesDomain } from './rules'
import { lockCase, settleStatus } from './steps'

/**
 * Takes the answer of the link in hand: one of several wins. From here to the end of the transaction the tenant is the
 * company that the link was mailed for.
 * @throws DomainError `contact_link_unknown`, `contact_link_closed`
 */
export async function claimConfirmation(db: Database, tokenHash: string) {
  const link = await db.contactConfirmation.findUnique({
    where: { tokenHash },
    select: { id: true, caseId: true, organizationId: true, email: true },
  })
  if (!link) throw new DomainError('contact_link_unknown')
  await enterOrganization(db, link.organizationId)
  await lockCase(db, link.caseId)
  const { count } = await db.contactConfirmation.updateMany({
    where: { id: link.id, confirmedAt: null, replacedAt: null, expiresAt: { gt: clock.now() } },
    data: { confirmedAt: clock.now() },
  })
  if (count !== 1) throw new DomainError('contact_link_closed')
  return link
}

type Link = Awaited<ReturnType<typeof claimConfirmation>>

/** The mailbox is proved, and where its domain is the company's, that too. */
export async function passContact(db: Database, { caseId, organizationId, email }: Link) {
  const organization = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, domain: true, contactName: true, contactEmail: true },
  })
  await pass(db, caseId, 'EmailOwnership', organization.contactName)
  await addEntry(db, {
    caseId,
    organizationId,
    kind: 'ContactConfirmed',
    text: email,
    authorName: organization.contactName,
  })
  if (provesDomain(email, organization.domain) && (await pass(db, caseId, 'EmailDomain', null)))
    await addEntry(db, { caseId, organizationId, kind: 'CheckPassed', check: 'EmailDomain', text: organization.domain })
  await settleStatus(db, caseId)
  const { status, locale } = await db.verificationCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { status: true, locale: true },
  })
  // Of a rejected one the operator hears when the applicant asks for a re-review.
  if (status === 'InReview') {
    await notifyOperators(db, { organizationId, kind: 'verificationReady', caseId })
    const receiver = { organizationId, locale, organization }
    await writeToContact(db, receiver, 'verificationSubmitted', { organizationName: organization.name })
  }
  return organization
}

async function pass(db: Database, caseId: string, kind: 'EmailOwnership' | 'EmailDomain', byName: string | null) {
  const { count } = await db.verificationCheck.updateMany({
    where: { caseId, kind, status: 'Waiting' },
    data: { status: 'Passed', byName, decidedAt: clock.now() },
  })
  return count === 1
}
