import type { draftPurchaseRequest, getPurchaseRequest } from '@/lib/domain/purchase-requests/queries'
import type { FormState } from './form-state'

/** One request as its page shows it. */
export type PurchaseRequest = Awaited<ReturnType<typeof getPurchaseRequest>>

/** What the form of a new request is made of. */
export type PurchaseRequestDraft = Awaited<ReturnType<typeof draftPurchaseRequest>>

export type FormDoor = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
