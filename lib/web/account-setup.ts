import type { Outcome } from './action'
import { giveSession } from './session-cookie'

/** A proven mailbox goes on, back to the invitation or with the enrollment; any other waits for its confirmation mail. */
export async function enterNewAccount(begun: {
  sessionToken: string | null
  goOnPath: string
}): Promise<Outcome<never>> {
  if (!begun.sessionToken) return { redirectTo: `${begun.goOnPath}/set-up?sent=1` }
  await giveSession(begun.sessionToken)
  return { redirectTo: begun.goOnPath }
}
