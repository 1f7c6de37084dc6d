import { exportRoute } from '@/lib/web/export'
import { incentivesExport } from '@/lib/web/exports/incentives'

export const GET = exportRoute(incentivesExport)
