import {
  declineCustomerInvitation,
  endRelationship,
  removeDelegatedAdministration,
} from '@/lib/domain/customers/commands'
import { resendInvitation, revokeInvitation } from '@/lib/domain/invitations/commands'
import { declinePartnership, removePartnership, revokeAdminAccess } from '@/lib/domain/partnerships/commands'
import type { Calendar, Story } from './calendar'
import { ahornblatt, alder, brightwater, cedar, harbour, kiefer, lumen, marlow, nordlicht, ostlund } from './cast'
import {
  askCustomer,
  askCustomerWith,
  askReseller,
  authorize,
  becomePartner,
  read,
  remind,
  scan,
  setUpAccount,
} from './invitations'
import { act, globalAdmin, the } from './people'
import { reasons } from './texts'

/** What happened in Europe in the last forty days. In Russia: see history-russia.ts. */
export const europeanStories: readonly Story[] = [
  alderBecomesPartner,
  brightwaterSaysNoAndThenYes,
  cedarComesAndGoes,
  resellersWhoNeverAnswered,
  resellersAskedThisWeek,
  ahornblattSetsUpItsAccount,
  kieferAuthorizesBoth,
  lumenTakesAdministrationBack,
  ostlundLeavesAlder,
  brightwaterPublishesALink,
  harbourAddsTheProvider,
  alderLooksForCustomers,
  customersAskedThisWeek,
]

async function alderBecomesPartner({ on }: Calendar): Promise<void> {
  await on(38, '11:07')
  const request = await askReseller(the(nordlicht, 'globalAdmin'), { to: 'it-leitung@alder-it.example' })
  await on(38, '11:08')
  await scan(request)
  await on(38, '11:42')
  await read(request)
  await on(37, '08:15')
  await read(request, globalAdmin(alder))
  await becomePartner(alder, request)
}

async function brightwaterSaysNoAndThenYes({ on }: Calendar): Promise<void> {
  await on(38, '13:20')
  const early = await askReseller(the(nordlicht, 'salesAgent'), { to: 'eleanor@brightwater.example' })
  await on(37, '14:31')
  await read(early, globalAdmin(brightwater))
  await act(declinePartnership, globalAdmin(brightwater), { token: early.token, reason: reasons.financialYear })
  await on(27, '09:02')
  const request = await askReseller(the(nordlicht, 'salesAgent'), { to: 'eleanor@brightwater.example' })
  await on(26, '10:40')
  await read(request, globalAdmin(brightwater))
  const partnershipId = await becomePartner(brightwater, request)
  await on(9, '15:25')
  await act(revokeAdminAccess, globalAdmin(brightwater), { partnershipId })
}

/** A partnership that ended, and the request to take it up again, which waits for an answer. */
async function cedarComesAndGoes({ on, minutesAgo }: Calendar): Promise<void> {
  await on(37, '10:05')
  const request = await askReseller(the(nordlicht, 'adminAgent'), { to: 'camille@cedar-cloud.example' })
  await on(37, '12:48')
  await read(request, globalAdmin(cedar))
  const partnershipId = await becomePartner(cedar, request)
  await on(13, '14:10')
  await act(removePartnership, the(nordlicht, 'adminAgent'), { partnershipId, notify: true })
  await on(2, '09:30')
  const again = await askReseller(the(nordlicht, 'globalAdmin'), { to: 'camille@cedar-cloud.example' })
  await on(2, '09:31')
  await scan(again)
  await minutesAgo(95)
  await read(again)
}

/** Expired, revoked, replaced. */
async function resellersWhoNeverAnswered({ on }: Calendar): Promise<void> {
  await on(37, '15:12')
  const tannwald = await askReseller(the(nordlicht, 'salesAgent'), { to: 'info@tannwald-edv.example', validDays: 7 })
  await on(37, '15:13')
  await scan(tannwald)
  await on(33, '08:55')
  await remind(tannwald)
  await on(24, '11:18')
  const birkenfeld = await askReseller(the(nordlicht, 'salesAgent'), { to: 'leitung@birkenfeld-it.example' })
  await on(21, '16:02')
  await read(birkenfeld)
  await on(16, '10:22')
  const typo = await askReseller(the(nordlicht, 'adminAgent'), { to: 'ofice@donau-cloud.example' })
  await on(16, '10:29')
  await act(revokeInvitation, the(nordlicht, 'adminAgent'), { invitationId: typo.invitationId })
}

/** Waiting: one only a mail scanner has opened, one nobody has, and a link for many that nobody has used. */
async function resellersAskedThisWeek({ on }: Calendar): Promise<void> {
  await on(6, '09:20')
  // Takes the place of the one of three weeks ago.
  const birkenfeld = await askReseller(the(nordlicht, 'salesAgent'), { to: 'leitung@birkenfeld-it.example' })
  await on(6, '09:21')
  await scan(birkenfeld)
  await on(5, '13:05')
  await askReseller(the(nordlicht, 'globalAdmin'), { validDays: 90 })
  await on(1, '10:50')
  await askReseller(the(nordlicht, 'salesAgent'), { to: 'post@fjordlys-data.example', validDays: 7 })
}

