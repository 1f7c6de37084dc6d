import type { Page } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { newLinkSecret } from '@/lib/core/token'
import { invitationFrom } from '../../support/invitations'
import { insert, rows } from '../../support/owner'
import { offer } from '../../support/subscriptions'
import { currentRun } from '../stage/run'
import { company, type Person, person } from '../support/people'
import { type ServedTrio, servingTogether } from '../support/world'
import { colleagueScenes } from './colleague-pages'
import { directoryScenes } from './directory-pages'
import { enrollmentScenes } from './enrollment-pages'
import { ownProfileScenes } from './own-profile-pages'
import { peopleScenes } from './people-pages'
import { profileScenes } from './profile-pages'
import { securityScenes } from './security-pages'
import { sellingScenes } from './selling-pages'
import { singleSignOnScenes } from './single-sign-on-pages'
import { verificationScenes } from './verification-pages'

/** A page in one of its states, and somebody who sees it. */
export interface Scene {
  name: string
  who: Person | null
  address: string
  /** What the title has to say besides the name of the product. */
  title: string | RegExp
  /** Of the portal behind sign-in: its script is weighed. */
  portal: boolean
  status?: number
  /** Opens what only shows when asked for. */
  open?(page: Page): Promise<void>
}

interface World extends ServedTrio {
  operator: Person
  agent: Person
  withoutRole: Person
  newcomer: Person
  partnershipLink: string
  customerLink: string
  twoPartyLink: string
  confirmation: string
  invitationId: string
  withdrawnResellerId: string
  /** Id of an offer on sale. */
  priced: string
}

export async function everyScene(): Promise<Scene[]> {
  const world = await arrange()
  const portals = [...providers(world), ...resellers(world), ...customers(world), ...operators(world)]
  const ofCustomer = [
    ...(await peopleScenes(world, world.agent)),
    ...(await securityScenes()),
    ...(await singleSignOnScenes()),
    ...(await sellingScenes()),
    ...(await profileScenes()),
    ...(await ownProfileScenes()),
    ...(await colleagueScenes()),
    ...(await directoryScenes()),
    ...(await verificationScenes()),
  ]
  return [...outside(world), ...(await enrollmentScenes()), ...portals, ...ofCustomer]
}

async function arrange(): Promise<World> {
  const trio = await servingTogether()
  const { provider, reseller, customer } = trio
  const operator = await company('operator', 'Tandem Operations')
  const agent = await person(provider.organization, ['helpdeskAgent'], { fullName: 'Timo Krause' })
  const withoutRole = await person(customer.organization, [])
  const newcomer = await person(provider.organization, ['salesAgent'], { mustChangePassword: true })
  const invited = await company('reseller', 'Cedar Cloud')
  const asked = await invitationFrom(provider.actor, 'partnership', { to: invited.admin.email, delivery: 'portal' })
  const customerLink = await invitationFrom(reseller.actor, 'customer', { delegated: true })
  const twoParty = await invitationFrom(reseller.actor, 'customerTwoParty', { provider: provider.organization })
  const second = await servingTogether()
  await rows('update "Partnership" set "providerId" = $1 where id = $2', [
    provider.organization.id,
    second.partnershipId,
  ])
  const access = 'update "PartnershipAdminAccess" set "providerId" = $1, "revokedAt" = now() where "partnershipId" = $2'
  await rows(access, [provider.organization.id, second.partnershipId])
  return {
    ...trio,
    operator: operator.admin,
    agent,
    withoutRole,
    newcomer,
    partnershipLink: `/invite/${asked.token}`,
    customerLink: `/invite/${customerLink.token}`,
    twoPartyLink: `/invite/${twoParty.token}`,
    confirmation: `/confirm/${await waitingAccount(customerLink.invitationId)}`,
    invitationId: asked.invitationId,
    withdrawnResellerId: second.reseller.organization.id,
    priced: (await offer({ requires: [(await offer()).id] })).id,
    customer,
  }
}

