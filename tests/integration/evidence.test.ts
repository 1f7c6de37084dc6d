import { describe, expect, test } from 'vitest'
import { sendEvidence } from '@/lib/domain/verification/commands'
import { evidenceLimit } from '@/lib/domain/verification/evidence-file'
import { findOwnVerification, getEvidence, getVerification } from '@/lib/domain/verification/queries'
import { pdf, png, swellingPdf } from '../support/evidence'
import { founded, member } from '../support/organizations'
import { count } from '../support/owner'
import { answers, refusal, refusalOf } from '../support/refusal'
import { applicant, approved, inReview, operator } from '../support/verification'

const check = 'BusinessVerification' as const
const stored = (organizationId: string) => count('VerificationEvidence', '"organizationId" = $1', [organizationId])

describe('evidence', () => {
  test('comes back byte by byte, to the applicant and to the operator alone', async () => {
    const { organization: company, admin, caseId } = await applicant()
    const reviewer = await operator()
    const content = png(3, 3)
    const { evidenceId } = await sendEvidence(admin, { check, file: { name: 'Скан 1.png', content } })
    for (const reader of [admin, reviewer]) {
      const { fileName, mediaType, bytes } = await getEvidence(reader, { evidenceId })
      expect({ fileName, mediaType }).toEqual({ fileName: 'Скан 1.png', mediaType: 'image/png' })
      expect(Buffer.from(bytes).equals(Buffer.from(content))).toBe(true)
    }
    const shown = (await getVerification(reviewer, { caseId })).evidence
    expect(shown).toMatchObject([{ fileName: 'Скан 1.png', size: content.length, check }])
    const stranger = (await founded('reseller')).admin
    expect(await refusal(getEvidence(stranger, { evidenceId }))).toBe('not_found')
    expect(await refusal(getEvidence((await founded('customer')).admin, { evidenceId }))).toBe('role_missing')
    expect(await refusal(getEvidence(await member(company, 'salesAgent'), { evidenceId }))).toBe('role_missing')
    expect(await refusal(getEvidence(null, { evidenceId }))).toBe('not_signed_in')
  })

  test('that is refused leaves nothing behind and says why', async () => {
    const { organization: company, admin } = await applicant()
    const tried: [string, Uint8Array<ArrayBuffer>, string][] = [
      ['extract.pdf', new Uint8Array(Buffer.from('PK\u0003\u0004 zip')), 'mismatch'],
      ['extract.pdf', new Uint8Array(evidenceLimit + 1), 'size'],
      ['all.zip', new Uint8Array(Buffer.from('PK\u0003\u0004 zip')), 'type'],
      ['logo.svg', new Uint8Array(Buffer.from('<svg/>')), 'type'],
      ['../extract.pdf', pdf(), 'name'],
    ]
    for (const [name, content, reason] of tried) {
      const refused = await refusalOf(sendEvidence(admin, { check, file: { name, content } }))
      expect({ code: refused.code, reason: refused.parameters.reason }).toEqual({ code: 'evidence_refused', reason })
    }
    const without = await refusalOf(sendEvidence(admin, { check } as never))
    expect(without.fields).toEqual({ file: ['required'] })
    expect(await refusal(sendEvidence(admin, { check, file: 'text' } as never))).toBe('input_invalid')
    expect(await stored(company.id)).toBe(0)
    expect(await count('VerificationEvidenceContent', '"organizationId" = $1', [company.id])).toBe(0)
  })

  test('that would swell when unpacked is kept as small as it came', async () => {
    const { admin } = await applicant()
    const content = swellingPdf()
    const { evidenceId } = await sendEvidence(admin, { check, file: { name: 'a.pdf', content } })
    expect((await getEvidence(admin, { evidenceId })).bytes.length).toBe(content.length)
  })

  test('is limited in number, though many come at once', async () => {
    const { organization: company, admin } = await applicant()
    const works = Array.from({ length: 24 }, () =>
      sendEvidence(admin, { check, file: { name: 'a.pdf', content: pdf() } }),
    )
    expect(await answers(works)).toEqual({ ok: 20, evidence_limit_reached: 4 })
    expect(await stored(company.id)).toBe(20)
  })

  test('is for a check there is, of a verification that is not over', async () => {
    const { admin, reviewer, caseId } = await inReview()
    await approved(reviewer, caseId)
    expect(await refusal(sendEvidence(admin, { check, file: { name: 'a.pdf', content: pdf() } }))).toBe('not_found')
    expect((await findOwnVerification(admin, {}))?.evidence).toEqual([])
  })
})
