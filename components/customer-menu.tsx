import { CirclePlus, Layers, ReceiptText, UserCog, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import { RowMenu } from './row-menu'
import { MenuLink } from './ui/menu-entries'

/** What leads on from a customer in a list (spec 1.D, Customers). */
export function CustomerMenu({ actor, id, name }: { actor: Actor; id: string; name: string }) {
  const t = useTranslations('customers.menu')
  const path = `/customers/${id}`
  return (
    <RowMenu name={name}>
      {can(actor, 'order.create') ? (
        <MenuLink href={`${path}/new-subscription`} icon={<CirclePlus />}>
          {t('addSubscription')}
        </MenuLink>
      ) : null}
      <MenuLink href={path} icon={<Layers />}>
        {t('viewSubscriptions')}
      </MenuLink>
      <MenuLink href={`${path}/users`} icon={<Users />}>
        {t('users')}
      </MenuLink>
      <MenuLink href={`${path}/orders`} icon={<ReceiptText />}>
        {t('viewOrders')}
      </MenuLink>
      <MenuLink href={`${path}/account`} icon={<UserCog />}>
        {t('account')}
      </MenuLink>
    </RowMenu>
  )
}
