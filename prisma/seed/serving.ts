import { randomUUID } from 'node:crypto'
import { addCustomerUser } from '@/lib/domain/customer-users/commands'
import { changeLicenses } from '@/lib/domain/licenses/commands'
import { submitNewCustomer } from '@/lib/domain/onboarding/commands'
import {
  approvePurchaseRequest,
  commentOnPurchaseRequest,
  createPurchaseRequest,
} from '@/lib/domain/purchase-requests/commands'
import { setSupportContact } from '@/lib/domain/subscription-partners/commands'
import { changeQuantity, renameSubscription } from '@/lib/domain/subscriptions/commands'
import type { Calendar, Story } from './calendar'
import { ahornblatt, alder, brightwater, kiefer, nordlicht } from './cast'
import { act, globalAdmin, the } from './people'
import { subscriptionOf } from './purchases'
import { words } from './texts'

/** How what was sold is looked after: people, licenses, seats, requests, and a customer that a provider set up itself. */
export const servingStories: readonly Story[] = [peopleOfAhornblatt, kieferGrows, alderAsks, nordlichtSetsUpACustomer]

const people = ['Annelie Ahorn', 'Bruno Keller', 'Clara Wiesner', 'Deniz Aydin', 'Emil Sander'] as const

async function peopleOfAhornblatt({ on }: Calendar): Promise<void> {
  await on(26, '10:10')
  const admin = the(alder, 'adminAgent')
  const customerId = globalAdmin(ahornblatt).organizationId
  const bought = await subscriptionOf(admin, ahornblatt, 'Workplace Business Premium')
  const userIds: string[] = []
  for (const displayName of people) {
    const userName = displayName.toLowerCase().replace(' ', '.')
    const person = { customerId, displayName, userName, usageLocation: 'DE', role: 'user' } as const
    userIds.push((await act(addCustomerUser, admin, person)).userId)
  }
  await act(changeLicenses, admin, { customerId, userIds: userIds.slice(0, 4), assign: [bought.id] })
  await on(25, '09:00')
  const seller = globalAdmin(nordlicht)
  const partnerId = globalAdmin(alder).organizationId
  await act(setSupportContact, seller, { subscriptionId: bought.id, partnerId })
}

async function kieferGrows({ on }: Calendar): Promise<void> {
  await on(10, '11:20')
  const seller = the(nordlicht, 'salesAgent')
  const office = await subscriptionOf(seller, kiefer, 'Workplace Business Standard')
  await act(renameSubscription, seller, { subscriptionId: office.id, name: words.officeOnSite })
  await on(3, '15:00')
  // These six can still be given back; the others cannot.
  await act(changeQuantity, seller, { subscriptionId: office.id, quantity: office.quantity + 6 })
}

/** One request that was granted, and one that waits for its answer. */
async function alderAsks({ on, minutesAgo }: Calendar): Promise<void> {
  await on(14, '08:40')
  const asker = the(alder, 'salesAgent')
  const customerId = globalAdmin(ahornblatt).organizationId
  const { id: subscriptionId } = await subscriptionOf(asker, ahornblatt, 'Workplace Business Premium')
  const seats = { customerId, kind: 'addSeats', subscriptionId } as const
  const first = await act(createPurchaseRequest, asker, { ...seats, quantity: 2, comment: words.twoApprentices })
  await on(14, '09:55')
  const seller = the(nordlicht, 'salesAgent')
  await act(approvePurchaseRequest, seller, { requestId: first.requestId, comment: words.done })
  await minutesAgo(95)
  const second = await act(createPurchaseRequest, asker, { ...seats, quantity: 5, comment: words.newBranch })
  await minutesAgo(40)
  await act(commentOnPurchaseRequest, seller, { requestId: second.requestId, text: words.fromWhen })
}

/** P4: the provider creates the customer for its reseller; the first admin has not signed in yet. */
async function nordlichtSetsUpACustomer({ on }: Calendar): Promise<void> {
  await on(7, '10:30')
  await act(submitNewCustomer, the(nordlicht, 'salesAgent'), {
    nonce: randomUUID(),
    resellerId: globalAdmin(brightwater).organizationId,
    companyName: 'Holloway Lane Architects',
    prefix: 'hollowaylane',
    country: 'GB',
    segment: 'Commercial',
    addressLine1: '14 Holloway Lane',
    city: 'Bristol',
    postalCode: 'BS1 4QT',
    phoneNumber: '+44 117 496 0018',
    firstName: 'Imogen',
    lastName: 'Hale',
    email: 'imogen@hollowaylane.example',
    culture: 'en-GB',
    attested: 'on',
    agreedOn: new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10),
    signerFirstName: 'Imogen',
    signerLastName: 'Hale',
    signerEmail: 'imogen@hollowaylane.example',
    total: '0.00',
  })
}
