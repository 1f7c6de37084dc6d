import { exportRoute } from '@/lib/web/export'
import { customersExport } from '@/lib/web/exports/customers'

export const GET = exportRoute(customersExport)
