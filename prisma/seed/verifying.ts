import type { Actor } from '@/lib/access/permissions'
import { beginWorkAccount, confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import {
  chooseProfile,
  enrollNow,
  keepContact,
  keepLegalProfile,
  keepSupport,
  signInToMembership,
} from '@/lib/domain/enrollment/commands'
import { confirmContact, sendEvidence, writeToOperator } from '@/lib/domain/verification/commands'
import { findOwnVerification } from '@/lib/domain/verification/queries'
import { judgeCheck, rejectVerification, writeToApplicant } from '@/lib/domain/verification-review/commands'
import type { Calendar, Story } from './calendar'
import { demoPassword, operator } from './cast'
import { brennhaus, kvarts, tannhof, wellenberg } from './cast-applicants'
import type { CastOrganization } from './casting'
import { contactTokenInLetter, enrollmentTokenInMailbox } from './letters'
import { membershipAccounts } from './membership'
import { act, enterByEmail, globalAdmin } from './people'
import { register } from './register-extract'

/** Companies whose verification is under way: one waits for its contact, one is half reviewed, one ready, one rejected. */
export const verifyingStories: readonly Story[] = [waitsForContact, underReview, readyForDecision, wasRejected]

async function waitsForContact(calendar: Calendar): Promise<void> {
  await calendar.on(1, '10:25')
  await enroll(kvarts, 'kvarts', calendar, '1660123459')
}

async function underReview(calendar: Calendar): Promise<void> {
  await calendar.on(3, '13:40')
  const applicant = await enroll(tannhof, 'tannhof', calendar)
  if (!applicant) return
  await calendar.later(25)
  await contactAnswers(applicant)
  await calendar.on(2, '09:30')
  await pass(applicant, 'EmailDomain', 'The domain is registered to the company.')
}

async function readyForDecision(calendar: Calendar): Promise<void> {
  await calendar.on(6, '08:20')
  const applicant = await enroll(brennhaus, 'brennhaus', calendar)
  if (!applicant) return
  await calendar.later(50)
  await contactAnswers(applicant)
  await calendar.on(5, '11:05')
  await pass(applicant, 'EmailDomain')
  await pass(applicant, 'EmploymentVerification')
  await calendar.on(4, '15:15')
  await act(sendEvidence, applicant, {
    check: 'BusinessVerification',
    file: { name: 'register-extract.pdf', content: new Uint8Array(register(brennhaus.name)) },
  })
  await calendar.on(2, '10:10')
  await pass(applicant, 'BusinessVerification', 'Name and address are as in the extract.')
}

async function wasRejected(calendar: Calendar): Promise<void> {
  await calendar.on(11, '09:50')
  const applicant = await enroll(wellenberg, 'wellenberg', calendar)
  if (!applicant) return
  await calendar.later(35)
  await contactAnswers(applicant)
  const caseId = await caseOf(applicant)
  await calendar.on(9, '10:30')
  await pass(applicant, 'EmailDomain')
  await pass(applicant, 'EmploymentVerification')
  await act(judgeCheck, globalAdmin(operator), {
    caseId,
    check: 'BusinessVerification',
    was: 'Waiting',
    verdict: 'Failed',
    note: 'The register knows a Wellenberg IT GmbH at this address, but no Wellenberg IT KG. An extract of the register would settle it.',
  })
  await calendar.later(3)
  const reason = 'We cannot find your company under the legal name you gave. Please see the note of the failed check.'
  await act(rejectVerification, globalAdmin(operator), { caseId, reason })
  await calendar.on(8, '14:05')
  await act(writeToOperator, applicant, {
    text: 'We changed our legal form this summer. Does the old extract help you?',
  })
  await calendar.on(7, '09:15')
  await act(writeToApplicant, globalAdmin(operator), {
    caseId,
    text: 'The old one does not show the new form. The notary’s certificate of the change would do until the register has it.',
  })
}

/** The whole enrollment. Null without a mailbox of the demo's own: nobody can answer the letter there. */
async function enroll(
  company: CastOrganization,
  userName: string,
  { later }: Calendar,
  organizationRegistrationNumber?: string,
): Promise<Actor | null> {
  const { name: organizationName, domain, country, locale, phone, people } = company
  const [person] = people
  const { name: fullName, email } = person
  const prefix = domain.slice(0, domain.indexOf('.'))
  await act(beginWorkAccount, null, {
    ...{ organizationName, prefix, country, locale, fullName, email },
    password: demoPassword,
  })
  await later(4)
  const token = await enrollmentTokenInMailbox(email)
  if (!token) return null
  await act(confirmAccountSetup, null, { token })
  const applicant: Actor = { ...(await enterByEmail(company, person)), vettingStatus: 'None' }
  const profile = membershipAccounts.find((account) => account.userName === userName)?.profiles[0]
  if (!profile) throw new Error(`${userName} has no profile.`)
  await later(3)
  await act(signInToMembership, applicant, { userName, password: demoPassword })
  await act(chooseProfile, applicant, { mpnId: profile.mpnId })
  const { addressLine1, city, postalCode } = profile
  const number = organizationRegistrationNumber ? { organizationRegistrationNumber } : {}
  await act(keepLegalProfile, applicant, { legalName: organizationName, addressLine1, city, postalCode, ...number })
  await act(keepContact, applicant, { contactName: fullName, email, phoneNumber: phone })
  await act(keepSupport, applicant, { email: `support@${email.split('@')[1]}`, phone: phone ?? '' })
  await later(2)
  await act(enrollNow, applicant, {})
  return { ...applicant, vettingStatus: 'Pending' }
}

async function contactAnswers(applicant: Actor): Promise<void> {
  const token = await contactTokenInLetter(applicant)
  await act(confirmContact, null, { token, signedUp: true, companyAddress: true })
}

async function caseOf(applicant: Actor): Promise<string> {
  const found = await act(findOwnVerification, applicant, {})
  if (!found) throw new Error(`${applicant.organizationName} is not being verified.`)
  return found.id
}

type Kind = 'EmailDomain' | 'EmploymentVerification' | 'BusinessVerification'

async function pass(applicant: Actor, check: Kind, note?: string): Promise<void> {
  const judged = { caseId: await caseOf(applicant), check, was: 'Waiting', verdict: 'Passed' } as const
  await act(judgeCheck, globalAdmin(operator), note ? { ...judged, note } : judged)
}
