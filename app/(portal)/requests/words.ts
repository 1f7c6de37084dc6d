import type { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/permissions'

export type RequestWords = Awaited<ReturnType<typeof getTranslations<'requests'>>>

interface Wish {
  kind: 'newSubscription' | 'addSeats' | 'removeSeats' | 'cancel'
  title: string
  quantity: number | null
}

/** A request in one line. */
export function summaryOf(t: RequestWords, { kind, title, quantity }: Wish): string {
  return t(`summary.${kind}`, { title, quantity: quantity ?? 0 })
}

/** The operator has no requests; it never gets this far. */
export function partnerKind({ organizationKind }: Actor): 'provider' | 'reseller' | 'customer' {
  return organizationKind === 'operator' ? 'provider' : organizationKind
}
