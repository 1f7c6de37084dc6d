import { findDomain } from '@/lib/domain/onboarding/queries'
import { jsonRoute } from '@/lib/web/json-route'

export const GET = jsonRoute(findDomain)
