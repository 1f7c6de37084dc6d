import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { isContactToken } from '@/lib/core/token'
import { emailAddress, identifier, line, optional, paragraphs, requiredTick } from '@/lib/core/vocabulary'
import { isWebMail } from '../organizations/web-mail'

export const checkKinds = ['EmailOwnership', 'EmailDomain', 'EmploymentVerification', 'BusinessVerification'] as const
export type CheckKind = (typeof checkKinds)[number]

export const checkStatuses = ['Waiting', 'Passed', 'Failed'] as const
export type CheckStatus = (typeof checkStatuses)[number]

export const verificationStatuses = ['AwaitingContact', 'InReview', 'Authorized', 'Rejected'] as const
export type VerificationStatus = (typeof verificationStatuses)[number]

export const changedData = ['legalName', 'address', 'registrationNumber', 'contactEmail'] as const
export type ChangedData = (typeof changedData)[number]

const words = paragraphs(2000).pipe(z.string().min(1, { error: 'required' }))
const check = z.enum(checkKinds, { error: 'required' })
const caseId = identifier

/** Without a status: everything nobody has decided about. */
export const listVerificationsInput = z.strictObject({
  status: optional(z.enum(verificationStatuses, { error: 'invalid' })),
  ...pageInput,
})

export const verificationInput = z.strictObject({ caseId })

export const evidenceInput = z.strictObject({ evidenceId: identifier })

/** `was` is how the check stood on the page: another operator may have judged it since. */
export const judgeCheckInput = z
  .strictObject({
    caseId,
    check,
    was: z.enum(checkStatuses, { error: 'invalid' }),
    verdict: z.enum(['Passed', 'Failed'], { error: 'required' }),
    note: optional(paragraphs(1000)),
  })
  .refine(({ verdict, note }) => verdict === 'Passed' || note !== undefined, { error: 'required', path: ['note'] })

export const approveInput = verificationInput
export const rejectInput = z.strictObject({ caseId, reason: words })
export const writeToApplicantInput = z.strictObject({ caseId, text: words })

export const nothing = z.strictObject({})
/** S2: no web mail. */
const companyMailbox = emailAddress.refine((email) => !isWebMail(email), { error: 'web_mail' })
export const changeContactInput = z.strictObject({ contactName: line(100), contactEmail: companyMailbox })
export const writeToOperatorInput = z.strictObject({ text: words })
export const askForReviewInput = z.strictObject({ text: optional(paragraphs(2000)) })

/** What a form's file field becomes: the name is the sender's word, the content is looked at. */
export const uploadedFile = z.strictObject(
  { name: z.string().max(1000), content: z.instanceof(Uint8Array) },
  { error: (issue) => (issue.input === undefined ? 'required' : 'invalid') },
)
export const sendEvidenceInput = z.strictObject({ check, file: uploadedFile })

export const contactToken = z.string().max(60, { error: 'invalid' }).refine(isContactToken, { error: 'invalid' })
export const viewContactConfirmationInput = z.strictObject({ token: contactToken })
export const confirmContactInput = z.strictObject({
  token: contactToken,
  signedUp: requiredTick,
  companyAddress: requiredTick,
})