async function waitingAccount(invitationId: string): Promise<string> {
  const { token, tokenHash } = newLinkSecret('accountSetup')
  const { passwordHash } = currentRun()
  const id = uuidv7()
  await insert('AccountSetup', {
    ...{ id, invitationId, tokenHash, passwordHash, invitationSalt: 'x', country: 'DE', locale: 'en' },
    ...{ email: `clara@${id.slice(-12)}.example`, domain: `${id.slice(-12)}.example`, fullName: 'Clara Steiner' },
    ...{ organizationName: 'Lumen Verlag', expiresAt: new Date(Date.now() + 3_600_000) },
  })
  return token
}

const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
const pressBoth = (first: string, second: string) => async (page: Page) => {
  await page.getByRole('button', { name: first }).click()
  await page.getByRole('button', { name: second, exact: true }).click()
}

function outside({ customerLink, partnershipLink, confirmation, newcomer, customer, provider }: World): Scene[] {
  const scene = (name: string, address: string, title: string | RegExp, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: null, portal: false },
    ...others,
  })
  return [
    scene('the front page', '/', /^Tandem/),
    scene('sign-in', '/sign-in', 'Sign in'),
    scene('sign-in after a mistake', '/sign-in', 'Sign in', { open: press('Sign in') }),
    scene('the temporary password', '/customers', 'Set a new password', { who: newcomer }),
    scene('a page that is not there', '/nothing/here', 'This page does not exist', { status: 404 }),
    scene('an invitation for a stranger', partnershipLink, 'Invitation'),
    scene('an unknown link', `/invite/inv_r_${'a'.repeat(43)}`, 'Invitation'),
    scene('an invitation for somebody of the wrong kind', partnershipLink, 'Invitation', { who: customer.admin }),
    scene('one’s own invitation', partnershipLink, 'Invitation', { who: provider.admin }),
    scene('an account in the making', `${customerLink}/set-up`, 'Set up your organization’s account'),
    scene('an account with mistakes', `${customerLink}/set-up`, 'Set up your organization’s account', {
      open: press('Set up account'),
    }),
    scene('the mailbox to look into', `${customerLink}/set-up?sent=1`, 'Set up your organization’s account'),
    scene('a confirmation', confirmation, 'Confirm your account'),
    scene('a confirmation that is gone', `/confirm/acc_${'a'.repeat(43)}`, 'Confirm your account'),
  ]
}

const behindSignIn =
  (who: Person) =>
  (name: string, address: string, title: string | RegExp, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who, portal: true },
    ...others,
  })

function providers({
  provider,
  reseller,
  agent,
  partnershipId,
  invitationId,
  withdrawnResellerId,
  partnershipLink,
  priced,
}: World): Scene[] {
  const scene = behindSignIn(provider.admin)
  const compose = '/indirect-resellers/request-partnership'
  return [
    scene('a provider’s home', '/dashboard', 'Home'),
    scene('the menu of the account', '/dashboard', 'Home', {
      open: (page) => page.getByRole('button', { name: /^Account menu/ }).click(),
    }),
    scene('a provider’s customers', '/customers', 'Customers'),
    scene('an open row', '/customers', 'Customers', {
      open: (page) =>
        page
          .getByRole('button', { name: /^Details of/ })
          .first()
          .click(),
    }),
    scene('customers nobody matches', '/customers?search=nobody', 'Customers'),
    scene('indirect resellers', '/indirect-resellers', 'Indirect resellers'),
    scene('the menu of a row', '/indirect-resellers', 'Indirect resellers', {
      open: press(`Actions for ${reseller.organization.name}`),
    }),
    scene('indirect resellers for a helpdesk agent', '/indirect-resellers', 'Indirect resellers', { who: agent }),
    scene('a request in the making', compose, 'Request a partnership'),
    scene('a request with a mistake', compose, 'Request a partnership', { open: press('Send now') }),
    scene('a request to copy', compose, 'Request a partnership', {
      open: async (page) => {
        await press('Copy to clipboard')(page)
        await page.locator('#personal-link').waitFor()
      },
    }),
    scene('a relationship in the making', '/customers/request-relationship', 'Request a reseller relationship'),
    scene('the work account of a reseller', `/indirect-resellers/${reseller.organization.id}`, 'Indirect reseller'),
    scene('a work account withdrawn', `/indirect-resellers/${withdrawnResellerId}`, 'Indirect reseller'),
    scene('a partnership to remove', `/indirect-resellers/remove/${partnershipId}`, 'Remove partnership'),
    scene('invitations', '/invitations', 'Invitations'),
    scene('one invitation', `/invitations/${invitationId}`, 'Invitation'),
    scene('an invitation to revoke', `/invitations/${invitationId}`, 'Invitation', { open: press('Revoke') }),
    scene('a link shown', `/invitations/${invitationId}`, 'Invitation', { open: press('Show link') }),
    scene('a provider’s price list', `/pricing-and-offers?search=${priced}`, 'Pricing and offers', {
      open: (page) => page.locator('summary').first().click(),
    }),
    scene('offers nobody sells', '/pricing-and-offers?search=nothing+like+it&market=all', 'Pricing and offers'),
    scene('a provider’s activity log', '/activity-log', 'Activity log'),
    scene('an explained refusal', '/no-access?permission=partnership.invite', 'No access', { who: agent }),
    scene('a row that is not there', '/invitations/00000000-0000-7000-8000-000000000000', /exist|Invitation/, {
      status: 404,
    }),
    scene('one’s password', '/set-password', 'Set a new password', { portal: false }),
    scene('the landing page again', partnershipLink, 'Invitation', { portal: false }),
  ]
}

