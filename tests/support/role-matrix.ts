import type { Actor, OrganizationKind, Permission, Role } from '@/lib/access/permissions'

/**
 * The role matrix a second time, typed by hand from spec.md section 2 (2.1 wins over 2.2) without looking at
 * lib/access/permissions.ts: the policy and this copy must agree. Nothing in lib may import it.
 *
 * Columns: Global admin, User management admin, Billing admin, Admin agent, Sales agent, Helpdesk agent.
 */

const columns = {
  GA: 'globalAdmin',
  UMA: 'userManagementAdmin',
  BA: 'billingAdmin',
  AA: 'adminAgent',
  SA: 'salesAgent',
  HA: 'helpdeskAgent',
} as const satisfies Record<string, Role>

export const allRoles: readonly Role[] = Object.values(columns)
export const allKinds: readonly OrganizationKind[] = ['operator', 'provider', 'reseller', 'customer']

const everybody = 'GA UMA BA AA SA HA'

type Cells = Partial<Record<OrganizationKind, string>>

const matrix: Record<Permission, Cells> = {
  // Decided: the operator's Global admins and Admin agents review who joins, its helpdesk sees the queue and who takes part;
  // the applicant's Global admin answers.
  'verification.list': { operator: 'GA AA HA' },
  'verification.view': { operator: 'GA AA', provider: 'GA', reseller: 'GA' },
  'verification.review': { operator: 'GA AA' },
  'verification.answer': { provider: 'GA', reseller: 'GA' },
  'organization.list': { operator: 'GA AA HA' },
  // Only the operator of a portal lets organizations in.
  'organization.create': { operator: 'GA' },
  // An authorized provider does not rename itself.
  'organization.rename': { operator: 'GA' },
  // Who signs for the organization decides how its people sign in.
  'signInRules.set': { operator: 'GA', provider: 'GA', reseller: 'GA', customer: 'GA' },
  // Decided: where its people sign in is as far-reaching as any role.
  'singleSignOn.manage': { operator: 'GA', provider: 'GA', reseller: 'GA', customer: 'GA' },
  // Decided: the membership directory that the portal brings with it is the operator's.
  'membership.keep': { operator: 'GA' },
  // 1.B R1: with Global admin credentials of the work account; colleagues may follow it.
  'enrollment.view': { reseller: everybody },
  'enrollment.submit': { reseller: 'GA' },
  // 2.1: user management is for Global admin and User management admin; Admin agent cannot. Customers have one admin role.
  'user.create': { operator: 'GA UMA', provider: 'GA UMA', reseller: 'GA UMA', customer: 'GA' },
  // 2.1 and 2.2, View partner users / Create and edit users: not the Admin agent. Customers have pages of their own.
  'user.list': { operator: 'GA UMA', provider: 'GA UMA', reseller: 'GA UMA' },
  'user.manage': { operator: 'GA UMA', provider: 'GA UMA', reseller: 'GA UMA' },
  // 1.B R4: any CSP role.
  'partnership.list': { provider: everybody, reseller: everybody },
  // 2.2, Send partnership request (provider).
  'partnership.invite': { provider: 'GA UMA AA SA' },
  // 2.1: accept a partnership request from an indirect provider.
  'partnership.accept': { reseller: 'GA' },
  // 2.2, Remove partnership: ours GA + AA; conditional for Sales agent, which we read as no.
  'partnership.remove': { provider: 'GA AA' },
  // 2.2, Revoke provider's admin access to own account.
  'adminAccess.revoke': { reseller: 'GA' },
  // Decided: whoever may remove the partnership may use its admin access.
  'adminAccess.use': { provider: 'GA AA' },
  // Whoever may send invitations sees and manages those that were sent.
  'invitation.list': { provider: 'GA UMA AA SA', reseller: 'GA AA SA' },
  'invitation.manage': { provider: 'GA UMA AA SA', reseller: 'GA AA SA' },
  // 2.2, Search/view customers; the conditional cells of UMA and BA are a yes here.
  'customer.list': { provider: everybody, reseller: everybody },
  // 2.1: Admin agent may request delegated admin privileges, Helpdesk agent may not request a relationship; 2.2 adds SA.
  'customer.invite': { provider: 'GA AA SA', reseller: 'GA AA SA' },
  // 2.2, Two-party customer invitation (reseller).
  'customer.inviteWithProvider': { reseller: 'GA AA SA' },
  // 1.C C1-C3: customer global admin only.
  'customerRelationship.list': { customer: 'GA' },
  'customerRelationship.authorize': { customer: 'GA' },
  'customerRelationship.end': { customer: 'GA' },
  'delegatedAdministration.remove': { customer: 'GA' },
  // 2.2, Catalogue, prices: HA no; resellers and customers see their own prices only.
  'catalog.view': { provider: 'GA UMA BA AA SA', reseller: 'GA UMA BA AA SA', customer: 'GA' },
  // Decided: the portal has one catalogue, kept by its operator.
  'catalog.import': { operator: 'GA' },
  // 2.2, Search/view customers; a customer looks at itself.
  'customer.view': { provider: everybody, reseller: everybody, customer: 'GA' },
  // 2.2, Add customer (provider).
  'customer.add': { provider: 'GA UMA AA SA' },
  // 2.2, Edit customer contact details.
  'customer.editContact': { provider: 'GA AA SA HA', reseller: 'GA AA SA HA', customer: 'GA' },
  // 2.2, Edit customer billing info.
  'customer.editBilling': { provider: 'GA BA AA SA', customer: 'GA' },
  // 2.2, Attest customer agreement: provider only, not the Global admin.
  'customerAgreement.attest': { provider: 'AA SA' },
  // 2.2 says nothing; whoever sees customers sees what they bought.
  'order.list': { provider: everybody, reseller: everybody, customer: 'GA' },
  // 2.2, Place order: HA never buys, the conditional cell of BA is a no.
  'order.create': { provider: 'GA AA SA' },
  // As order.list.
  'subscription.list': { provider: everybody, reseller: everybody, customer: 'GA' },
  // 2.1, manage subscriptions on behalf of customers.
  'subscription.rename': { provider: 'GA AA SA HA', reseller: 'GA AA SA HA' },
  // 2.1 and 2.2, Suspend / reactivate: HA outside of the Office 365 family.
  'subscription.suspend': { provider: 'GA AA SA HA', reseller: 'GA AA SA HA' },
  // 2.2, quantity: HA outside of the Office 365 family; resellers ask their provider (0.6).
  'subscription.changeQuantity': { provider: 'GA AA SA HA' },
  // 2.1: for Office 365 subscriptions a Helpdesk agent is not enough.
  'subscription.administerOffice365': { provider: 'GA AA SA', reseller: 'GA AA SA' },
  // 2.2, Cancel; HA may suspend and change quantity, no more.
  'subscription.cancel': { provider: 'GA AA SA' },
  // As placing orders: a renewal is a purchase.
  'subscription.schedule': { provider: 'GA AA SA' },
  // 2.2, Set reseller MPN ID on subscription.
  'resellerOfRecord.set': { provider: 'GA AA SA' },
  // 2.2, Set designated support contact.
  'supportContact.set': { provider: 'GA AA HA' },
  // S1 table, Azure owner: an act of administration on behalf.
  'tenantOwner.set': { provider: 'GA AA', customer: 'GA' },
  // Whoever manages them or their licenses.
  'customerUser.list': { provider: 'GA UMA AA SA HA', reseller: 'GA UMA AA SA HA', customer: 'GA' },
  // 2.2, Customer users: create, delete, restore.
  'customerUser.manage': { provider: 'GA UMA AA', reseller: 'GA UMA AA', customer: 'GA' },
  // 2.2, Customer users: HA reset only.
  'customerUser.resetPassword': { provider: 'GA UMA AA HA', reseller: 'GA UMA AA HA', customer: 'GA' },
  // 2.2, CSV user upload: ours + AA.
  'customerUser.import': { provider: 'GA AA', reseller: 'GA AA', customer: 'GA' },
  // 2.2, Bulk licence assign/revoke.
  'license.assign': { provider: 'GA UMA AA SA HA', reseller: 'GA UMA AA SA HA', customer: 'GA' },
  // Decided: as seeing orders.
  'purchaseRequest.list': { provider: everybody, reseller: everybody, customer: 'GA' },
  // 0.6, Ask my provider: whoever manages subscriptions on behalf of customers.
  'purchaseRequest.create': { reseller: 'GA AA SA HA', customer: 'GA' },
  // As placing orders.
  'purchaseRequest.decide': { provider: 'GA AA SA', reseller: 'GA AA SA' },
  // 2.2, Business profile: GA only.
  'providerCard.edit': { provider: 'GA' },
  // Decided for R0: as sending partnership requests; a reseller's people who may ask customers may ask providers.
  'invitationRequest.list': { provider: 'GA UMA AA SA', reseller: 'GA AA SA' },
  'invitationRequest.ask': { reseller: 'GA AA SA' },
  'invitationRequest.answer': { provider: 'GA UMA AA SA' },
  // R8: whoever may request a relationship with a customer.
  'knownCustomer.manage': { reseller: 'GA AA SA' },
  // 2.2, Sign partner agreement: GA only. Decided: colleagues see whether it is signed, and by whom.
  'partnerAgreement.view': { reseller: everybody },
  'partnerAgreement.sign': { reseller: 'GA' },
  // 2.2, View partner profiles: everybody but the Helpdesk agent (2.1). The operator sees its own basics.
  'organizationProfile.view': { operator: 'GA UMA AA', provider: 'GA UMA BA AA SA', reseller: 'GA UMA BA AA SA' },
  // A part of the organization's own profile; only resellers give providers access.
  'adminAccess.list': { reseller: 'GA UMA BA AA SA' },
  // 2.2, Edit legal profile.
  'organizationProfile.edit': { provider: 'GA', reseller: 'GA' },
  // 1.B R9, decided: whoever leads the organization, adds its people or wins its partners and customers.
  'setupChecklist.view': { operator: 'GA', provider: 'GA UMA AA', reseller: 'GA UMA AA', customer: 'GA' },
  // 2.2 names no role; whoever deals with money and sales.
  'incentive.view': { provider: 'GA BA AA SA', reseller: 'GA BA AA SA' },
  // 2.2, Activity log view: every partner role; elsewhere the Global admin.
  'activity.list': { operator: 'GA', provider: everybody, reseller: everybody, customer: 'GA' },
}

