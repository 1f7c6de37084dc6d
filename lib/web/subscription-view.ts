import type { getSubscription, listSubscriptions } from '@/lib/domain/subscriptions/queries'

/** What the page of one subscription shows. */
export type SubscriptionView = Awaited<ReturnType<typeof getSubscription>>

export type SubscriptionRow = Awaited<ReturnType<typeof listSubscriptions>>['rows'][number]

export type ActOnSubscription = keyof SubscriptionView['possible']
