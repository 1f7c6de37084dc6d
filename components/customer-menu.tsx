import { CirclePlus, Layers, ReceiptText, UserCog, Users } from './ui/icons'
import { MenuLink } from './ui/menu-entries'

export type CustomerMenuWords = Record<
  'addSubscription' | 'viewSubscriptions' | 'users' | 'viewOrders' | 'account',
  string
>

/** What leads on from a customer in a list (spec 1.D, Customers). */
export function customerEntries(customerId: string, words: CustomerMenuWords, mayOrder: boolean) {
  const path = `/customers/${customerId}`
  return (
    <>
      {mayOrder ? (
        <MenuLink href={`${path}/new-subscription`} icon={<CirclePlus />}>
          {words.addSubscription}
        </MenuLink>
      ) : null}
      <MenuLink href={path} icon={<Layers />}>
        {words.viewSubscriptions}
      </MenuLink>
      <MenuLink href={`${path}/users`} icon={<Users />}>
        {words.users}
      </MenuLink>
      <MenuLink href={`${path}/orders`} icon={<ReceiptText />}>
        {words.viewOrders}
      </MenuLink>
      <MenuLink href={`${path}/account`} icon={<UserCog />}>
        {words.account}
      </MenuLink>
    </>
  )
}
