/**
 * Who may do what. The only place that names roles next to permissions: the server, the buttons, the menu and the
 * explanation of a refusal all read this table. Source: spec 2.1 (S2's own table wins) and 2.2.
 */

export const roles = [
  'globalAdmin',
  'userManagementAdmin',
  'billingAdmin',
  'adminAgent',
  'salesAgent',
  'helpdeskAgent',
] as const
export type Role = (typeof roles)[number]

// S2: two levels a person has at most one role of each; business roles come on top. The strongest stands first.
export const agentRoles = ['adminAgent', 'salesAgent', 'helpdeskAgent'] as const satisfies readonly Role[]
export const adminRoles = ['globalAdmin', 'userManagementAdmin'] as const satisfies readonly Role[]
export const businessRoles = ['billingAdmin'] as const satisfies readonly Role[]
/** Whose last holder an organization cannot do without, and of whom it had better have two. */
export const highestRole: Role = 'globalAdmin'

export const organizationKinds = ['operator', 'provider', 'reseller', 'customer'] as const
export type OrganizationKind = (typeof organizationKinds)[number]

type Grant = Partial<Record<OrganizationKind, readonly Role[]>>

const everyRole = roles
const accountAdmins = ['globalAdmin', 'userManagementAdmin'] as const
// S2: a Helpdesk agent may not ask a customer for a relationship.
const customerInviters = ['globalAdmin', 'adminAgent', 'salesAgent'] as const
const partnershipInviters = ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'] as const
const globalAdminOnly = ['globalAdmin'] as const
// S2: a Helpdesk agent may not view partner profiles.
const profileReaders = ['globalAdmin', 'userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'] as const
const setupReaders = ['globalAdmin', 'userManagementAdmin', 'adminAgent'] as const

