import { uuidv7 } from 'uuidv7'
import { newLinkSecret } from '@/lib/core/token'
import { invitationFrom } from '../../support/invitations'
import { insert } from '../../support/owner'
import { partnership, relationship } from '../../support/relations'
import { currentRun } from '../stage/run'
import type { ActionName } from '../support/doors'
import { company, type Person, person } from '../support/people'
import { partners, servingTogether } from '../support/world'
import { colleagueDoors } from './input-colleagues'
import { directoryDoors, knownCustomerDoors } from './input-directory'
import { enrollmentDoors } from './input-enrollment'
import { choice, cookieOf, type Door, type Field, id, lenient, password, text, tick, token } from './input-fields'
import { onboardingDoors } from './input-onboarding'
import { ownProfileDoors } from './input-own-profile'
import { peopleDoors } from './input-people'
import { profileDoors } from './input-profile'
import { requestDoors } from './input-requests'
import { securityDoors } from './input-security'
import { sellingDoors } from './input-selling'
import { singleSignOnDoors } from './input-single-sign-on'
import { subscriptionDoors } from './input-subscriptions'
import { verificationDoors } from './input-verification'

export async function allDoors(): Promise<Door[]> {
  return [
    ...(await accountDoors()),
    ...(await issuingDoors()),
    ...(await managingDoors()),
    ...(await answeringDoors()),
    ...(await endingDoors()),
    ...(await peopleDoors()),
    ...(await colleagueDoors()),
    ...(await sellingDoors()),
    ...(await subscriptionDoors()),
    ...(await onboardingDoors()),
    ...(await requestDoors()),
    ...(await directoryDoors()),
    ...(await knownCustomerDoors()),
    ...(await enrollmentDoors()),
    ...(await securityDoors()),
    ...(await ownProfileDoors()),
    ...(await singleSignOnDoors()),
    await agreementDoor(),
    ...(await profileDoors()),
    ...(await verificationDoors()),
  ]
}

async function accountDoors(): Promise<Door[]> {
  const { organization, admin } = await company('provider', 'Nordlicht Distribution')
  const changing = await person(organization, ['salesAgent'])
  const leaving = await person(organization, ['salesAgent'])
  const { password: known } = currentRun()
  const chosen = 'quiet harbour wooden spoon'
  return [
    {
      action: 'signInAction',
      path: '/sign-in',
      cookie: undefined,
      fields: {
        email: { good: admin.email, kind: 'email' },
        password: password(known),
        returnTo: lenient('/customers'),
        timeZone: lenient('Europe/Berlin'),
      },
    },
    {
      action: 'changePasswordAction',
      path: '/set-password',
      cookie: await cookieOf(changing),
      fields: {
        currentPassword: password(known),
        newPassword: password(chosen),
        repeatedPassword: password(chosen),
        returnTo: lenient('/customers'),
      },
    },
    {
      action: 'updatePreferencesAction',
      path: '/dashboard',
      cookie: await cookieOf(admin),
      fields: { locale: { ...choice('ru'), optional: true }, theme: { ...choice('dark'), optional: true } },
    },
    {
      action: 'signOutAction',
      path: '/dashboard',
      cookie: await cookieOf(leaving),
      fields: { returnTo: lenient('/invite/x') },
    },
  ]
}

async function issuingDoors(): Promise<Door[]> {
  const { provider, reseller } = await partners()
  const stranger = await company('provider', 'Somebody else')
  const draft = {
    to: { good: 'it@alder-it.example', kind: 'email', optional: true },
    locale: choice('en'),
    message: text('Hello\n\n{link}\n\nBye'),
    validDays: { good: '30', kind: 'number' },
    maxUses: { good: '5', kind: 'number', optional: true },
    delivery: choice('portal'),
  } as const satisfies Record<string, Field>
  const delegated = { includeDelegatedAdministration: tick(true) }
  const [ours, theirs] = [await cookieOf(provider.admin), await cookieOf(reseller.admin)]
  return [
    {
      action: 'requestPartnershipAction',
      path: '/indirect-resellers/request-partnership',
      cookie: ours,
      fields: draft,
    },
    {
      action: 'inviteCustomerAction',
      path: '/customers/request-relationship',
      cookie: theirs,
      fields: { ...draft, ...delegated },
    },
    {
      action: 'inviteCustomerWithProviderAction',
      path: `/indirect-providers/${provider.organization.id}/invite-customers`,
      cookie: theirs,
      fields: { ...draft, ...delegated, providerId: id(provider.organization.id, stranger.organization.id) },
    },
  ]
}

async function managingDoors(): Promise<Door[]> {
  const provider = await company('provider', 'Nordlicht Distribution')
  const stranger = await company('provider', 'Somebody else')
  const cookie = await cookieOf(provider.admin)
  const actions = [
    'remindInvitationAction',
    'discloseInvitationAction',
    'resendInvitationAction',
    'revokeInvitationAction',
  ] as const
  return Promise.all(
    actions.map(async (action, number) => {
      const { invitationId } = await invitationFrom(provider.actor, 'partnership', {
        to: `number${number}@alder-it.example`,
      })
      const foreign = await invitationFrom(stranger.actor, 'partnership', { to: `number${number}@alder-it.example` })
      return {
        action,
        path: `/invitations/${invitationId}`,
        cookie,
        fields: { invitationId: id(invitationId, foreign.invitationId) },
      }
    }),
  )
}