async function ahornblattSetsUpItsAccount({ on }: Calendar): Promise<void> {
  await on(30, '09:35')
  const request = await askCustomerWith(nordlicht, the(alder, 'salesAgent'), {
    to: 'annelie@ahornblatt.example',
    delegated: true,
  })
  await on(29, '05:40')
  await read(request)
  await setUpAccount(ahornblatt, request)
  await on(29, '05:52')
  await authorize(ahornblatt, request)
}

async function kieferAuthorizesBoth({ on }: Calendar): Promise<void> {
  await on(26, '12:15')
  // Handed over in person first, then mailed.
  const request = await askCustomerWith(nordlicht, the(alder, 'adminAgent'), {
    to: 'matthias@kieferbau.example',
    carried: true,
  })
  await on(25, '07:30')
  await remind(request)
  await on(25, '16:44')
  await read(request, globalAdmin(kiefer))
  await authorize(kiefer, request)
  await on(8, '10:15')
  const other = await askCustomer(the(brightwater, 'salesAgent'), { to: 'matthias@kieferbau.example' })
  await on(7, '15:58')
  await read(other, globalAdmin(kiefer))
  await act(declineCustomerInvitation, globalAdmin(kiefer), { token: other.token, reason: reasons.content })
}

/** Served by the provider alone. */
async function lumenTakesAdministrationBack({ on }: Calendar): Promise<void> {
  await on(30, '13:30')
  const request = await askCustomer(the(nordlicht, 'adminAgent'), { to: 'clara@lumenverlag.example', delegated: true })
  await on(28, '11:11')
  await read(request, globalAdmin(lumen))
  const [relationshipId = ''] = await authorize(lumen, request)
  await on(4, '09:03')
  await act(removeDelegatedAdministration, globalAdmin(lumen), { relationshipId })
}

/** Came with Cedar Cloud and Nordlicht, stayed with both when the two parted, and tried Alder IT for a week. */
async function ostlundLeavesAlder({ on, later }: Calendar): Promise<void> {
  await on(22, '08:45')
  const request = await askCustomerWith(nordlicht, the(cedar, 'salesAgent'), {
    to: 'ingrid@ostlund.example',
    delegated: true,
  })
  await on(22, '08:46')
  await scan(request)
  await on(20, '18:20')
  await read(request)
  await setUpAccount(ostlund, request)
  await later(9)
  await authorize(ostlund, request)
  await on(12, '09:40')
  const offer = await askCustomer(the(alder, 'salesAgent'), { to: 'ingrid@ostlund.example' })
  await on(12, '17:05')
  await read(offer, globalAdmin(ostlund))
  const [relationshipId = ''] = await authorize(ostlund, offer)
  await on(5, '07:50')
  await act(endRelationship, globalAdmin(ostlund), { relationshipId })
}

/** An open link: two of its 25 uses are taken. */
async function brightwaterPublishesALink({ on }: Calendar): Promise<void> {
  await on(24, '14:30')
  const link = await askCustomer(the(brightwater, 'salesAgent'), { validDays: 90 })
  for (const [customer, daysAgo] of [
    [marlow, 22],
    [harbour, 18],
  ] as const) {
    await on(daysAgo, '19:10')
    await read(link)
    await setUpAccount(customer, link)
    await on(daysAgo, '19:26')
    await authorize(customer, link)
  }
}

async function harbourAddsTheProvider({ on }: Calendar): Promise<void> {
  await on(11, '10:10')
  const request = await askCustomerWith(nordlicht, the(brightwater, 'adminAgent'), { to: 'it@harbour-clinic.example' })
  await on(11, '10:11')
  await scan(request)
  await on(10, '12:34')
  await read(request, globalAdmin(harbour))
  await authorize(harbour, request)
}

/** Expired, revoked. */
async function alderLooksForCustomers({ on }: Calendar): Promise<void> {
  await on(34, '10:30')
  await askCustomer(the(alder, 'salesAgent'), { to: 'kontakt@alte-muehle.example', validDays: 14 })
  await on(15, '13:45')
  const moved = await askCustomer(the(alder, 'adminAgent'), { to: 'einkauf@nordkap-moebel.example', delegated: true })
  await on(14, '08:20')
  await act(revokeInvitation, globalAdmin(alder), { invitationId: moved.invitationId })
}

async function customersAskedThisWeek({ on, minutesAgo }: Calendar): Promise<void> {
  await on(4, '11:25')
  const stonebridge = await askCustomer(the(brightwater, 'salesAgent'), {
    to: 'admin@stonebridge-legal.example',
    validDays: 7,
  })
  await on(4, '11:26')
  await scan(stonebridge)
  await on(3, '09:15')
  const both = await askCustomerWith(nordlicht, the(alder, 'salesAgent'), { to: 'clara@lumenverlag.example' })
  await on(3, '13:37')
  await read(both)
  await on(1, '14:40')
  await askCustomer(the(cedar, 'salesAgent'), { to: 'direction@vignoble-clair.example', delegated: true })
  await minutesAgo(50)
  await act(resendInvitation, the(brightwater, 'salesAgent'), { invitationId: stonebridge.invitationId })
}
