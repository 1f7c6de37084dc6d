import { hashPassword } from '@/lib/auth/password'
import { command } from '@/lib/core/operation'
import { keepMembershipAccountInput } from './schema'

/**
 * Keeps an account of the embedded membership directory, with its profiles, in place of what was known of it before.
 */
export const keepMembershipAccount = command({
  access: 'membership.keep',
  input: keepMembershipAccountInput,
  prepare: ({ input }) => hashPassword(input.password),
  async run({ input, db, audit }, passwordHash) {
    const { userName, profiles } = input
    await db.$executeRaw`select keep_membership_account(${userName}, ${passwordHash}, ${JSON.stringify(profiles)}::jsonb)`
    await audit('membership.kept', { userName, profiles: profiles.length })
  },
})
