import type { findOwnVerification, getVerification } from '@/lib/domain/verification/queries'
import type { FormState } from './form-state'

/** One verification as its applicant sees it. */
export type OwnVerification = NonNullable<Awaited<ReturnType<typeof findOwnVerification>>>

/** One verification as the operator sees it. */
export type ReviewedVerification = Awaited<ReturnType<typeof getVerification>>

export type VerificationCheck = OwnVerification['checks'][number]
export type VerificationEvidence = OwnVerification['evidence'][number]
export type VerificationEntry = OwnVerification['entries'][number]

export type FormDoor = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

/** Where documents are downloaded. */
export const evidencePath = (evidenceId: string) => `/evidence/${evidenceId}`
