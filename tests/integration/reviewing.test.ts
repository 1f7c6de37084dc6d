import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/lib/core/db'
import { askForReview, writeToOperator } from '@/lib/domain/verification/commands'
import { findOwnVerification, getVerification, listVerifications } from '@/lib/domain/verification/queries'
import { reverify } from '@/lib/domain/verification/steps'
import {
  approveVerification,
  judgeCheck,
  rejectVerification,
  writeToApplicant,
} from '@/lib/domain/verification-review/commands'
import { founded, member, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import {
  allPassed,
  applicant,
  approved,
  caseRow,
  contactConfirmed,
  inReview,
  operator,
  rejected,
  standing,
  vettingOf,
} from '../support/verification'

const letters = (organizationId: string) =>
  rows<{ letter: string; toAddress: string; locale: string }>(
    'select letter, "toAddress", locale from "Mail" where "organizationId" = $1 order by id',
    [organizationId],
  )
const names = async (organizationId: string) => (await letters(organizationId)).map(({ letter }) => letter)
const told = (organizationId: string, kind: string) =>
  count('Notification', '"organizationId" = $1 and kind = $2', [organizationId, kind])

describe('the operator', () => {
  test('approves what has passed as a whole', async () => {
    const { organization: company, caseId, reviewer, admin } = await inReview()
    expect(await refusal(approveVerification(reviewer, { caseId }))).toBe('checks_open')
    await allPassed(reviewer, caseId)
    const { request, events } = watched()
    await approveVerification(reviewer, { caseId }, request)
    expect(await vettingOf(company)).toBe('Authorized')
    expect(await events()).toMatchObject([
      { type: 'verification.authorized', readers: readers(company, { id: reviewer.organizationId }) },
    ])
    expect(await names(company.id)).toEqual([
      'contactConfirmation',
      'verificationSubmitted',
      'verificationStep',
      'verificationStep',
      'verificationAuthorized',
    ])
    expect(await told(company.id, 'verificationAuthorized')).toBe(1)
    expect((await findOwnVerification(admin, {}))?.turn).toBe('nobody')
    expect(await refusal(approveVerification(reviewer, { caseId }))).toBe('stale')
    expect(await refusal(rejectVerification(reviewer, { caseId, reason: 'No' }))).toBe('stale')
  })

  test('rejects with a reason for each check that failed; only those are reviewed again', async () => {
    const { organization: company, caseId, reviewer, admin } = await inReview()
    expect(await refusal(rejectVerification(reviewer, { caseId, reason: 'No' }))).toBe('nothing_failed')
    await judgeCheck(reviewer, { caseId, check: 'EmploymentVerification', was: 'Waiting', verdict: 'Passed' })
    await rejected(reviewer, caseId)
    expect(await vettingOf(company)).toBe('Rejected')
    const own = await findOwnVerification({ ...admin, vettingStatus: 'Rejected' }, {})
    expect(own).toMatchObject({
      status: 'Rejected',
      turn: 'applicant',
      reason: 'We could not find your company in the register.',
      deeds: { askForReview: true },
    })
    expect(own?.checks.at(-1)).toMatchObject({ status: 'Failed', note: 'The register shows another name.' })
    await askForReview({ ...admin, vettingStatus: 'Rejected' }, { text: 'Here is the extract.' })
    expect(await standing(caseId)).toEqual(['Passed', 'Passed', 'Passed', 'Waiting'])
    expect(await caseRow(caseId)).toMatchObject({ status: 'InReview' })
    expect(await vettingOf(company)).toBe('Pending')
    expect(await refusal(askForReview(admin, {}))).toBe('stale')
    await approved(reviewer, caseId)
    expect(await vettingOf(company)).toBe('Authorized')
  })

  test('gives a reason wherever a check fails', async () => {
    const { caseId, reviewer } = await inReview()
    const refused = await refusalOf(
      judgeCheck(reviewer, { caseId, check: 'BusinessVerification', was: 'Waiting', verdict: 'Failed' }),
    )
    expect(refused.fields).toEqual({ note: ['required'] })
  })

  test('does not answer for the mailbox of the contact', async () => {
    const { caseId } = await applicant()
    const reviewer = await operator()
    expect(
      await refusal(judgeCheck(reviewer, { caseId, check: 'EmailOwnership', was: 'Waiting', verdict: 'Passed' })),
    ).toBe('stale')
  })

  test('decides once: of ten at the same moment one wins', async () => {
    const { organization: company, caseId, reviewer } = await inReview()
    await allPassed(reviewer, caseId)
    const others = await Promise.all(Array.from({ length: 10 }, operator))
    expect(await answers(others.map((each) => approveVerification(each, { caseId })))).toEqual({ ok: 1, stale: 9 })
    expect((await names(company.id)).filter((name) => name === 'verificationAuthorized')).toHaveLength(1)
  })

  test('approving and rejecting at once decide once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { organization: company, caseId, reviewer } = await inReview()
      await allPassed(reviewer, caseId)
      const other = await operator()
      const judged = { caseId, check: 'BusinessVerification', was: 'Passed', verdict: 'Failed', note: 'No' } as const
      const tally = await answers([approveVerification(reviewer, { caseId }), judgeCheck(other, judged)])
      expect(tally.ok).toBe(1)
      expect(['Authorized', 'Pending']).toContain(await vettingOf(company))
    }
  })

  test('is told when a check no longer stands as it was shown', async () => {
    const { caseId, reviewer } = await inReview()
    const judged = { caseId, check: 'BusinessVerification', was: 'Waiting', verdict: 'Passed' } as const
    await judgeCheck(reviewer, judged)
    expect(await refusal(judgeCheck(await operator(), judged))).toBe('stale')
  })

  test('sees the queue, what waits longest first, and pages through it', async () => {
    const reviewer = await operator()
    const made = [await applicant(), await applicant()]
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await listVerifications(reviewer, { status: 'AwaitingContact', after })
      expect(page.rows.every(({ status }) => status === 'AwaitingContact')).toBe(true)
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    const positions = made.map(({ caseId }) => seen.indexOf(caseId))
    expect(positions[0]).toBeGreaterThanOrEqual(0)
    expect(positions[1]).toBeGreaterThan(positions[0] ?? 0)
    const tampered = Buffer.from(JSON.stringify(['no day', made[0]?.caseId])).toString('base64url')
    expect((await listVerifications(reviewer, { after: tampered })).rows.length).toBeGreaterThan(0)
  })

  test('talks with the applicant in one conversation', async () => {
    const { organization: company, caseId, reviewer, admin } = await inReview()
    await writeToApplicant(reviewer, { caseId, text: 'Which register?' })
    await writeToOperator(admin, { text: 'Hamburg.' })
    const said = (await getVerification(reviewer, { caseId })).entries.filter(({ kind }) => kind === 'Commented')
    expect(said.map(({ text, byOperator }) => ({ text, byOperator }))).toEqual([
      { text: 'Hamburg.', byOperator: false },
      { text: 'Which register?', byOperator: true },
    ])
    expect((await letters(company.id)).at(-1)).toMatchObject({ letter: 'verificationComment' })
    expect(await told(reviewer.organizationId, 'verificationAnswered')).toBe(1)
  })

  test('lets its helpdesk see the queue and no more', async () => {
    const { caseId } = await inReview()
    const helpdesk = await member(await organization('operator'), 'helpdeskAgent')
    expect((await listVerifications(helpdesk, {})).rows.length).toBeGreaterThan(0)
    expect(await refusal(getVerification(helpdesk, { caseId }))).toBe('role_missing')
    expect(await refusal(approveVerification(helpdesk, { caseId }))).toBe('role_missing')
  })
})

