import { crc32, deflateSync } from 'node:zlib'
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

/** The smallest real files of each type. */
export const files = { pdf: pdf(), png: png(), jpeg: jpeg() }

export function pdf(extra = ''): Uint8Array {
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`
  const table = 'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000060 00000 n \n'
  return Buffer.from(`${head}${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${head.length}\n%%EOF\n`, 'latin1')
}

/** A PDF with a stream that grows a thousandfold when it is unpacked. */
export function swellingPdf(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024))
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  const body = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
  return Buffer.concat([
    body,
    Buffer.from(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n${body.length}\n%%EOF\n`),
  ])
}

export function png(width = 1, height = 1): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export function jpeg(): Uint8Array {
  return Buffer.from([
    ...[
      0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00,
      0x00,
    ],
    ...[0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, 0x01, 0x11, 0x00],
    ...[0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0xff, 0xd9],
  ])
}

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
