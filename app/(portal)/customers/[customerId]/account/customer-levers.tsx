import { getLocale } from 'next-intl/server'
import { LeverPanel } from '@/components/lever-panel'
import { getLevers } from '@/lib/domain/subscription-partners/queries'
import { read, requireActor } from '@/lib/web/page'
import { grantTenantOwnerAction, revokeTenantOwnerAction } from './lever-actions'

type CustomerLeversProps = { customerId: string; withoutRelationshipLink?: boolean }

/** The four levers of a customer, for its Account tab and for its own page of partner relationships. */
export async function CustomerLevers({ customerId, withoutRelationshipLink = false }: CustomerLeversProps) {
  const [actor, levers, locale] = await Promise.all([requireActor(), read(getLevers, { customerId }), getLocale()])
  return (
    <LeverPanel
      levers={levers}
      actor={actor}
      locale={locale}
      grantAction={grantTenantOwnerAction}
      revokeAction={revokeTenantOwnerAction}
      withoutRelationshipLink={withoutRelationshipLink}
    />
  )
}
