import { declineCustomerInvitation } from '@/lib/domain/customers/commands'
import type { Calendar, Story } from './calendar'
import { chainaya, mayak, ryabina, vektor } from './cast'
import {
  askCustomer,
  askCustomerWith,
  askReseller,
  authorize,
  becomePartner,
  read,
  scan,
  setUpAccount,
} from './invitations'
import { act, globalAdmin, the } from './people'
import { reasons } from './texts'

/** What happened in Russia, a region of its own, in the last forty days. */
export const russianStories: readonly Story[] = [
  ryabinaBecomesPartner,
  resellersOfVektor,
  chainayaSetsUpItsAccount,
  mayakKeepsOnePartner,
]

async function ryabinaBecomesPartner({ on }: Calendar): Promise<void> {
  await on(37, '07:20')
  const request = await askReseller(the(vektor, 'salesAgent'), { to: 'sergey@ryabina-soft.example' })
  await on(36, '08:10')
  await read(request, globalAdmin(ryabina))
  await becomePartner(ryabina, request)
}

/** One expired, one that waits and that nobody has opened. */
async function resellersOfVektor({ on }: Calendar): Promise<void> {
  await on(32, '09:25')
  const granit = await askReseller(the(vektor, 'salesAgent'), { to: 'priem@granit-it.example', validDays: 14 })
  await on(30, '06:48')
  await read(granit)
  await on(2, '08:05')
  await askReseller(the(vektor, 'globalAdmin'), { to: 'office@sibir-oblako.example', validDays: 7 })
}

async function chainayaSetsUpItsAccount({ on }: Calendar): Promise<void> {
  await on(23, '10:00')
  const request = await askCustomerWith(vektor, the(ryabina, 'salesAgent'), {
    to: 'anna@chainaya-liniya.example',
    delegated: true,
  })
  await on(23, '10:01')
  await scan(request)
  await on(22, '11:55')
  await read(request)
  await setUpAccount(chainaya, request)
  await on(22, '12:04')
  await authorize(chainaya, request)
}

/** Served by the reseller alone; asked once more, for the provider as well. */
async function mayakKeepsOnePartner({ on }: Calendar): Promise<void> {
  await on(26, '07:40')
  const request = await askCustomer(the(ryabina, 'adminAgent'), { to: 'viktor@mayak-print.example' })
  await on(25, '09:12')
  await read(request, globalAdmin(mayak))
  await authorize(mayak, request)
  await on(17, '08:30')
  const direct = await askCustomer(the(vektor, 'salesAgent'), { to: 'viktor@mayak-print.example', delegated: true })
  await on(16, '13:20')
  await read(direct, globalAdmin(mayak))
  await act(declineCustomerInvitation, globalAdmin(mayak), { token: direct.token, reason: reasons.onePartner })
  await on(3, '07:10')
  const both = await askCustomerWith(vektor, the(ryabina, 'salesAgent'), { to: 'viktor@mayak-print.example' })
  await on(3, '10:22')
  await read(both)
}
