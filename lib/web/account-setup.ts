import type { Outcome } from './action'
import { giveSession } from './session-cookie'

/** A proven mailbox leads straight back to the invitation; any other waits for its confirmation mail. */
export async function enterNewAccount(begun: {
  sessionToken: string | null
  invitationPath: string
}): Promise<Outcome<never>> {
  if (!begun.sessionToken) return { redirectTo: `${begun.invitationPath}/set-up?sent=1` }
  await giveSession(begun.sessionToken)
  return { redirectTo: begun.invitationPath }
}
