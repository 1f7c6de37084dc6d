import { getEvidence } from '@/lib/domain/verification/queries'
import { fileRoute } from '@/lib/web/file-route'

export const GET = fileRoute(getEvidence, '/enroll/status')
