import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectDirectory } from '@/prisma/launch/entry'

// Every way into the built portal, pinned: an action or a route that is added without a line here fails the build's test.

/** Server actions with the file they stand in and, where a test needs one, a path their page is at. */
export const pinnedActions = {
  updatePreferencesAction: 'app/preferences/actions.ts',
  signOutAction: 'app/preferences/actions.ts',
  signInAction: 'app/(auth)/sign-in/actions.ts',
  changePasswordAction: 'app/(auth)/set-password/actions.ts',
  choosePasswordAction: 'app/choose-password/[token]/actions.ts',
  finishSignInAction: 'app/(auth)/sign-in/code/actions.ts',
  confirmIdentityAction: 'app/(auth)/confirm-identity/actions.ts',
  beginSecondFactorAction: 'app/(auth)/second-factor/actions.ts',
  addSecondFactorAction: 'app/(auth)/second-factor/actions.ts',
  changeOwnPasswordAction: 'app/(portal)/account/security/actions.ts',
  removeSecondFactorAction: 'app/(portal)/account/security/actions.ts',
  renewRecoveryCodesAction: 'app/(portal)/account/security/actions.ts',
  requireSecondFactorAction: 'app/(portal)/account/security/actions.ts',
  endSessionAction: 'app/(portal)/account/sessions/actions.ts',
  endOtherSessionsAction: 'app/(portal)/account/sessions/actions.ts',
  forgotPasswordAction: 'app/(auth)/forgot-password/actions.ts',
  grantTenantOwnerAction: 'app/(portal)/customers/[customerId]/account/lever-actions.ts',
  revokeTenantOwnerAction: 'app/(portal)/customers/[customerId]/account/lever-actions.ts',
  setResellerOfRecordAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/partner-actions.ts',
  setSupportContactAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/partner-actions.ts',
  inviteCustomerAction: 'app/(portal)/customers/request-relationship/actions.ts',
  restoreCustomerUserAction: 'app/(portal)/customers/[customerId]/users/actions.ts',
  addCustomerUserAction: 'app/(portal)/customers/[customerId]/users/new/actions.ts',
  importCustomerUsersAction: 'app/(portal)/customers/[customerId]/users/upload/actions.ts',
  changeLicensesAction: 'app/(portal)/customers/[customerId]/users/licenses/actions.ts',
  changePersonLicensesAction: 'app/(portal)/customers/[customerId]/users/[userId]/actions.ts',
  editCustomerUserAction: 'app/(portal)/customers/[customerId]/users/[userId]/actions.ts',
  resetCustomerUserPasswordAction: 'app/(portal)/customers/[customerId]/users/[userId]/actions.ts',
  deleteCustomerUserAction: 'app/(portal)/customers/[customerId]/users/[userId]/actions.ts',
  revokeAdminAccessAction: 'app/(portal)/indirect-providers/actions.ts',
  inviteCustomerWithProviderAction: 'app/(portal)/indirect-providers/[providerId]/invite-customers/actions.ts',
  removePartnershipAction: 'app/(portal)/indirect-resellers/remove/[partnershipId]/actions.ts',
  requestPartnershipAction: 'app/(portal)/indirect-resellers/request-partnership/actions.ts',
  remindInvitationAction: 'app/(portal)/invitations/[invitationId]/actions.ts',
  resendInvitationAction: 'app/(portal)/invitations/[invitationId]/actions.ts',
  revokeInvitationAction: 'app/(portal)/invitations/[invitationId]/actions.ts',
  discloseInvitationAction: 'app/(portal)/invitations/[invitationId]/actions.ts',
  setResellersOfRecordAction: 'app/(portal)/incentives/missing/actions.ts',
  changeLegalProfileAction: 'app/(portal)/settings/legal-profile/actions.ts',
  changePrimaryContactAction: 'app/(portal)/settings/contact/actions.ts',
  changeSupportProfileAction: 'app/(portal)/settings/support/actions.ts',
  withdrawAdminAccessAction: 'app/(portal)/settings/admin-access/actions.ts',
  signPartnerAgreementAction: 'app/(portal)/partner-agreement/actions.ts',
  removeDelegatedAdministrationAction: 'app/(portal)/partner-relationships/actions.ts',
  endRelationshipAction: 'app/(portal)/partner-relationships/actions.ts',
  checkNewCustomerAction: 'app/(portal)/customers/new/actions.ts',
  submitNewCustomerAction: 'app/(portal)/customers/new/actions.ts',
  issueHandoverAction: 'app/(portal)/customers/[customerId]/account/actions.ts',
  attestAgreementAction: 'app/(portal)/customers/[customerId]/account/actions.ts',
  changeContactAction: 'app/(portal)/customers/[customerId]/account/actions.ts',
  changeBillingAction: 'app/(portal)/customers/[customerId]/account/actions.ts',
  addToCartAction: 'app/(portal)/customers/[customerId]/new-subscription/actions.ts',
  changeCartItemAction: 'app/(portal)/customers/[customerId]/cart/actions.ts',
  removeCartItemAction: 'app/(portal)/customers/[customerId]/cart/actions.ts',
  emptyCartAction: 'app/(portal)/customers/[customerId]/cart/actions.ts',
  submitCartAction: 'app/(portal)/customers/[customerId]/cart/actions.ts',
  previewQuantityAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  changeQuantityAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  advanceClockAction: 'app/(portal)/demo-clock/actions.ts',
  acceptHandoverAction: 'app/hand-over/[token]/actions.ts',
  confirmAccountSetupAction: 'app/confirm/[token]/actions.ts',
  acceptPartnershipAction: 'app/invite/[token]/actions.ts',
  declinePartnershipAction: 'app/invite/[token]/actions.ts',
  authorizeRelationshipsAction: 'app/invite/[token]/actions.ts',
  declineCustomerInvitationAction: 'app/invite/[token]/actions.ts',
  recordOpeningAction: 'app/invite/[token]/actions.ts',
  beginAccountSetupAction: 'app/invite/[token]/set-up/actions.ts',
  beginWorkAccountAction: 'app/(public)/enroll/create/actions.ts',
  signInToMembershipAction: 'app/(public)/enroll/membership/sign-in/actions.ts',
  chooseProfileAction: 'app/(public)/enroll/profile/actions.ts',
  keepLegalProfileAction: 'app/(public)/enroll/legal/actions.ts',
  keepContactAction: 'app/(public)/enroll/contact/actions.ts',
  keepSupportAction: 'app/(public)/enroll/support/actions.ts',
  enrollNowAction: 'app/(public)/enroll/review/actions.ts',
  createPurchaseRequestAction: 'app/(portal)/requests/new/actions.ts',
  approvePurchaseRequestAction: 'app/(portal)/requests/[requestId]/actions.ts',
  forwardPurchaseRequestAction: 'app/(portal)/requests/[requestId]/actions.ts',
  declinePurchaseRequestAction: 'app/(portal)/requests/[requestId]/actions.ts',
  withdrawPurchaseRequestAction: 'app/(portal)/requests/[requestId]/actions.ts',
  commentOnPurchaseRequestAction: 'app/(portal)/requests/[requestId]/actions.ts',
  renameSubscriptionAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  suspendSubscriptionAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  reactivateSubscriptionAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  cancelSubscriptionAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  scheduleRenewalAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  upgradeSubscriptionAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
  convertTrialAction: 'app/(portal)/customers/[customerId]/subscriptions/[subscriptionId]/actions.ts',
} as const