const policy = {
  'organization.create': { operator: globalAdminOnly },
  // Customers and resellers have signed with a provider's name: only who runs the portal changes it.
  'organization.rename': { operator: globalAdminOnly },
  'membership.keep': { operator: globalAdminOnly },
  // S2: the Global admin of the work account enrolls; colleagues follow it.
  'enrollment.view': { reseller: everyRole },
  'enrollment.submit': { reseller: globalAdminOnly },
  'user.create': {
    operator: accountAdmins,
    provider: accountAdmins,
    reseller: accountAdmins,
    customer: globalAdminOnly,
  },
  // S2: user management is for Global admins and User management admins. Customers have people pages of their own.
  'user.list': { operator: accountAdmins, provider: accountAdmins, reseller: accountAdmins },
  'user.manage': { operator: accountAdmins, provider: accountAdmins, reseller: accountAdmins },
  'partnership.list': { provider: everyRole, reseller: everyRole },
  'partnership.invite': { provider: partnershipInviters },
  // S2: only a Global admin may accept a partnership request.
  'partnership.accept': { reseller: globalAdminOnly },
  'partnership.remove': { provider: ['globalAdmin', 'adminAgent'] },
  'adminAccess.revoke': { reseller: globalAdminOnly },
  'adminAccess.list': { reseller: profileReaders },
  'adminAccess.use': { provider: ['globalAdmin', 'adminAgent'] },
  'invitation.list': { provider: partnershipInviters, reseller: customerInviters },
  'invitation.manage': { provider: partnershipInviters, reseller: customerInviters },
  'customer.list': { provider: everyRole, reseller: everyRole },
  'customer.invite': { provider: customerInviters, reseller: customerInviters },
  'customer.inviteWithProvider': { reseller: customerInviters },
  'customerRelationship.list': { customer: globalAdminOnly },
  'customerRelationship.authorize': { customer: globalAdminOnly },
  'customerRelationship.end': { customer: globalAdminOnly },
  'delegatedAdministration.remove': { customer: globalAdminOnly },
  'catalog.view': {
    provider: ['globalAdmin', 'userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'],
    reseller: ['globalAdmin', 'userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'],
    customer: ['globalAdmin'],
  },
  'catalog.import': { operator: ['globalAdmin'] },
  'customer.view': { provider: everyRole, reseller: everyRole, customer: ['globalAdmin'] },
  'customer.add': { provider: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'] },
  'customer.editContact': {
    provider: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    customer: ['globalAdmin'],
  },
  'customer.editBilling': {
    provider: ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'],
    customer: ['globalAdmin'],
  },
  'customerAgreement.attest': { provider: ['adminAgent', 'salesAgent'] },
  'order.list': { provider: everyRole, reseller: everyRole, customer: ['globalAdmin'] },
  'order.create': { provider: ['globalAdmin', 'adminAgent', 'salesAgent'] },
  'subscription.list': { provider: everyRole, reseller: everyRole, customer: ['globalAdmin'] },
  'subscription.rename': {
    provider: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
  },
  'subscription.suspend': {
    provider: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
  },
  'subscription.changeQuantity': { provider: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] },
  'subscription.administerOffice365': {
    provider: ['globalAdmin', 'adminAgent', 'salesAgent'],
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent'],
  },
  'subscription.cancel': { provider: ['globalAdmin', 'adminAgent', 'salesAgent'] },
  'subscription.schedule': { provider: ['globalAdmin', 'adminAgent', 'salesAgent'] },
  'resellerOfRecord.set': { provider: ['globalAdmin', 'adminAgent', 'salesAgent'] },
  'supportContact.set': { provider: ['globalAdmin', 'adminAgent', 'helpdeskAgent'] },
  'tenantOwner.set': { provider: ['globalAdmin', 'adminAgent'], customer: ['globalAdmin'] },
  'customerUser.list': {
    provider: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    customer: ['globalAdmin'],
  },
  'customerUser.manage': {
    provider: ['globalAdmin', 'userManagementAdmin', 'adminAgent'],
    reseller: ['globalAdmin', 'userManagementAdmin', 'adminAgent'],
    customer: ['globalAdmin'],
  },
  'customerUser.resetPassword': {
    provider: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'helpdeskAgent'],
    customer: ['globalAdmin'],
  },
  'customerUser.import': {
    provider: ['globalAdmin', 'adminAgent'],
    reseller: ['globalAdmin', 'adminAgent'],
    customer: ['globalAdmin'],
  },
  'license.assign': {
    provider: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    reseller: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    customer: ['globalAdmin'],
  },
  'purchaseRequest.list': { provider: everyRole, reseller: everyRole, customer: ['globalAdmin'] },
  'purchaseRequest.create': {
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'],
    customer: ['globalAdmin'],
  },
  'purchaseRequest.decide': {
    provider: ['globalAdmin', 'adminAgent', 'salesAgent'],
    reseller: ['globalAdmin', 'adminAgent', 'salesAgent'],
  },
  // Spec 2.2, Business profile.
  'providerCard.edit': { provider: globalAdminOnly },
  // R0: whoever may invite answers; whoever invites customers for a reseller looks for its providers, too.
  'invitationRequest.list': { provider: partnershipInviters, reseller: customerInviters },
  'invitationRequest.ask': { reseller: customerInviters },
  'invitationRequest.answer': { provider: partnershipInviters },
  'knownCustomer.manage': { reseller: customerInviters },
  // Spec 2.2: only a Global admin signs for the company; colleagues see whether and who.
  'partnerAgreement.view': { reseller: everyRole },
  'partnerAgreement.sign': { reseller: globalAdminOnly },
  'organizationProfile.view': {
    // An operator sells nothing and bills nobody.
    operator: ['globalAdmin', 'userManagementAdmin', 'adminAgent'],
    provider: profileReaders,
    reseller: profileReaders,
  },
  'organizationProfile.edit': { provider: globalAdminOnly, reseller: globalAdminOnly },
  // Whoever may do something on the checklist of what an organization still needs.
  'setupChecklist.view': {
    operator: globalAdminOnly,
    provider: setupReaders,
    reseller: setupReaders,
    customer: globalAdminOnly,
  },
  'incentive.view': {
    provider: ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'],
    reseller: ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent'],
  },
  // The operator answers for who takes part: it reviews, and its helpdesk sees what waits.
  'verification.list': { operator: ['globalAdmin', 'adminAgent', 'helpdeskAgent'] },
  'verification.view': {
    operator: ['globalAdmin', 'adminAgent'],
    provider: globalAdminOnly,
    reseller: globalAdminOnly,
  },
  'verification.review': { operator: ['globalAdmin', 'adminAgent'] },
  'verification.answer': { provider: globalAdminOnly, reseller: globalAdminOnly },
  'organization.list': { operator: ['globalAdmin', 'adminAgent', 'helpdeskAgent'] },
  // Who decides how people of the organization sign in.
  'signInRules.set': {
    operator: globalAdminOnly,
    provider: globalAdminOnly,
    reseller: globalAdminOnly,
    customer: globalAdminOnly,
  },
  // Where they sign in: whoever decides about it could let anybody in.
  'singleSignOn.manage': {
    operator: globalAdminOnly,
    provider: globalAdminOnly,
    reseller: globalAdminOnly,
    customer: globalAdminOnly,
  },
  'activity.list': { operator: globalAdminOnly, provider: everyRole, reseller: everyRole, customer: globalAdminOnly },
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof policy

