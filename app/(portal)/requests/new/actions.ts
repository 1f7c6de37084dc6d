'use server'

import { createPurchaseRequest } from '@/lib/domain/purchase-requests/commands'
import { formAction } from '@/lib/web/action'
import { showRequest } from '@/lib/web/outcomes'

export const createPurchaseRequestAction = formAction(createPurchaseRequest, showRequest('request_sent'))
