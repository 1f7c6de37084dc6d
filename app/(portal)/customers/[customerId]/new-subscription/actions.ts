'use server'

import { addToCart } from '@/lib/domain/orders/commands'
import { formAction } from '@/lib/web/action'
import { toCart } from '@/lib/web/order-outcomes'

export const addToCartAction = formAction(addToCart, toCart)
