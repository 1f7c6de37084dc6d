import { askedFor, card, tinyPng } from '../../support/directory'
import { declared, enrolledCompany, enrollingCompany, linked } from '../../support/enrollment'
import { invitationFrom } from '../../support/invitations'
import { signedIn } from '../../support/organizations'
import { insert } from '../../support/owner'
import { writtenRequest } from '../../support/requests'
import { pendingSignIn } from '../../support/second-factor'
import { errand, singleSignOn } from '../../support/single-sign-on'
import { subscription } from '../../support/subscriptions'
import { applicant, writtenEvidence } from '../../support/verification'
import { writtenUpload } from '../proofs/input-colleagues'
import type { RoutePath } from './doors'
import { company, cookieName, type Person, person } from './people'
import { servingTogether } from './world'

/** An address for each route of the build, with the cookie of somebody who may open it. */
export interface Address {
  route: RoutePath
  path: string
  cookie: string | undefined
}

/** Routes that have no address of their own: pages for what is not there or has failed. */
export const withoutAddress: RoutePath[] = ['/_global-error', '/_not-found']

/** Pages that exist in the demo alone: elsewhere they are not there. */
export const demoOnly: RoutePath[] = ['/demo-clock', '/mailbox', '/mailbox/[messageId]']

export async function everyAddress(): Promise<Address[]> {
  const { provider, reseller, customer, partnershipId } = await servingTogether()
  const { token, invitationId } = await invitationFrom(provider.actor, 'partnership')
  const requestId = await writtenRequest({
    from: reseller.organization,
    to: provider.organization,
    customer: customer.organization,
  })
  await card(provider.organization, { logoDigest: 'a'.repeat(64) })
  const ownLogo = { organizationId: provider.organization.id, contentType: 'image/png', bytes: Buffer.from(tinyPng) }
  await insert('ProviderLogo', ownLogo)
  const invitationRequestId = await askedFor(reseller.organization, provider.organization)
  const customerLink = await invitationFrom(reseller.actor, 'customer')
  const cookie = async (who: Person) => `${cookieName}=${await signedIn(who)}`
  const [ours, theirs, customers] = [
    await cookie(provider.admin),
    await cookie(reseller.admin),
    await cookie(customer.admin),
  ]
  await singleSignOn(provider.organization, { issuer: `https://login.${provider.organization.domain}` })
  const operators = await cookie((await company('operator', 'Tandem Operations')).admin)
  const record = `/customers/${customer.organization.id}`
  const people = `${record}/users`
  const sold = await subscription({ provider: provider.organization, customer: customer.organization })
  const colleague = await person(provider.organization, ['salesAgent'])
  const open = (route: RoutePath, path: string = route): Address => ({ route, path, cookie: undefined })
  const as =
    (who: string) =>
    (route: RoutePath, path: string = route): Address => ({ route, path, cookie: who })
  const [asProvider, asReseller, asCustomer, asOperator] = [as(ours), as(theirs), as(customers), as(operators)]
  return [
    ...[open('/'), open('/sign-in'), open('/api/health/live'), open('/api/health/ready')],
    open('/api/auth/[...nextauth]', '/api/auth/session'),
    ...[open('/enroll'), open('/enroll/account'), open('/enroll/create'), ...(await enrollmentAddresses())],
    ...[open('/forgot-password'), open('/choose-password/[token]', `/choose-password/pwd_${'a'.repeat(43)}`)],
    as(`tandem.pending=${await pendingSignIn(colleague)}`)('/sign-in/code'),
    ...[asProvider('/account/profile'), asProvider('/account/security'), asProvider('/account/sessions')],
    ...[
      open('/sign-in/organization'),
      open('/sign-in/organization/problem', '/sign-in/organization/problem?code=errand_used'),
    ],
    as(`tandem.errand=${await errand(provider.organization)}`)('/sign-in/organization/leave'),
    open(
      '/sign-in/organization/return/[organizationId]',
      `/sign-in/organization/return/${provider.organization.id}?code=a&state=b`,
    ),
    asProvider('/settings/single-sign-on'),
    ...[asProvider('/confirm-identity'), asProvider('/second-factor')],
    open('/confirm/[token]', `/confirm/acc_${'a'.repeat(43)}`),
    open('/hand-over/[token]', `/hand-over/hov_${'a'.repeat(43)}`),
    open('/invite/[token]', `/invite/${token}`),
    open('/invite/[token]/set-up', `/invite/${customerLink.token}/set-up`),
    ...[open('/mailbox'), open('/mailbox/[messageId]', `/mailbox/${partnershipId}`)],
    ...[asProvider('/activity-log'), asProvider('/customers'), asProvider('/dashboard'), asProvider('/set-password')],
    ...[asProvider('/activity-log/export'), asProvider('/customers/export', '/customers/export?format=csv')],
    ...[asProvider('/customers/request-relationship'), asProvider('/indirect-resellers'), asProvider('/invitations')],
    ...[asProvider('/customers/new'), asProvider('/customers/new/domain', '/customers/new/domain?prefix=alder')],
    asProvider('/customers/[customerId]/account', `/customers/${customer.organization.id}/account`),
    asProvider('/customers/[customerId]/activity', `/customers/${customer.organization.id}/activity`),
    asProvider('/customers/[customerId]/users', people),
    asProvider('/customers/[customerId]/users/[userId]', `${people}/${customer.admin.id}`),
    asProvider('/customers/[customerId]/users/licenses', `${people}/licenses?user=${customer.admin.id}`),
    ...[asProvider('/customers/[customerId]/users/new', `${people}/new`)],
    ...[asProvider('/customers/[customerId]/users/upload', `${people}/upload`)],
    asProvider('/indirect-resellers/[resellerId]', `/indirect-resellers/${reseller.organization.id}`),
    asProvider('/indirect-resellers/remove/[partnershipId]', `/indirect-resellers/remove/${partnershipId}`),
    asProvider('/indirect-resellers/request-partnership'),
    asProvider('/invitations/[invitationId]', `/invitations/${invitationId}`),
    asProvider('/no-access', '/no-access?permission=partnership.accept'),
    ...[asProvider('/incentives'), asProvider('/incentives/missing'), asProvider('/incentives/export')],
    ...[asReseller('/indirect-providers'), asReseller('/partner-agreement')],
    ...[asReseller('/settings'), asReseller('/settings/admin-access'), asReseller('/settings/contact')],
    ...[asReseller('/settings/legal-profile'), asReseller('/settings/support'), asCustomer('/settings/setup')],
    asReseller(
      '/indirect-providers/[providerId]/invite-customers',
      `/indirect-providers/${provider.organization.id}/invite-customers`,
    ),
    ...[asOperator('/organizations'), asOperator('/organizations/new'), asOperator('/verification')],
    asOperator('/organizations/[organizationId]', `/organizations/${provider.organization.id}`),
    asOperator('/verification/[caseId]', `/verification/${(await applicant()).caseId}`),
    asOperator('/evidence/[evidenceId]', `/evidence/${await writtenEvidence(reseller.organization)}`),
    open('/confirm-contact/[token]', `/confirm-contact/con_${'a'.repeat(43)}`),
    ...[asOperator('/catalog-import'), asProvider('/demo-clock'), asProvider('/pricing-and-offers')],
    asProvider('/customers/[customerId]/new-subscription', `${record}/new-subscription`),
    asProvider('/customers/[customerId]/cart', `${record}/cart`),
    asProvider('/customers/[customerId]/orders', `${record}/orders`),
    asProvider('/customers/[customerId]/orders/[orderId]', `${record}/orders/${sold.orderId}`),
    ...[asProvider('/orders'), asProvider('/subscriptions'), asProvider('/subscriptions/export')],
    asProvider('/customers/[customerId]', record),
    asProvider('/customers/[customerId]/subscriptions/[subscriptionId]', `${record}/subscriptions/${sold.id}`),
    asProvider('/orders/export', '/orders/export?format=xlsx'),
    asProvider('/customers/[customerId]/export', `/customers/${customer.organization.id}/export`),
    asProvider('/customers/[customerId]/orders/export', `/customers/${customer.organization.id}/orders/export`),
    ...[asProvider('/requests'), asReseller('/requests/new', `/requests/new?customer=${customer.organization.id}`)],
    asReseller('/requests/[requestId]', `/requests/${requestId}`),
    ...[open('/find-a-provider'), asProvider('/provider-card'), asProvider('/invitation-requests')],
    open('/find-a-provider/[providerId]', `/find-a-provider/${provider.organization.id}`),
    open('/find-a-provider/[providerId]/logo', `/find-a-provider/${provider.organization.id}/logo`),
    asReseller('/invitation-requests/[requestId]', `/invitation-requests/${invitationRequestId}`),
    ...[asReseller('/customers/known'), asReseller('/customers/known/import'), asReseller('/customers/known/export')],
    asCustomer('/customers/[customerId]/users/export', `/customers/${customer.organization.id}/users/export`),
    asCustomer('/partner-relationships'),
    ...[asProvider('/roles'), asProvider('/notifications'), asProvider('/user-management')],
    ...[asProvider('/user-management/new'), asProvider('/user-management/upload')],
    ...(['', '/roles', '/password'] as const).map((part) =>
      asProvider(`/user-management/[userId]${part}`, `/user-management/${colleague.id}${part}`),
    ),
    asProvider('/user-management/upload/[uploadId]', `/user-management/upload/${await writtenUpload(provider)}`),
  ]
}

/** The steps of a company that has come to the last of them, and what follows it. */
async function enrollmentAddresses(): Promise<Address[]> {
  const { admin } = await enrollingCompany()
  await linked(admin)
  await declared(admin)
  const steps = [
    '/enroll/membership',
    '/enroll/membership/sign-in',
    '/enroll/profile',
    '/enroll/legal',
    '/enroll/contact',
    '/enroll/support',
    '/enroll/review',
  ] as const satisfies RoutePath[]
  const cookie = `${cookieName}=${await signedIn(admin)}`
  const waiting = `${cookieName}=${await signedIn((await enrolledCompany()).admin)}`
  return [
    ...steps.map((route) => ({ route, path: route, cookie })),
    { route: '/enroll/status', path: '/enroll/status', cookie: waiting },
  ]
}
