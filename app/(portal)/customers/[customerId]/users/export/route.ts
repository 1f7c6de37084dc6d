import { exportRoute } from '@/lib/web/export'
import { usersExport } from '@/lib/web/exports/users'

export const GET = exportRoute(usersExport)