function resellers({ provider, reseller, withReseller }: World): Scene[] {
  const scene = behindSignIn(reseller.admin)
  const name = provider.organization.name
  return [
    scene('a reseller’s home', '/dashboard', 'Home'),
    scene('a reseller’s customers', '/customers', 'Customers'),
    scene('customers shared with a provider', `/customers?partner=${provider.organization.id}`, 'Customers'),
    scene('indirect providers', '/indirect-providers', 'Indirect providers'),
    scene('admin access to withdraw', '/indirect-providers', 'Indirect providers', {
      open: pressBoth(`Actions for ${name}`, 'Withdraw admin access'),
    }),
    scene(
      'customers to invite',
      `/indirect-providers/${provider.organization.id}/invite-customers`,
      'Invite new customers',
    ),
    scene('a reseller’s invitations', '/invitations', 'Invitations'),
    scene('a reseller’s activity log', `/activity-log?type=invitation.created&from=2026-01-01`, 'Activity log'),
    scene('what a role lacks', `/no-access?permission=partnership.accept&ignored=${withReseller}`, 'No access'),
  ]
}

function customers({ customer, withoutRole, customerLink, twoPartyLink, reseller }: World): Scene[] {
  const scene = behindSignIn(customer.admin)
  const both = { portal: false }
  return [
    scene('a customer’s home', '/dashboard', 'Home'),
    scene('a home without a role', '/dashboard', 'Home', { who: withoutRole }),
    scene('partner relationships', '/partner-relationships', 'Partner relationships'),
    scene('a relationship to end', '/partner-relationships', 'Partner relationships', {
      open: press('End relationship'),
    }),
    scene('a customer’s prices', '/pricing-and-offers', 'Pricing and offers'),
    scene('a customer’s activity log', '/activity-log', 'Activity log'),
    scene('an invitation a role cannot answer', customerLink, 'Invitation', { who: withoutRole, ...both }),
    scene('what stands already', customerLink, 'Invitation', both),
    scene('both at once', twoPartyLink, 'Invitation', both),
    scene('the wrong kind', customerLink, 'Invitation', { who: reseller.admin, ...both }),
  ]
}

function operators({ operator }: World): Scene[] {
  const scene = behindSignIn(operator)
  return [
    scene('an operator’s home', '/dashboard', 'Home'),
    scene('the catalogue of the portal', '/catalog-import', 'Catalogue'),
    scene('an operator’s activity log', '/activity-log', 'Activity log'),
  ]
}
