import { DomainError } from '@/lib/core/errors'
import { type Budget, forget, giveBack, spend } from '@/lib/core/rate-limit'
import { membershipDirectory } from './directory'
import type { MembershipProfile } from './profiles'

/** Ten tries on one account in a quarter of an hour, known or unknown, whoever tries. */
const accountBudget: Budget = { name: 'membership-account', points: 10, seconds: 15 * 60 }
/** And as many by one organization, whatever the account. */
const callerBudget: Budget = { name: 'membership-caller', points: 10, seconds: 15 * 60 }

/**
 * Signs in to the membership directory for an organization.
 * @throws DomainError `membership_sign_in_failed`, `too_many_attempts`, `busy`
 */
export async function signInToDirectory(
  organizationId: string,
  { userName, password }: { userName: string; password: string },
): Promise<readonly MembershipProfile[]> {
  await spend(callerBudget, organizationId)
  await spend(accountBudget, userName)
  const profiles = await membershipDirectory().signIn(userName, password)
  if (!profiles) throw new DomainError('membership_sign_in_failed')
  await Promise.all([forget(accountBudget, userName), giveBack(callerBudget, organizationId)])
  return profiles
}
