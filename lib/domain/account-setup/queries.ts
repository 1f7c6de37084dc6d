import { clock } from '@/lib/core/clock'
import { query } from '@/lib/core/operation'
import { hashToken } from '@/lib/core/token'
import { confirmAccountSetupInput } from './schema'

/** What a confirmation link would create; null when it is unknown, used or lapsed. */
export const viewAccountSetup = query({
  access: 'public',
  input: confirmAccountSetupInput,
  key: (input) => input.token,
  async run({ input, db }) {
    const setup = await db.accountSetup.findUnique({
      where: { tokenHash: hashToken(input.token) },
      select: {
        email: true,
        fullName: true,
        organizationName: true,
        domain: true,
        invitationId: true,
        expiresAt: true,
        confirmedAt: true,
      },
    })
    if (!setup || setup.confirmedAt || setup.expiresAt <= clock.now()) return null
    const { email, fullName, organizationName, domain, invitationId } = setup
    return { email, fullName, organizationName, domain, enrolls: invitationId === null }
  },
})
