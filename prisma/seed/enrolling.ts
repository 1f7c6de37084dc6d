import type { Actor } from '@/lib/access/permissions'
import { beginWorkAccount, confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import { chooseProfile, keepLegalProfile, signInToMembership } from '@/lib/domain/enrollment/commands'
import { keepMembershipAccount } from '@/lib/domain/membership/commands'
import type { Calendar, Story } from './calendar'
import { demoPassword, haldenberg, operator } from './cast'
import { enrollmentTokenInMailbox } from './letters'
import { membershipAccounts } from './membership'
import { act, enterByEmail, globalAdmin } from './people'

/** Companies on their way into the programme. */
export const enrollingStories: readonly Story[] = [keepMembershipDirectory, enrollHalfWay]

async function keepMembershipDirectory({ on }: Calendar): Promise<void> {
  await on(38, '07:40')
  for (const { userName, password, profiles } of membershipAccounts)
    await act(keepMembershipAccount, globalAdmin(operator), { userName, password, profiles: [...profiles] })
}

/** Haldenberg has a work account, its MPN ID and its legal profile; its contact and its support are still to come. */
async function enrollHalfWay({ on, later }: Calendar): Promise<void> {
  await on(3, '09:05')
  const { name: organizationName, domain, country, locale, people } = haldenberg
  const [person] = people
  const { name: fullName, email } = person
  const prefix = domain.slice(0, domain.indexOf('.'))
  const account = { organizationName, prefix, country, locale, fullName, email, password: demoPassword }
  await act(beginWorkAccount, null, account)
  await later(6)
  const token = await enrollmentTokenInMailbox(email)
  // Without a mailbox of the demo's own nobody can answer the letter.
  if (!token) return
  await act(confirmAccountSetup, null, { token })
  const admin: Actor = { ...(await enterByEmail(haldenberg, person)), vettingStatus: 'None' }
  await later(4)
  await act(signInToMembership, admin, { userName: 'haldenberg', password: demoPassword })
  await later(2)
  await act(chooseProfile, admin, { mpnId: '6240117' })
  await later(5)
  const address = { addressLine1: 'Am Hang 21', city: 'Kassel', postalCode: '34117' }
  await act(keepLegalProfile, admin, { legalName: organizationName, ...address })
}
