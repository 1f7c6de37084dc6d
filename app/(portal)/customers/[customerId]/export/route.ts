import { exportRoute } from '@/lib/web/export'
import { subscriptionsExport } from '@/lib/web/exports/subscriptions'

export const GET = exportRoute(subscriptionsExport)
