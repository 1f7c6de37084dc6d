import { uuidv7 } from 'uuidv7'
import { newLinkSecret } from '@/lib/core/token'
import { accountVersions } from '../../support/customer-accounts'
import { newMark, organization } from '../../support/organizations'
import { insert } from '../../support/owner'
import { partnerAgreement, relationship } from '../../support/relations'
import { offer } from '../../support/subscriptions'
import { type Company, company, type Person, person } from '../support/people'
import { type ServedTrio, servingTogether } from '../support/world'
import * as field from './input-fields'
import {
  choice,
  code,
  cookieOf,
  type Door,
  email,
  id,
  lenient,
  maybe,
  nonce,
  password,
  text,
  tick,
} from './input-fields'

/** A new customer, its account, and the link that hands it over. */
export async function onboardingDoors(): Promise<Door[]> {
  const [ours, theirs] = [await servingTogether({ country: 'DE' }), await servingTogether({ country: 'DE' })]
  await Promise.all([ours, theirs].map(({ reseller }) => partnerAgreement(reseller.organization)))
  return [...(await wizardDoors(ours, theirs)), ...(await accountDoors(ours, theirs)), await handoverDoor(ours)]
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const address = {
  addressLine1: text('Gartenstraße 1'),
  addressLine2: text('Hinterhaus', true),
  city: text('Berlin'),
  postalCode: text('10115'),
}
const contact = {
  firstName: text('Vera'),
  lastName: text('Ahorn'),
  email: email('vera@ahorn.example'),
  phoneNumber: text('030 1234567', true),
}
const signer = () => ({
  agreedOn: field.day(yesterday()),
  signerFirstName: text('Vera'),
  signerLastName: text('Ahorn'),
  signerEmail: email('vera@ahorn.example'),
})

async function wizardDoors({ provider, reseller }: ServedTrio, theirs: ServedTrio): Promise<Door[]> {
  const sold = await offer()
  const partner = maybe(id(reseller.organization.id, theirs.reseller.organization.id))
  const cookie = await cookieOf(await agentOf(provider))
  const quantities = { good: '3', kind: 'quantity' } as const
  const form = () => ({
    nonce: nonce(),
    resellerId: { ...partner, optional: true },
    companyName: text('Ahorn Werke'),
    prefix: { good: newMark(), kind: 'prefix' as const },
    country: choice('DE'),
    segment: choice('Commercial'),
    ...address,
    ...contact,
    culture: choice('de-DE'),
    attested: tick(),
    ...signer(),
    'items[]': field.code(sold.availabilityId),
    'quantities[]': quantities,
  })
  const total = field.amount('24.00')
  return [
    {
      action: 'checkNewCustomerAction',
      path: '/customers/new',
      cookie,
      fields: { step: choice('subscriptions'), ...form(), 'quantities[]': { ...quantities, optional: true } },
    },
    { action: 'submitNewCustomerAction', path: '/customers/new', cookie, fields: { ...form(), total } },
  ]
}

/** Somebody who may attest agreements beside everything else. */
export function agentOf({ organization: of }: Company): Promise<Person> {
  return person(of, ['globalAdmin', 'adminAgent'])
}

/** A customer whose first person has not chosen a password yet. */
async function newcomer({ provider }: ServedTrio): Promise<Company> {
  const made = await company('customer', 'Lumen Verlag')
  await relationship(provider.organization, made.organization, { delegated: true })
  return made
}

async function accountDoors(ours: ServedTrio, theirs: ServedTrio): Promise<Door[]> {
  const cookie = await cookieOf(await agentOf(ours.provider))
  const customer = await newcomer(ours)
  const waiting = await waitingCustomer(ours)
  const of = (organizationId: string) => ({ customerId: id(organizationId, theirs.customer.organization.id) })
  const own = of(customer.organization.id)
  const path = `/customers/${customer.organization.id}/account`
  // One form is no news to the other: each has a version of its own.
  const versions = await accountVersions(customer.organization.id)
  const doors: Omit<Door, 'cookie'>[] = [
    {
      action: 'issueHandoverAction',
      path: `/customers/${waiting.organizationId}/account`,
      fields: { ...of(waiting.organizationId), delivery: choice('self') },
    },
    { action: 'attestAgreementAction', path, fields: { ...own, ...signer() } },
    {
      action: 'changeContactAction',
      path,
      fields: { ...own, version: code(versions.contact), ...contact, culture: choice('en-DE') },
    },
    {
      action: 'changeBillingAction',
      path,
      fields: {
        ...own,
        version: code(versions.billing),
        ...address,
        segment: { ...choice('Education'), optional: true },
      },
    },
  ]
  return doors.map((door) => ({ ...door, cookie }))
}

/** Founded for the provider by itself: its first person has a temporary password. */
async function waitingCustomer({ provider }: ServedTrio): Promise<{ organizationId: string; userId: string }> {
  const made = await organization('customer', { name: 'Ahorn Werke' })
  await relationship(provider.organization, made, { delegated: true })
  const { id: userId } = await person(made, ['globalAdmin'], { mustChangePassword: true, fullName: 'Vera Ahorn' })
  return { organizationId: made.id, userId }
}

async function handoverDoor(ours: ServedTrio): Promise<Door> {
  const { organizationId, userId } = await waitingCustomer(ours)
  const { token, tokenHash } = newLinkSecret('handover')
  await insert('CredentialHandover', {
    ...{ id: uuidv7(), issuerOrganizationId: ours.provider.organization.id, customerId: organizationId, userId },
    ...{ tokenHash, expiresAt: new Date(Date.now() + 3_600_000) },
  })
  const chosen = password('quiet harbour wooden spoon')
  return {
    action: 'acceptHandoverAction',
    path: `/hand-over/${token}`,
    cookie: undefined,
    fields: {
      token: field.token(token),
      newPassword: chosen,
      repeatedPassword: chosen,
      timeZone: lenient('Europe/Berlin'),
    },
  }
}