describe('changed data', () => {
  const change = (organizationId: string, ...changed: Parameters<typeof reverify>[1]['changed']) =>
    inTransaction({ organizationId }, (db) => reverify(db, { organizationId, changed }))
  const last = (organizationId: string) =>
    rows<{ id: string; status: string }>(
      'select id, status from "VerificationCase" where "organizationId" = $1 order by id desc limit 1',
      [organizationId],
    ).then(([one]) => one ?? { id: '', status: '' })

  test('of an authorized company are verified again, only they, and it stays authorized', async () => {
    const { organization: company } = await founded('reseller')
    const reviewer = await operator()
    await change(company.id, 'legalName')
    const { id: caseId, status } = await last(company.id)
    expect(status).toBe('InReview')
    expect(await standing(caseId)).toEqual(['Waiting'])
    expect(await vettingOf(company)).toBe('Authorized')
    expect(await names(company.id)).toEqual([])
    await change(company.id, 'contactEmail')
    expect(await last(company.id)).toMatchObject({ id: caseId, status: 'AwaitingContact' })
    expect((await caseRow(caseId)).changed).toEqual(['legalName', 'contactEmail'])
    await contactConfirmed(company)
    await approved(reviewer, caseId)
    expect(await vettingOf(company)).toBe('Authorized')
    await change(company.id, 'address')
    expect((await last(company.id)).id).not.toBe(caseId)
  })

  test('during a review put back what they touch', async () => {
    const { organization: company, caseId, reviewer } = await inReview()
    await allPassed(reviewer, caseId)
    await change(company.id, 'registrationNumber')
    expect(await standing(caseId)).toEqual(['Passed', 'Passed', 'Passed', 'Waiting'])
    expect(await refusal(approveVerification(reviewer, { caseId }))).toBe('checks_open')
  })

  test('of a company that has not enrolled are nobody’s business yet', async () => {
    const company = await organization('reseller')
    await rows('update "Organization" set "vettingStatus" = \'None\' where id = $1', [company.id])
    await change(company.id, 'legalName')
    expect(await count('VerificationCase', '"organizationId" = $1', [company.id])).toBe(0)
  })
})