async function answeringDoors(): Promise<Door[]> {
  const { provider, reseller, customer } = await partners()
  const [first, second] = [await company('reseller', 'Cedar Cloud'), await company('reseller', 'Brightwater Systems')]
  const other = await company('customer', 'Lumen Verlag')
  const asked = async (kind: 'partnership' | 'customer', to?: Person) => {
    const from = kind === 'partnership' ? provider : reseller
    return (await invitationFrom(from.actor, kind, to ? { to: to.email } : {})).token
  }
  const [accept, decline] = [await asked('partnership', first.admin), await asked('partnership', second.admin)]
  const [authorize, refuse, open] = [
    await asked('customer', customer.admin),
    await asked('customer', other.admin),
    await asked('customer'),
  ]
  const reason = { reason: text('Not now', true) }
  const setUp = {
    token: token(open),
    organizationName: text('Harbour Clinic'),
    domain: { good: `${customer.organization.mark}-new.example`, kind: 'domain' },
    country: choice('DE'),
    fullName: text('Naomi Fletcher'),
    email: { good: `naomi@${customer.organization.mark}-new.example`, kind: 'email' },
    password: password('quiet harbour wooden spoon'),
    locale: choice('en'),
  } as const satisfies Record<string, Field>
  const onPage = (
    action: ActionName,
    secret: string,
    cookie: string | undefined,
    fields: Record<string, Field>,
  ): Door => ({
    action,
    path: `/invite/${secret}`,
    cookie,
    fields: { token: token(secret), ...fields },
  })
  return [
    onPage('acceptPartnershipAction', accept, await cookieOf(first.admin), { agreed: tick() }),
    onPage('declinePartnershipAction', decline, await cookieOf(second.admin), reason),
    onPage('authorizeRelationshipsAction', authorize, await cookieOf(customer.admin), {
      agreed: tick(),
      agreement: tick(),
    }),
    onPage('declineCustomerInvitationAction', refuse, await cookieOf(other.admin), reason),
    onPage('recordOpeningAction', open, undefined, {
      token: { ...token(open), silent: true },
      evidence: choice('person'),
    }),
    { action: 'beginAccountSetupAction', path: `/invite/${open}/set-up`, cookie: undefined, fields: setUp },
    await confirmationDoor(reseller.organization.mark, await invitationFrom(reseller.actor, 'customer')),
  ]
}

async function confirmationDoor(mark: string, { invitationId }: { invitationId: string }): Promise<Door> {
  const { token: secret, tokenHash } = newLinkSecret('accountSetup')
  const { passwordHash } = currentRun()
  await insert('AccountSetup', {
    ...{ id: uuidv7(), invitationId, tokenHash, passwordHash, invitationSalt: 'x', country: 'DE', locale: 'en' },
    ...{ email: `clara@${mark}-verlag.example`, domain: `${mark}-verlag.example`, fullName: 'Clara Steiner' },
    ...{ organizationName: 'Lumen Verlag', expiresAt: new Date(Date.now() + 3_600_000) },
  })
  return {
    action: 'confirmAccountSetupAction',
    path: `/confirm/${secret}`,
    cookie: undefined,
    fields: { token: token(secret) },
  }
}

async function endingDoors(): Promise<Door[]> {
  const { provider, reseller, customer, partnershipId, withReseller, withProvider } = await servingTogether()
  const other = await servingTogether()
  const second = await company('reseller', 'Cedar Cloud')
  const secondPartnership = await partnership(provider.organization, second.organization)
  await relationship(second.organization, customer.organization)
  const [ours, theirs, customers] = [
    await cookieOf(provider.admin),
    await cookieOf(reseller.admin),
    await cookieOf(customer.admin),
  ]
  return [
    {
      action: 'revokeAdminAccessAction',
      path: '/indirect-providers',
      cookie: theirs,
      fields: { partnershipId: id(partnershipId, other.partnershipId) },
    },
    {
      action: 'removePartnershipAction',
      path: `/indirect-resellers/remove/${secondPartnership}`,
      cookie: ours,
      fields: { partnershipId: id(secondPartnership, other.partnershipId), notify: tick(true) },
    },
    {
      action: 'removeDelegatedAdministrationAction',
      path: '/partner-relationships',
      cookie: customers,
      fields: { relationshipId: id(withReseller, other.withReseller) },
    },
    {
      action: 'endRelationshipAction',
      path: '/partner-relationships',
      cookie: customers,
      fields: { relationshipId: id(withProvider, other.withProvider) },
    },
  ]
}

async function agreementDoor(): Promise<Door> {
  const { admin } = await company('reseller', 'Cedar Cloud')
  const agreed = { agreed: tick() }
  return {
    action: 'signPartnerAgreementAction',
    path: '/partner-agreement',
    cookie: await cookieOf(admin),
    fields: agreed,
  }
}