/** All permissions, for tables and tests. */
export const permissions = Object.keys(policy) as Permission[]

/**
 * What an operation asks of its caller: `public` nobody in particular, `identified` somebody signed in even with a
 * temporary password or without the second factor they owe, `signedIn` somebody who owes nothing, or one permission.
 */
export type Access = 'public' | 'identified' | 'signedIn' | Permission

/** What people of an organization may do that is not verified yet: finish joining, and follow what happens. */
const openBeforeVerification: readonly Access[] = [
  'activity.list',
  'enrollment.view',
  'enrollment.submit',
  'verification.view',
  'verification.answer',
]

export const vettingStatuses = ['None', 'Pending', 'Authorized', 'Rejected'] as const
export type VettingStatus = (typeof vettingStatuses)[number]

/** Who acts, read afresh for each request. */
export interface Actor {
  userId: string
  sessionId: string
  email: string
  fullName: string
  roles: readonly Role[]
  organizationId: string
  organizationKind: OrganizationKind
  organizationName: string
  organizationDomain: string
  region: string
  vettingStatus: VettingStatus
  locale: 'en' | 'ru'
  theme: 'system' | 'light' | 'dark'
  timeZone: string
  mustChangePassword: boolean
  /** The organization asks for a second factor, and this person has none yet. */
  mustAddSecondFactor: boolean
  hasSecondFactor: boolean
  /** When this session's person last typed a password or a code, or signed in anew at the issuer. By the clock of the database. */
  confirmedAt: Date
  /** Notifications not read yet, counted up to 100. */
  unread: number
}

/** Somebody who owes the portal nothing: the rest of an actor whose organization and roles are known. */
export function owingNothing() {
  return {
    mustChangePassword: false,
    mustAddSecondFactor: false,
    hasSecondFactor: false,
    vettingStatus: 'Authorized',
    confirmedAt: new Date(),
    unread: 0,
  } as const
}

/** Whether the caller's organization kind and roles allow the access. Rules that depend on a row live in the domain. */
export function can(actor: Actor | null, access: Access): boolean {
  if (access === 'public') return true
  if (!actor) return false
  if (access === 'identified') return true
  if (actor.mustChangePassword || actor.mustAddSecondFactor) return false
  if (access === 'signedIn') return true
  if (actor.vettingStatus !== 'Authorized' && !openBeforeVerification.includes(access)) return false
  const allowed = rolesThatMay(access, actor.organizationKind)
  return actor.roles.some((role) => allowed.includes(role))
}

/** Whose account opens the most: they are asked, again and again, to protect it with a second factor. */
export function isUrgedToAddSecondFactor(actor: Actor): boolean {
  const everything = actor.organizationKind === 'operator' || actor.roles.includes('globalAdmin')
  return everything && !actor.hasSecondFactor
}

/** The roles that give a permission within one kind of organization; empty when the kind has no part in it. */
export function rolesThatMay(permission: Permission, kind: OrganizationKind): readonly Role[] {
  const grant: Grant = policy[permission]
  return grant[kind] ?? []
}

/** The roles that open anything in a kind of organization. */
export function rolesOf(kind: OrganizationKind): readonly Role[] {
  return roles.filter((role) => permissions.some((permission) => rolesThatMay(permission, kind).includes(role)))
}

export function isPermission(access: string): access is Permission {
  return Object.hasOwn(policy, access)
}
