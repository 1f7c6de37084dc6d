import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/lib/core/db'
import { changeContact, confirmContact, resendContactLetter } from '@/lib/domain/verification/commands'
import { findOwnVerification, viewContactConfirmation } from '@/lib/domain/verification/queries'
import { openVerification } from '@/lib/domain/verification/steps'
import { count, rows } from '../support/owner'
import { watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import {
  agreed,
  applicant,
  caseRow,
  contactConfirmed,
  contactToken,
  operator,
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

describe('a verification', () => {
  test('begins with a letter to the primary contact and tells the operator', async () => {
    const reviewer = await operator()
    const { organization: company, caseId } = await applicant()
    expect(await vettingOf(company)).toBe('Pending')
    expect(await standing(caseId)).toEqual(['Waiting', 'Waiting', 'Waiting', 'Waiting'])
    expect(await letters(company.id)).toEqual([
      { letter: 'contactConfirmation', toAddress: company.contactEmail, locale: 'en' },
    ])
    expect(await told(reviewer.organizationId, 'verificationOpened')).toBeGreaterThan(0)
    expect((await caseRow(caseId)).status).toBe('AwaitingContact')
  })

  test('is opened once at a time', async () => {
    const { organization: company } = await applicant()
    const again = inTransaction({ organizationId: company.id }, (db) =>
      openVerification(db, {
        organizationId: company.id,
        contactEmail: company.contactEmail,
        organizationDomain: company.domain,
        locale: 'en',
      }),
    )
    expect(await refusal(again)).toBe('stale')
  })

  test('is not changed by looking at the letter’s page', async () => {
    const { organization: company, caseId } = await applicant()
    const token = await contactToken(company)
    for (let times = 0; times < 5; times += 1)
      expect(await viewContactConfirmation(null, { token })).toEqual({
        organizationName: company.name,
        email: company.contactEmail,
        state: 'open',
      })
    expect(await standing(caseId)).toEqual(['Waiting', 'Waiting', 'Waiting', 'Waiting'])
    expect(await viewContactConfirmation(null, { token: `con_${'A'.repeat(43)}` })).toBeNull()
  })

  test('needs both answers of the contact, and proves the domain of a company address by itself', async () => {
    const { organization: company, caseId } = await applicant()
    const token = await contactToken(company)
    const refused = await refusalOf(confirmContact(null, { token, signedUp: 'on' }))
    expect(refused.fields).toEqual({ companyAddress: ['tick_required'] })
    const { request, events } = watched()
    await confirmContact(null, { token, ...agreed }, request)
    expect(await standing(caseId)).toEqual(['Passed', 'Passed', 'Waiting', 'Waiting'])
    expect(await caseRow(caseId)).toMatchObject({ status: 'InReview', submittedAt: expect.any(Date) })
    expect(await events()).toMatchObject([
      { type: 'verification.contactConfirmed', actorUserId: null, actorOrganizationId: company.id },
    ])
    expect(await names(company.id)).toEqual(['contactConfirmation', 'verificationSubmitted'])
    expect(await refusal(confirmContact(null, { token, ...agreed }))).toBe('contact_link_closed')
    expect((await viewContactConfirmation(null, { token }))?.state).toBe('confirmed')
  })

  test('takes the answer of one of fifty presses', async () => {
    const { organization: company } = await applicant()
    const token = await contactToken(company)
    expect(await answers(Array.from({ length: 50 }, () => confirmContact(null, { token, ...agreed })))).toEqual({
      ok: 1,
      contact_link_closed: 49,
    })
    expect(await names(company.id)).toEqual(['contactConfirmation', 'verificationSubmitted'])
  })

  test('leaves the domain to the operator where anybody gets such a domain', async () => {
    const { organization: company, caseId } = await applicant({ domain: `${Date.now()}x.onmicrosoft.com` })
    await contactConfirmed(company)
    expect(await standing(caseId)).toEqual(['Passed', 'Waiting', 'Waiting', 'Waiting'])
  })

  test('refuses a link that has lapsed', async () => {
    const { organization: company, caseId } = await applicant()
    await rows('update "ContactConfirmation" set "expiresAt" = now() - interval \'1 second\' where "caseId" = $1', [
      caseId,
    ])
    const token = await contactToken(company)
    expect(await refusal(confirmContact(null, { token, ...agreed }))).toBe('contact_link_closed')
    expect(await refusal(confirmContact(null, { token: `con_${'B'.repeat(43)}`, ...agreed }))).toBe(
      'contact_link_unknown',
    )
  })

  test('keeps no usable link in the database', async () => {
    const { organization: company } = await applicant()
    const token = await contactToken(company)
    expect(await count('ContactConfirmation', '"tokenHash" = $1', [token])).toBe(0)
    expect(await count('Mail', 'parameters::text like $1', [`%${token}%`])).toBe(0)
  })
})

describe('the letter to the primary contact', () => {
  test('is sent again with another link, and no more often than its mailbox bears', async () => {
    const { organization: company, admin } = await applicant()
    const first = await contactToken(company)
    await resendContactLetter(admin, {})
    expect(await contactToken(company)).not.toBe(first)
    expect(await refusal(confirmContact(null, { token: first, ...agreed }))).toBe('contact_link_closed')
    for (let times = 0; times < 4; times += 1) await resendContactLetter(admin, {})
    expect(await refusal(resendContactLetter(admin, {}))).toBe('too_many_attempts')
    await contactConfirmed(company)
    expect(await refusal(resendContactLetter(admin, {}))).toBe('stale')
  })

  test('goes to another address when the contact changes, and the first link is dead', async () => {
    const { organization: company, admin, caseId } = await applicant()
    const first = await contactToken(company)
    await contactConfirmed(company)
    const contactEmail = `new@${company.domain}`
    await changeContact(admin, { contactName: 'New Contact', contactEmail })
    expect(await standing(caseId)).toEqual(['Waiting', 'Waiting', 'Waiting', 'Waiting'])
    expect((await caseRow(caseId)).status).toBe('AwaitingContact')
    expect((await letters(company.id)).at(-1)).toMatchObject({ letter: 'contactConfirmation', toAddress: contactEmail })
    expect(await refusal(confirmContact(null, { token: first, ...agreed }))).toBe('contact_link_closed')
    expect((await findOwnVerification(admin, {}))?.declared).toMatchObject({ contactName: 'New Contact', contactEmail })
    const mail = await refusalOf(changeContact(admin, { contactName: 'N', contactEmail: 'n@gmail.com' }))
    expect(mail.fields).toEqual({ contactEmail: ['web_mail'] })
  })
})
