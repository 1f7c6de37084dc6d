import { readFileSync } from 'node:fs'
import type { Actor } from '@/lib/access/permissions'
import { choosePassword } from '@/lib/domain/account-security/commands'
import { importCatalog } from '@/lib/domain/catalog/commands'
import { installOperator } from '@/lib/domain/operator/commands'
import { addOrganization } from '@/lib/domain/organizations/commands'
import { addUser } from '@/lib/domain/users/commands'
import type { Calendar, Story } from './calendar'
import {
  alder,
  brightwater,
  cedar,
  demoPassword,
  fjordbyte,
  iberia,
  kiefer,
  lumen,
  mayak,
  meridian,
  nordlicht,
  operator,
  ryabina,
  vektor,
} from './cast'
import type { CastOrganization, CastPerson } from './casting'
import { act, enter, globalAdmin, replacePassword, settleIn, the } from './people'

/** The operator's password while the world is being built; see `finish`. */
export const buildersPassword = 'world-under-construction-17'

const catalogFile = new URL('../catalog/catalog.csv', import.meta.url)

/** How the organizations and their people came to the portal. */
export const foundingStories: readonly Story[] = [
  installPortal,
  partnerJoins(nordlicht, 41, '09:10'),
  partnerJoins(vektor, 41, '12:30'),
  partnerJoins(alder, 40, '08:15'),
  partnerJoins(brightwater, 40, '11:20'),
  partnerJoins(cedar, 39, '08:05'),
  partnerJoins(ryabina, 39, '11:35'),
  partnerJoins(meridian, 36, '09:05'),
  partnerJoins(iberia, 35, '10:15'),
  partnerJoins(fjordbyte, 34, '08:50'),
  customerJoins(kiefer, 33, '09:45'),
  customerJoins(lumen, 31, '13:10'),
  customerJoins(mayak, 28, '08:30'),
]

async function installPortal({ on, later }: Calendar): Promise<void> {
  await on(41, '08:30')
  const [orla] = operator.people
  const { name, domain, country } = operator
  const first = { name, domain, country, adminName: orla.name, adminEmail: orla.email }
  const { token, ...ids } = await act(installOperator, null, first)
  await later(12)
  const [newPassword, repeatedPassword] = [buildersPassword, buildersPassword]
  await act(choosePassword, null, { token, newPassword, repeatedPassword })
  enter(operator, orla, ids, false)
  await later(7)
  await act(importCatalog, globalAdmin(operator), { content: readFileSync(catalogFile, 'utf8') })
}

/** The last act: from here on the operator has the password of everybody else, which is how one knows that all is done. */
export async function finish(): Promise<void> {
  await replacePassword(globalAdmin(operator), buildersPassword, demoPassword)
}

function partnerJoins(organization: CastOrganization, daysAgo: number, timeOfDay: string): Story {
  return async (calendar) => {
    await calendar.on(daysAgo, timeOfDay)
    await addWithGlobalAdmin(organization, calendar)
    await calendar.later(9)
    await addColleagues(organization, calendar)
  }
}

function customerJoins(organization: CastOrganization, daysAgo: number, timeOfDay: string): Story {
  return async (calendar) => {
    await calendar.on(daysAgo, timeOfDay)
    await addWithGlobalAdmin(organization, calendar)
  }
}

async function addWithGlobalAdmin(organization: CastOrganization, { later }: Calendar): Promise<void> {
  const { kind, people } = organization
  if (kind === 'operator') throw new Error('The operator adds others, nobody adds the operator.')
  const details = { kind, mpnId: organization.mpnId, ...detailsOf(organization) }
  const { temporaryPassword, ...ids } = await act(addOrganization, globalAdmin(operator), details)
  await later(18)
  await settleIn(enter(organization, people[0], ids), temporaryPassword)
}

/** The Global admin adds whoever looks after the accounts; that person adds the others. */
async function addColleagues(organization: CastOrganization, { later }: Calendar): Promise<void> {
  const [, accountAdmin, ...others] = organization.people
  if (!accountAdmin) return
  const settleAccountAdmin = await addColleague(organization, accountAdmin, globalAdmin(organization))
  await later(14)
  await settleAccountAdmin()
  const newcomers = []
  for (const person of others) {
    await later(3)
    newcomers.push(await addColleague(organization, person, the(organization, 'userManagementAdmin')))
  }
  for (const settle of newcomers) {
    await later(11)
    await settle()
  }
}

/** Returns what the new person does at the first sign-in. */
async function addColleague(
  organization: CastOrganization,
  person: CastPerson,
  by: Actor,
): Promise<() => Promise<void>> {
  const { email, name, roles } = person
  const { userId, temporaryPassword } = await act(addUser, by, { email, fullName: name, roles: [...roles] })
  return () => settleIn(enter(organization, person, { organizationId: by.organizationId, userId }), temporaryPassword)
}

function detailsOf({ name, domain, country, phone, people }: CastOrganization) {
  const [{ name: adminName, email: adminEmail }] = people
  return {
    ...{ name, domain, country },
    ...{ contactName: adminName, contactEmail: adminEmail, contactPhone: phone },
    ...{ adminName, adminEmail },
  }
}
