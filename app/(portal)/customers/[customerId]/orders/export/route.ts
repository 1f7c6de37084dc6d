import { exportRoute } from '@/lib/web/export'
import { ordersExport } from '@/lib/web/exports/orders'

export const GET = exportRoute(ordersExport)