export const matrixPermissions = Object.keys(matrix) as Permission[]

/** What the matrix says of one role in one kind of organization. */
export function matrixAllows(permission: Permission, kind: OrganizationKind, role: Role | null): boolean {
  if (role === null) return false
  const cells = matrix[permission][kind]
  return cells?.split(' ').some((column) => columns[column as keyof typeof columns] === role) ?? false
}

/** The operations nobody needs a role for, as they are pinned in the sweep. */
export type OpenAccess = 'public' | 'identified' | 'signedIn'

export type Admission =
  | 'ok'
  | 'not_signed_in'
  | 'password_change_required'
  | 'second_factor_required'
  | 'verification_pending'
  | 'role_missing'

/** What people of an organization that is not verified may do: finish joining. */
const openBeforeVerification: readonly string[] = [
  'activity.list',
  'enrollment.view',
  'enrollment.submit',
  'verification.view',
  'verification.answer',
]

/** Whether this caller gets past the door of an operation, as the specification has it. */
export function admission(access: OpenAccess | Permission, caller: Actor | null): Admission {
  if (access === 'public') return 'ok'
  if (!caller) return 'not_signed_in'
  if (access === 'identified') return 'ok'
  if (caller.mustChangePassword) return 'password_change_required'
  if (caller.mustAddSecondFactor) return 'second_factor_required'
  if (access === 'signedIn') return 'ok'
  const { organizationKind, roles } = caller
  if (!roles.some((role) => matrixAllows(access, organizationKind, role))) return 'role_missing'
  return caller.vettingStatus === 'Authorized' || openBeforeVerification.includes(access)
    ? 'ok'
    : 'verification_pending'
}
