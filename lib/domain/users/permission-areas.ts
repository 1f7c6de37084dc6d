import { type OrganizationKind, type Permission, permissions, type Role, rolesThatMay } from '@/lib/access/permissions'

/** How the page about roles groups the permission table. */
export const areas = [
  'people',
  'partners',
  'invitations',
  'customers',
  'selling',
  'customerPeople',
  'joining',
  'insight',
] as const
export type Area = (typeof areas)[number]

type Subject = Permission extends infer Name ? (Name extends `${infer Head}.${string}` ? Head : never) : never

const areaOf: Record<Subject, Area> = {
  organization: 'people',
  user: 'people',
  organizationProfile: 'people',
  setupChecklist: 'people',
  signInRules: 'people',
  singleSignOn: 'people',
  partnership: 'partners',
  adminAccess: 'partners',
  partnerAgreement: 'partners',
  incentive: 'partners',
  providerCard: 'partners',
  invitation: 'invitations',
  invitationRequest: 'invitations',
  customer: 'customers',
  knownCustomer: 'customers',
  customerRelationship: 'customers',
  delegatedAdministration: 'customers',
  customerAgreement: 'customers',
  catalog: 'selling',
  order: 'selling',
  subscription: 'selling',
  resellerOfRecord: 'selling',
  supportContact: 'selling',
  tenantOwner: 'selling',
  purchaseRequest: 'selling',
  customerUser: 'customerPeople',
  license: 'customerPeople',
  enrollment: 'joining',
  membership: 'joining',
  verification: 'joining',
  activity: 'insight',
}

export interface PermittedAction {
  permission: Permission
  /** Each of them alone opens it. */
  roles: readonly Role[]
}

export interface AreaOfActions {
  area: Area
  actions: PermittedAction[]
}

/** What there is to do in a kind of organization, and which of the roles (all unless told) open it; without what none does. */
export function actionsByArea(kind: OrganizationKind, among?: readonly Role[]): AreaOfActions[] {
  const actions = permissions
    .map((permission) => ({ permission, roles: openers(permission, kind, among) }))
    .filter(({ roles }) => roles.length > 0)
  return areas
    .map((area) => ({ area, actions: actions.filter(({ permission }) => areaOf[subjectOf(permission)] === area) }))
    .filter((each) => each.actions.length > 0)
}

function openers(permission: Permission, kind: OrganizationKind, among: readonly Role[] | undefined): readonly Role[] {
  const all = rolesThatMay(permission, kind)
  return among ? all.filter((role) => among.includes(role)) : all
}

function subjectOf(permission: Permission): Subject {
  return permission.slice(0, permission.indexOf('.')) as Subject
}
