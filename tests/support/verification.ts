import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { inTransaction } from '@/lib/core/db'
import { linkToken } from '@/lib/core/token'
import { confirmContact } from '@/lib/domain/verification/commands'
import { openVerification } from '@/lib/domain/verification/steps'
import { approveVerification, judgeCheck, rejectVerification } from '@/lib/domain/verification-review/commands'
import { founded, type Organization, organization } from './organizations'
import { insert, row, rows } from './owner'

/** Companies that are being verified, and the operator that verifies them. */

export interface Applicant {
  organization: Organization
  /** Its Global admin, whose company is not verified. */
  admin: Actor
  caseId: string
}

export async function applicant(
  choices: Parameters<typeof founded>[1] = {},
  kind: 'provider' | 'reseller' = 'reseller',
): Promise<Applicant> {
  const { organization: made, admin } = await founded(kind, choices)
  return { organization: made, admin: { ...admin, vettingStatus: 'Pending' }, caseId: await opened(made) }
}

/** Opens the verification of an organization that is there. */
export async function opened(of: Organization, locale: 'en' | 'ru' = 'en'): Promise<string> {
  const { caseId } = await inTransaction({ organizationId: of.id }, (db) =>
    openVerification(db, {
      organizationId: of.id,
      contactEmail: of.contactEmail,
      organizationDomain: of.domain,
      locale,
    }),
  )
  return caseId
}

/** The link of the newest confirmation letter to a company's contact. */
export async function contactToken({ id }: { id: string }): Promise<string> {
  const { salt } = await row<{ salt: string }>(
    `select parameters->>'salt' as salt from "Mail" where "organizationId" = $1 and letter = 'contactConfirmation'
     order by id desc limit 1`,
    [id],
  )
  return linkToken('contact', salt)
}

export const agreed = { signedUp: 'on', companyAddress: 'on' } as const

export async function contactConfirmed(of: Organization): Promise<void> {
  await confirmContact(null, { token: await contactToken(of), ...agreed })
}

export async function operator(): Promise<Actor> {
  return (await founded('operator')).admin
}

/** A case whose contact has answered and which somebody reviews. */
export async function inReview(choices: Parameters<typeof founded>[1] = {}) {
  const made = await applicant(choices)
  await contactConfirmed(made.organization)
  return { ...made, reviewer: await operator() }
}

export async function allPassed(reviewer: Actor, caseId: string): Promise<void> {
  for (const { kind, status } of await checksOf(caseId))
    if (status !== 'Passed') await judgeCheck(reviewer, { caseId, check: kind, was: status, verdict: 'Passed' })
}

export async function approved(reviewer: Actor, caseId: string): Promise<void> {
  await allPassed(reviewer, caseId)
  await approveVerification(reviewer, { caseId })
}

export async function rejected(reviewer: Actor, caseId: string, note = 'The register shows another name.') {
  await judgeCheck(reviewer, { caseId, check: 'BusinessVerification', was: 'Waiting', verdict: 'Failed', note })
  await rejectVerification(reviewer, { caseId, reason: 'We could not find your company in the register.' })
}

interface CheckRow {
  kind: 'EmailOwnership' | 'EmailDomain' | 'EmploymentVerification' | 'BusinessVerification'
  status: 'Waiting' | 'Passed' | 'Failed'
}

export function checksOf(caseId: string): Promise<CheckRow[]> {
  return rows<CheckRow>('select kind, status from "VerificationCheck" where "caseId" = $1 order by kind', [caseId])
}

/** How each check stands, in the order of the steps. */
export async function standing(caseId: string): Promise<string[]> {
  return (await checksOf(caseId)).map(({ status }) => status)
}

export function caseRow(caseId: string) {
  return row<{ status: string; reason: string | null; changed: string[]; submittedAt: Date | null }>(
    'select status, reason, changed, "submittedAt" from "VerificationCase" where id = $1',
    [caseId],
  )
}

export async function vettingOf({ id }: Organization): Promise<string> {
  const { vetting } = await row<{ vetting: string }>(
    'select "vettingStatus" as vetting from "Organization" where id = $1',
    [id],
  )
  return vetting
}

/** A fresh company nobody verifies, of a kind that is verified. */
export const bystander = () => organization('reseller')

/** Evidence in a verification that is over, as rows. Returns its id. */
export async function writtenEvidence(of: Organization): Promise<string> {
  const [caseId, id] = [uuidv7(), uuidv7()]
  await insert('VerificationCase', {
    id: caseId,
    organizationId: of.id,
    status: 'Authorized',
    locale: 'en',
    changed: '{}',
  })
  const facts = { check: 'BusinessVerification', fileName: `${of.mark}.pdf`, mediaType: 'application/pdf', size: 4 }
  const common = { caseId, organizationId: of.id, uploadedByName: `Person ${of.mark}`, sha256: '' }
  await insert('VerificationEvidence', { id, ...common, ...facts })
  await insert('VerificationEvidenceContent', { evidenceId: id, organizationId: of.id, bytes: Buffer.from(of.mark) })
  return id
}

/** The company's verification that is under way; opened where there is none. */
export async function underWay(of: Organization): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `select id from "VerificationCase" where "organizationId" = $1 and status <> 'Authorized'`,
    [of.id],
  )
  return found?.id ?? opened(of)
}
