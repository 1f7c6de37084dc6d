'use server'

import {
  approvePurchaseRequest,
  commentOnPurchaseRequest,
  declinePurchaseRequest,
  forwardPurchaseRequest,
  withdrawPurchaseRequest,
} from '@/lib/domain/purchase-requests/commands'
import { previewApproval } from '@/lib/domain/purchase-requests/queries'
import { formAction } from '@/lib/web/action'
import { showRequest } from '@/lib/web/outcomes'
import { showApprovalPreview } from '@/lib/web/quantity-preview'

export const approvePurchaseRequestAction = formAction(approvePurchaseRequest, showRequest('request_approved'))
export const previewApprovalAction = formAction(previewApproval, showApprovalPreview)
export const forwardPurchaseRequestAction = formAction(forwardPurchaseRequest, showRequest('request_forwarded'))
export const declinePurchaseRequestAction = formAction(declinePurchaseRequest, showRequest('request_declined'))
export const withdrawPurchaseRequestAction = formAction(withdrawPurchaseRequest, showRequest('request_withdrawn'))
export const commentOnPurchaseRequestAction = formAction(commentOnPurchaseRequest)
