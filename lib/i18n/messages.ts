import type { Locale } from './locale'

/** One file a noun. The file name is the namespace. */
const namespaces = [
  'accountSetup',
  'activity',
  'agreements',
  'auth',
  'catalog',
  'customers',
  'customerUsers',
  'demoClock',
  'directory',
  'drafts',
  'enrollment',
  'errors',
  'exports',
  'home',
  'incentives',
  'invitations',
  'knownCustomers',
  'levers',
  'licenses',
  'mail',
  'mailbox',
  'navigation',
  'notices',
  'notifications',
  'onboarding',
  'operator',
  'orders',
  'organizationProfile',
  'partnerships',
  'partnerUsers',
  'profile',
  'public',
  'requests',
  'roles',
  'security',
  'setup',
  'shell',
  'singleSignOn',
  'subscriptions',
  'terms',
  'ui',
  'verification',
] as const

/** The shape of all visible text; Russian has the same, which a test sees to. */
export interface Messages {
  accountSetup: typeof import('./messages/en/accountSetup.json')
  activity: typeof import('./messages/en/activity.json')
  agreements: typeof import('./messages/en/agreements.json')
  auth: typeof import('./messages/en/auth.json')
  catalog: typeof import('./messages/en/catalog.json')
  customers: typeof import('./messages/en/customers.json')
  customerUsers: typeof import('./messages/en/customerUsers.json')
  demoClock: typeof import('./messages/en/demoClock.json')
  directory: typeof import('./messages/en/directory.json')
  drafts: typeof import('./messages/en/drafts.json')
  enrollment: typeof import('./messages/en/enrollment.json')
  errors: typeof import('./messages/en/errors.json')
  exports: typeof import('./messages/en/exports.json')
  home: typeof import('./messages/en/home.json')
  incentives: typeof import('./messages/en/incentives.json')
  invitations: typeof import('./messages/en/invitations.json')
  knownCustomers: typeof import('./messages/en/knownCustomers.json')
  levers: typeof import('./messages/en/levers.json')
  licenses: typeof import('./messages/en/licenses.json')
  mail: typeof import('./messages/en/mail.json')
  mailbox: typeof import('./messages/en/mailbox.json')
  navigation: typeof import('./messages/en/navigation.json')
  notices: typeof import('./messages/en/notices.json')
  notifications: typeof import('./messages/en/notifications.json')
  onboarding: typeof import('./messages/en/onboarding.json')
  operator: typeof import('./messages/en/operator.json')
  orders: typeof import('./messages/en/orders.json')
  organizationProfile: typeof import('./messages/en/organizationProfile.json')
  partnerships: typeof import('./messages/en/partnerships.json')
  partnerUsers: typeof import('./messages/en/partnerUsers.json')
  profile: typeof import('./messages/en/profile.json')
  public: typeof import('./messages/en/public.json')
  requests: typeof import('./messages/en/requests.json')
  security: typeof import('./messages/en/security.json')
  roles: typeof import('./messages/en/roles.json')
  setup: typeof import('./messages/en/setup.json')
  shell: typeof import('./messages/en/shell.json')
  singleSignOn: typeof import('./messages/en/singleSignOn.json')
  subscriptions: typeof import('./messages/en/subscriptions.json')
  terms: typeof import('./messages/en/terms.json')
  ui: typeof import('./messages/en/ui.json')
  verification: typeof import('./messages/en/verification.json')
}

/** How the types of the activity log name their messages: dots would nest. */
export type DotsAsUnderscores<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? `${Head}_${DotsAsUnderscores<Tail>}`
  : Name

export function underscored<Name extends string>(name: Name): DotsAsUnderscores<Name> {
  return name.replaceAll('.', '_') as DotsAsUnderscores<Name>
}

/** All visible text of a language. Read once: it is part of the build. */
export function loadMessages(locale: Locale): Promise<Messages> {
  loaded[locale] ??= readMessages(locale)
  return loaded[locale]
}

const loaded: Partial<Record<Locale, Promise<Messages>>> = {}

async function readMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    namespaces.map(async (namespace) => [namespace, (await import(`./messages/${locale}/${namespace}.json`)).default]),
  )
  return Object.fromEntries(files)
}
