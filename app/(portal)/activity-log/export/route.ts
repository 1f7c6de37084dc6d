import { exportRoute } from '@/lib/web/export'
import { activityExport } from '@/lib/web/exports/activity'

export const GET = exportRoute(activityExport)