export type ActionName = keyof typeof pinnedActions

export const pinnedRoutes = [
  '/',
  '/_global-error',
  '/_not-found',
  '/account/security',
  '/account/sessions',
  '/activity-log',
  '/activity-log/export',
  '/api/auth/[...nextauth]',
  '/api/health/live',
  '/api/health/ready',
  '/catalog-import',
  '/choose-password/[token]',
  '/confirm-identity',
  '/confirm/[token]',
  '/customers',
  '/customers/[customerId]',
  '/customers/[customerId]/account',
  '/customers/[customerId]/activity',
  '/customers/[customerId]/subscriptions/[subscriptionId]',
  '/customers/[customerId]/cart',
  '/customers/[customerId]/new-subscription',
  '/customers/[customerId]/orders',
  '/customers/[customerId]/orders/[orderId]',
  '/customers/[customerId]/orders/export',
  '/customers/[customerId]/users/export',
  '/customers/[customerId]/users',
  '/customers/[customerId]/users/[userId]',
  '/customers/[customerId]/users/licenses',
  '/customers/[customerId]/users/new',
  '/customers/[customerId]/users/upload',
  '/customers/export',
  '/customers/new',
  '/customers/new/domain',
  '/customers/request-relationship',
  '/dashboard',
  '/demo-clock',
  '/forgot-password',
  '/enroll',
  '/enroll/account',
  '/enroll/contact',
  '/enroll/create',
  '/enroll/legal',
  '/enroll/membership',
  '/enroll/membership/sign-in',
  '/enroll/profile',
  '/enroll/review',
  '/enroll/status',
  '/enroll/support',
  '/hand-over/[token]',
  '/incentives',
  '/incentives/export',
  '/incentives/missing',
  '/indirect-providers',
  '/indirect-providers/[providerId]/invite-customers',
  '/indirect-resellers',
  '/indirect-resellers/[resellerId]',
  '/indirect-resellers/remove/[partnershipId]',
  '/indirect-resellers/request-partnership',
  '/invitations',
  '/invitations/[invitationId]',
  '/invite/[token]',
  '/invite/[token]/set-up',
  '/mailbox',
  '/mailbox/[messageId]',
  '/no-access',
  '/partner-agreement',
  '/orders',
  '/orders/export',
  '/partner-relationships',
  '/pricing-and-offers',
  '/requests',
  '/requests/[requestId]',
  '/requests/new',
  '/second-factor',
  '/set-password',
  '/settings',
  '/settings/admin-access',
  '/settings/contact',
  '/settings/legal-profile',
  '/settings/setup',
  '/settings/support',
  '/sign-in',
  '/sign-in/code',
  '/subscriptions',
  '/subscriptions/export',
] as const

export type RoutePath = (typeof pinnedRoutes)[number]

interface ActionManifest {
  node: Record<string, { exportedName: string; filename: string }>
  edge: Record<string, unknown>
}

function readBuild<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(projectDirectory, '.next', file), 'utf8')) as Content
}

/** The actions of the build: id, name and file. */
export function builtActions(): { id: string; name: string; file: string }[] {
  const { node, edge } = readBuild<ActionManifest>('server/server-reference-manifest.json')
  if (Object.keys(edge).length > 0) throw new Error('There are actions for the edge, and this looks at none of them.')
  return Object.entries(node).map(([id, { exportedName, filename }]) => ({ id, name: exportedName, file: filename }))
}

export function builtRoutes(): string[] {
  return Object.values(readBuild<Record<string, string>>('app-path-routes-manifest.json'))
}

let ids: Map<string, string> | undefined

/** What the browser names an action by in this build. */
export function actionId(name: ActionName): string {
  ids ??= new Map(builtActions().map((action) => [action.name, action.id]))
  const id = ids.get(name)
  if (!id) throw new Error(`The build has no action ${name}.`)
  return id
}
