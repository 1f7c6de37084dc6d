'use server'

import { changeCartItem, emptyCart, removeCartItem, submitCart } from '@/lib/domain/orders/commands'
import { formAction } from '@/lib/web/action'
import { toNewOrder, toSubscriptions } from '@/lib/web/order-outcomes'

export const changeCartItemAction = formAction(changeCartItem)
export const removeCartItemAction = formAction(removeCartItem)
export const emptyCartAction = formAction(emptyCart, toSubscriptions)
export const submitCartAction = formAction(submitCart, toNewOrder)
