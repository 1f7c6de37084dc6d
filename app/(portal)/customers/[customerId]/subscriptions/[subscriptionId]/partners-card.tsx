import { SubscriptionPartners } from '@/components/subscription-partners'
import { getSubscriptionPartners } from '@/lib/domain/subscription-partners/queries'
import { read, requireActor } from '@/lib/web/page'
import { setResellerOfRecordAction, setSupportContactAction } from './partner-actions'

/** Reseller of record and designated support contact, for the page of a subscription. */
export async function PartnersCard({ recordId, subscriptionId }: { recordId: string | null; subscriptionId: string }) {
  const [actor, partners] = await Promise.all([requireActor(), read(getSubscriptionPartners, { subscriptionId })])
  return (
    <SubscriptionPartners
      partners={partners}
      recordId={recordId}
      actor={actor}
      resellerAction={setResellerOfRecordAction}
      supportAction={setSupportContactAction}
    />
  )
}
