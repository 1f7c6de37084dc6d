import { uuidv7 } from 'uuidv7'
import type { Permission, Role } from '@/lib/access/permissions'
import { askForPermission } from '@/lib/domain/notifications/commands'
import {
  addPartnerUser,
  addUploadedPeople,
  disablePartnerUser,
  editPartnerUserRoles,
  uploadPeople,
} from '@/lib/domain/partner-users/commands'
import { levelsOf } from '@/lib/domain/users/levels'
import type { Story } from './calendar'
import { alder, nordlicht, operator, vektor } from './cast'
import type { CastOrganization } from './casting'
import { act, enterByEmail, globalAdmin, the } from './people'

/** Colleagues who came later, left, or wait for something: what user management is for. Nobody of them is in the cast. */
export const colleagueStories: readonly Story[] = [
  alderGrows,
  nordlichtAddsATeam,
  vektorGrows,
  operatorGetsHelp,
  somebodyNeedsMore,
]

interface Newcomer {
  fullName: string
  email: string
  roles: readonly Role[]
}

/** The account admin adds somebody, who gets a link by mail. */
async function addByLink(organization: CastOrganization, { roles, ...person }: Newcomer): Promise<string> {
  const by = organization === operator ? globalAdmin(organization) : the(organization, 'userManagementAdmin')
  const input = { ...person, ...levelsOf(roles), delivery: 'link' } as never
  return (await act(addPartnerUser, by, input)).userId
}

async function giveRoles(
  organization: CastOrganization,
  userId: string,
  before: readonly Role[],
  after: readonly Role[],
) {
  const input = { userId, ...levelsOf(after), seen: [...before].sort().join(',') } as never
  await act(editPartnerUserRoles, globalAdmin(organization), input)
}

async function alderGrows({ on }: Parameters<Story>[0]): Promise<void> {
  await on(12, '09:05')
  const nora = { fullName: 'Nora Winkler', email: 'nora@alder-it.example', roles: ['salesAgent'] } as const
  const userId = await addByLink(alder, nora)
  await on(11, '14:20')
  const paul = { fullName: 'Paul Reimann', email: 'paul@alder-it.example', roles: ['helpdeskAgent'] } as const
  const leaving = await addByLink(alder, paul)
  await on(6, '16:45')
  await act(disablePartnerUser, globalAdmin(alder), { userId: leaving })
  await on(3, '10:12')
  await giveRoles(alder, userId, ['salesAgent'], ['adminAgent', 'billingAdmin'])
}

async function nordlichtAddsATeam({ on, later }: Parameters<Story>[0]): Promise<void> {
  await on(4, '08:50')
  const file = [
    'Full name,E-mail,Agent level,Admin level',
    'Jule Harms,jule@nordlicht.example,Sales agent,',
    'Mats Ehlers,mats@nordlicht.example,Helpdesk agent,',
    'Wiebke Petersen,wiebke@nordlicht.example,Sales agent,User management admin',
    'Ole Carstens,ole.nordlicht.example,Sales agent,',
  ].join('\r\n')
  const by = the(nordlicht, 'userManagementAdmin')
  const { uploadId } = await act(uploadPeople, by, { nonce: uuidv7(), file })
  await later(4)
  await act(addUploadedPeople, by, { uploadId })
}

async function vektorGrows({ on }: Parameters<Story>[0]): Promise<void> {
  await on(10, '11:30')
  const email = 'svetlana@vektor-distribution.example'
  await addByLink(vektor, { fullName: 'Светлана Лебедева', email, roles: ['salesAgent'] })
  await on(9, '12:15')
  const igor = { fullName: 'Игорь Мельник', email: 'igor@vektor-distribution.example', roles: ['adminAgent'] } as const
  const leaving = await addByLink(vektor, igor)
  await on(5, '15:00')
  await act(disablePartnerUser, globalAdmin(vektor), { userId: leaving })
}

async function operatorGetsHelp({ on }: Parameters<Story>[0]): Promise<void> {
  await on(20, '10:00')
  await addByLink(operator, { fullName: 'Declan Shaw', email: 'declan@operations.example', roles: ['helpdeskAgent'] })
}

/** Whoever is refused asks; those who can help find it among their notifications. */
async function somebodyNeedsMore({ on, minutesAgo }: Parameters<Story>[0]): Promise<void> {
  const asks = async (organization: CastOrganization, email: string, permission: Permission) => {
    const person = organization.people.find((each) => each.email === email)
    if (!person) throw new Error(`${email} is not in the cast.`)
    await act(askForPermission, await enterByEmail(organization, person), { permission })
  }
  await on(2, '13:40')
  await asks(alder, 'anja@alder-it.example', 'catalog.view')
  await on(1, '09:25')
  await asks(vektor, 'olga@vektor-distribution.example', 'order.create')
  await minutesAgo(50)
  await asks(alder, 'felix@alder-it.example', 'customer.invite')
}
