import { signPartnerAgreement } from '@/lib/domain/agreements/commands'
import type { Calendar, Story } from './calendar'
import { ahornblatt, alder, brightwater, chainaya, harbour, kiefer, nordlicht, ostlund, ryabina, vektor } from './cast'
import { act, globalAdmin, the } from './people'
import { order } from './purchases'

/** What was sold in the last month, and who signed that it may be credited with it. */
export const sellingStories: readonly Story[] = [
  resellersSign,
  kieferBuilds,
  ahornblattWorks,
  ostlundWrites,
  harbourBuysWithoutReseller,
  chainayaBuys,
]

/** Cedar Cloud has not signed: orders with it as reseller of record are refused. */
async function resellersSign({ on }: Calendar): Promise<void> {
  await on(36, '09:15')
  await act(signPartnerAgreement, globalAdmin(alder), { agreed: true })
  await on(35, '08:40')
  await act(signPartnerAgreement, globalAdmin(ryabina), { agreed: true })
  await on(25, '16:30')
  await act(signPartnerAgreement, globalAdmin(brightwater), { agreed: true })
}

async function kieferBuilds({ on }: Calendar): Promise<void> {
  await on(24, '09:20')
  const seller = the(nordlicht, 'salesAgent')
  await order(seller, kiefer, [{ title: 'Workplace Business Standard', quantity: 24 }], alder)
  await on(13, '10:05')
  await order(seller, kiefer, [{ title: 'Sentry Business', quantity: 24 }], alder)
  // Bought the day before yesterday: it can still be cancelled.
  await on(2, '14:10')
  await order(seller, kiefer, [{ title: 'Cloud Server Reserve M', quantity: 2 }], alder)
}

async function ahornblattWorks({ on }: Calendar): Promise<void> {
  await on(27, '11:30')
  const seller = the(nordlicht, 'adminAgent')
  await order(seller, ahornblatt, [{ title: 'Workplace Business Premium', term: 'P1M', quantity: 8 }], alder)
  await on(6, '15:45')
  await order(
    seller,
    ahornblatt,
    [{ title: 'Identity Guard P2 (trial)', term: 'P1M', cycle: 'None', quantity: 25 }],
    alder,
  )
}

/** Its reseller is no partner any more: nobody is credited. */
async function ostlundWrites({ on }: Calendar): Promise<void> {
  await on(11, '08:50')
  await order(the(nordlicht, 'salesAgent'), ostlund, [{ title: 'Mailbox Plan 1', quantity: 12 }])
}

/** Somebody forgot the reseller: Incentives shows it as missing. */
async function harbourBuysWithoutReseller({ on }: Calendar): Promise<void> {
  await on(9, '12:05')
  const seller = the(nordlicht, 'salesAgent')
  await order(seller, harbour, [
    { title: 'Workplace Business Standard', cycle: 'Annual', quantity: 40 },
    { title: 'Sentry Mail P2', quantity: 40 },
  ])
}

async function chainayaBuys({ on }: Calendar): Promise<void> {
  await on(21, '09:10')
  const seller = the(vektor, 'salesAgent')
  await order(seller, chainaya, [{ title: 'Mailbox Plan 1', quantity: 30 }], ryabina)
  await on(5, '13:35')
  await order(seller, chainaya, [{ title: 'Cloud Server Reserve S', quantity: 3 }], ryabina)
}
