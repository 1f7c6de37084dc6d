import { useTranslations } from 'next-intl'
import type { Actor, Permission } from '@/lib/access/permissions'
import { TextLink } from './ui/text-link'

/** Spec 0.6: what only a provider does, and others ask their partner for. */
const ordering: readonly Permission[] = [
  'customer.add',
  'order.create',
  'subscription.changeQuantity',
  'subscription.cancel',
  'subscription.schedule',
]

/** Where a refusal is no matter of roles: the way that this kind of organization has. */
export function AskInstead({ actor, permission }: { actor: Actor; permission: Permission }) {
  const [t, navigation] = [useTranslations('requests'), useTranslations('navigation')]
  const { organizationKind: kind } = actor
  if (!ordering.includes(permission) || (kind !== 'reseller' && kind !== 'customer')) return null
  const place = kind === 'reseller' ? 'customers' : 'subscriptions'
  return (
    <>
      <p>{t(`noneHint.${kind}`)}</p>
      <p className="mt-2">
        <TextLink href={`/${place}`}>{navigation(place)}</TextLink>
      </p>
    </>
  )
}
