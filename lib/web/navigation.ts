import { type Access, type Actor, can, type OrganizationKind } from '@/lib/access/permissions'
import type { Messages } from '@/lib/i18n/messages'

/** The left menu: an entry shows where the person may open the page. Labels are message keys of `shell`. */

export type MenuIcon =
  | 'account'
  | 'home'
  | 'orders'
  | 'subscriptions'
  | 'requests'
  | 'customers'
  | 'partners'
  | 'invitations'
  | 'activity'
  | 'relationships'
  | 'agreement'
  | 'incentives'
  | 'catalog'
  | 'organizations'
  | 'verification'
  | 'people'
  | 'roles'
  | 'signIn'

interface Entry {
  /** `{own}`: the id of the reader's organization. */
  href: string
  label: keyof Messages['navigation']
  icon: MenuIcon
  access: Access
  kinds: readonly OrganizationKind[]
  /** Below a heading of its own, which is a message key of `navigation`. */
  group?: 'accountSettings'
}

const entries: readonly Entry[] = [
  {
    href: '/dashboard',
    label: 'home',
    icon: 'home',
    access: 'signedIn',
    kinds: ['operator', 'provider', 'reseller', 'customer'],
  },
  {
    href: '/customers',
    label: 'customers',
    icon: 'customers',
    access: 'customer.list',
    kinds: ['provider', 'reseller'],
  },
  {
    href: '/subscriptions',
    label: 'subscriptions',
    icon: 'subscriptions',
    access: 'subscription.list',
    kinds: ['provider', 'reseller', 'customer'],
  },
  {
    href: '/orders',
    label: 'orders',
    icon: 'orders',
    access: 'order.list',
    kinds: ['provider', 'reseller', 'customer'],
  },
  {
    href: '/indirect-resellers',
    label: 'indirectResellers',
    icon: 'partners',
    access: 'partnership.list',
    kinds: ['provider'],
  },
  {
    href: '/indirect-providers',
    label: 'indirectProviders',
    icon: 'partners',
    access: 'partnership.list',
    kinds: ['reseller'],
  },
  {
    href: '/requests',
    label: 'requests',
    icon: 'requests',
    access: 'purchaseRequest.list',
    kinds: ['provider', 'reseller', 'customer'],
  },
  {
    href: '/invitations',
    label: 'invitations',
    icon: 'invitations',
    access: 'invitation.list',
    kinds: ['provider', 'reseller'],
  },
  {
    href: '/invitation-requests',
    label: 'invitationRequests',
    icon: 'invitations',
    access: 'invitationRequest.list',
    kinds: ['provider', 'reseller'],
  },
  {
    href: '/provider-card',
    label: 'providerCard',
    icon: 'partners',
    access: 'providerCard.edit',
    kinds: ['provider'],
  },
  {
    href: '/incentives',
    label: 'incentives',
    icon: 'incentives',
    access: 'incentive.view',
    kinds: ['provider', 'reseller'],
  },
  {
    href: '/settings',
    label: 'organizationProfile',
    icon: 'account',
    access: 'organizationProfile.view',
    kinds: ['operator', 'provider', 'reseller'],
    group: 'accountSettings',
  },
  {
    href: '/partner-agreement',
    label: 'partnerAgreement',
    icon: 'agreement',
    access: 'partnerAgreement.view',
    kinds: ['reseller'],
  },
  {
    href: '/pricing-and-offers',
    label: 'pricingAndOffers',
    icon: 'catalog',
    access: 'catalog.view',
    kinds: ['provider', 'reseller', 'customer'],
  },
  {
    href: '/verification',
    label: 'verification',
    icon: 'verification',
    access: 'verification.list',
    kinds: ['operator'],
  },
  {
    href: '/organizations',
    label: 'organizations',
    icon: 'organizations',
    access: 'organization.list',
    kinds: ['operator'],
  },
  {
    href: '/catalog-import',
    label: 'catalogImport',
    icon: 'catalog',
    access: 'catalog.import',
    kinds: ['operator'],
  },
  {
    href: '/customers/{own}/users',
    label: 'usersAndLicenses',
    icon: 'customers',
    access: 'customerUser.list',
    kinds: ['customer'],
  },
  {
    href: '/customers/{own}/account',
    label: 'account',
    icon: 'account',
    access: 'customer.view',
    kinds: ['customer'],
  },
  {
    href: '/partner-relationships',
    label: 'partnerRelationships',
    icon: 'relationships',
    access: 'customerRelationship.list',
    kinds: ['customer'],
  },
  {
    href: '/activity-log',
    label: 'activityLog',
    icon: 'activity',
    access: 'activity.list',
    kinds: ['operator', 'provider', 'reseller', 'customer'],
  },
  {
    href: '/user-management',
    label: 'userManagement',
    icon: 'people',
    access: 'user.list',
    kinds: ['operator', 'provider', 'reseller'],
    group: 'accountSettings',
  },
  {
    href: '/settings/single-sign-on',
    label: 'singleSignOn',
    icon: 'signIn',
    access: 'singleSignOn.manage',
    kinds: ['operator', 'provider', 'reseller', 'customer'],
    group: 'accountSettings',
  },
  {
    href: '/roles',
    label: 'roles',
    icon: 'roles',
    access: 'signedIn',
    kinds: ['operator', 'provider', 'reseller', 'customer'],
    group: 'accountSettings',
  },
]

/** All that a menu or the bar above it can say, as keys of `navigation`. */
export const menuWords = [...entries.map(({ label }) => label), 'accountSettings', 'mailbox', 'demoClock'] as const

type Shown = Omit<Entry, 'access' | 'kinds' | 'group'>

/** What the person may open: first the entries without a heading, then those of each group. */
export function menuOf(actor: Actor): { group: Entry['group'] | null; items: Shown[] }[] {
  const open = entries.filter(({ access, kinds }) => kinds.includes(actor.organizationKind) && can(actor, access))
  return [null, 'accountSettings' as const]
    .map((group) => ({ group, items: open.filter((entry) => (entry.group ?? null) === group).map(shownTo(actor)) }))
    .filter(({ items }) => items.length > 0)
}

function shownTo({ organizationId }: Actor) {
  return ({ href, label, icon }: Entry): Shown => ({ href: href.replace('{own}', organizationId), label, icon })
}
