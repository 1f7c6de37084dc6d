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
import { toChangedSeats } from '@/lib/web/order-outcomes'
import { showQuantityPreview } from '@/lib/web/quantity-preview'

export const renameSubscriptionAction = formAction(renameSubscription)
export const changeQuantityAction = formAction(changeQuantity, toChangedSeats)
export const previewQuantityAction = formAction(previewQuantity, showQuantityPreview)
export const suspendSubscriptionAction = formAction(suspendSubscription)
export const reactivateSubscriptionAction = formAction(reactivateSubscription)
export const cancelSubscriptionAction = formAction(cancelSubscription)
export const scheduleRenewalAction = formAction(scheduleRenewal)
export const upgradeSubscriptionAction = formAction(upgradeSubscription)
export const convertTrialAction = formAction(convertTrial)
