import { exportRoute } from '@/lib/web/export'
import { knownCustomersExport } from '@/lib/web/exports/known-customers'

export const GET = exportRoute(knownCustomersExport)
