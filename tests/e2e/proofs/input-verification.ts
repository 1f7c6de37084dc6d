import { uuidv7 } from 'uuidv7'
import { addProvider } from '@/lib/domain/operator/commands'
import { confirmContact } from '@/lib/domain/verification/commands'
import { judgeCheck } from '@/lib/domain/verification-review/commands'
import { pdf } from '../../support/evidence'
import { actorOf, newMark } from '../../support/organizations'
import { request } from '../../support/request'
import { agreed, allPassed, contactToken, opened, rejected } from '../../support/verification'
import { type Company, company } from '../support/people'
import { choice, code, cookieOf, type Door, email, text, tick, token } from './input-fields'

/** Answering for a verification, reviewing it, and letting providers in. */
export async function verificationDoors(): Promise<Door[]> {
  const operator = await company('operator', 'Tandem Operations')
  return [...(await applyingDoors(operator)), ...(await reviewingDoors(operator)), ...(await addingDoors(operator))]
}

async function applicant(confirmed: boolean): Promise<{ applicant: Company; caseId: string }> {
  const made = await company('reseller', 'Kestrel Cloud')
  const caseId = await opened(made.organization)
  if (confirmed) await confirmContact(null, { token: await contactToken(made.organization), ...agreed })
  return { applicant: made, caseId }
}

async function applyingDoors(operator: Company): Promise<Door[]> {
  const path = '/enroll/status'
  const door = async (action: Door['action'], confirmed: boolean, others: Partial<Door> = {}): Promise<Door> => {
    const made = await applicant(confirmed)
    return { action, path, cookie: await cookieOf(made.applicant.admin), fields: {}, ...others }
  }
  const back = await applicant(true)
  await rejected(actorOf(operator.admin), back.caseId)
  const { applicant: asked } = await applicant(false)
  const link = await contactToken(asked.organization)
  return [
    await door('resendContactLetterAction', false),
    await door('changeVerificationContactAction', true, {
      fields: { contactName: text('Nina Falk'), contactEmail: email(`nina@${newMark()}.example`) },
    }),
    await door('sendEvidenceAction', true, {
      fields: { check: choice('BusinessVerification') },
      file: { field: 'file', name: 'extract.pdf', content: pdf() },
    }),
    await door('writeToOperatorAction', true, { fields: { text: text('Here we are') } }),
    {
      action: 'askForReviewAction',
      path,
      cookie: await cookieOf(back.applicant.admin),
      fields: { text: text('The extract is attached', true) },
    },
    {
      action: 'confirmContactAction',
      path: `/confirm-contact/${link}`,
      cookie: undefined,
      fields: { token: token(link), signedUp: tick(), companyAddress: tick() },
    },
  ]
}

async function reviewingDoors(operator: Company): Promise<Door[]> {
  const cookie = await cookieOf(operator.admin)
  const door = async (
    action: Door['action'],
    fields: Door['fields'],
    prepare: (caseId: string) => Promise<unknown> = async () => {},
  ): Promise<Door> => {
    const { caseId } = await applicant(true)
    await prepare(caseId)
    return { action, path: `/verification/${caseId}`, cookie, fields: { caseId: code(caseId), ...fields } }
  }
  const { caseId: failing } = await applicant(true)
  const reviewer = actorOf(operator.admin)
  const failed = { check: 'BusinessVerification', was: 'Waiting', verdict: 'Failed', note: 'No' } as const
  await judgeCheck(reviewer, { caseId: failing, ...failed }, request())
  return [
    await door('judgeCheckAction', {
      check: choice('BusinessVerification'),
      was: choice('Waiting'),
      verdict: choice('Passed'),
      note: text('Found in the register', true),
    }),
    await door('approveVerificationAction', {}, (caseId) => allPassed(reviewer, caseId)),
    {
      action: 'rejectVerificationAction',
      path: `/verification/${failing}`,
      cookie,
      fields: { caseId: code(failing), reason: text('Not in the register') },
    },
    await door('writeToApplicantAction', { text: text('Which register?') }),
  ]
}

async function addingDoors(operator: Company): Promise<Door[]> {
  const cookie = await cookieOf(operator.admin)
  const [mark, other] = [newMark(), newMark()]
  const provider = (name: string) => ({
    ...{ name: 'Falke Distribution', domain: `${name}.example`, country: 'DE', locale: 'en' as const },
    ...{ adminName: 'Greta Falk', adminEmail: `greta@${name}.example` },
  })
  const { organizationId } = await addProvider(actorOf(operator.admin), provider(other), request())
  const { name, domain, country, locale, adminName, adminEmail } = provider(mark)
  return [
    {
      action: 'addProviderAction',
      path: '/organizations/new',
      cookie,
      fields: {
        ...{ name: text(name), domain: { good: domain, kind: 'domain' }, country: choice(country) },
        ...{ contactPhone: text('+49 40 555 0100', true) },
        ...{ adminName: text(adminName), adminEmail: email(adminEmail), locale: choice(locale) },
      },
    },
    {
      action: 'resendActivationAction',
      path: `/organizations/${organizationId}`,
      cookie,
      fields: { organizationId: { good: organizationId, kind: 'id', foreign: uuidv7() } },
    },
    {
      action: 'renameProviderAction',
      path: `/organizations/${organizationId}`,
      cookie,
      fields: {
        organizationId: { good: organizationId, kind: 'id', foreign: uuidv7() },
        ...{ name: text('Falke Distribution SE'), reason: text('Merger'), seen: choice(name) },
      },
    },
  ]
}
