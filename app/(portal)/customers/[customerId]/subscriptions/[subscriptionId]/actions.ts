'use server'

import {
  cancelSubscription,
  changeQuantity,
  convertTrial,
  reactivateSubscription,
  renameSubscription,
  scheduleRenewal,
  suspendSubscription,
  upgradeSubscription,
} from '@/lib/domain/subscriptions/commands'
import { previewQuantity } from '@/lib/domain/subscriptions/queries'
import { formAction } from '@/lib/web/action'
import { showQuantityPreview } from '@/lib/web/subscription-preview'

export const renameAction = formAction(renameSubscription)
export const changeQuantityAction = formAction(changeQuantity)
export const previewQuantityAction = formAction(previewQuantity, showQuantityPreview)
export const suspendAction = formAction(suspendSubscription)
export const reactivateAction = formAction(reactivateSubscription)
export const cancelAction = formAction(cancelSubscription)
export const scheduleAction = formAction(scheduleRenewal)
export const upgradeAction = formAction(upgradeSubscription)
export const convertAction = formAction(convertTrial)
