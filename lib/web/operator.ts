import type { getOrganization } from '@/lib/domain/operator/queries'

/** One organization as its operator sees it. */
export type OperatedOrganization = Awaited<ReturnType<typeof getOrganization>>
