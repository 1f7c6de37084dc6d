import { embeddedDirectory } from './embedded-directory'
import type { MembershipDirectory } from './profiles'

/**
 * The directory the portal asks. A real one takes the embedded one's place here; the database's own
 * authorize_by_directory() then has to believe it in place of the embedded tables.
 */
export function membershipDirectory(): MembershipDirectory {
  return embeddedDirectory
}
