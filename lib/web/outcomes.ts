import type { Outcome } from './action'

/** What follows a success, for the doors that share it. */

export async function goOn({ returnTo }: { returnTo: string }) {
  return { redirectTo: returnTo }
}

/** Leads to a page that says what has been done. */
export function leadTo(path: string) {
  return async () => ({ redirectTo: path })
}

/** Leaves the page as it is: nothing on it has changed. */
export async function stayHere(): Promise<Outcome<never>> {
  return { stay: true }
}

/** Shows a link, here and once; null where the portal mailed it. */
export async function showLink({ link }: { link: string | null }): Promise<Outcome<{ link: string | null }>> {
  return { shown: { link } }
}

/** Leads to a request that has just been asked or answered, and says which. */
export function showRequest(notice: string) {
  return async ({ requestId }: { requestId: string }) => ({ redirectTo: `/requests/${requestId}?notice=${notice}` })
}

/** Shows new recovery codes, here and once. */
export async function showRecoveryCodes(output: {
  recoveryCodes: string[]
}): Promise<Outcome<{ recoveryCodes: string[] }>> {
  return { shown: { recoveryCodes: output.recoveryCodes }, stay: true }
}

/** Leads to a request for an invitation that has just been sent or answered, and says which. */
export function showInvitationRequest(notice: string) {
  return async ({ requestId }: { requestId: string }) => ({
    redirectTo: `/invitation-requests/${requestId}?notice=${notice}`,
  })
}

/** Leads the operator to an organization it has just done something about, and says what. */
export function showOrganization(notice: string) {
  return async ({ organizationId }: { organizationId: string }) => ({
    redirectTo: `/organizations/${organizationId}?notice=${notice}`,
  })
}

/** Leads back to one's profile, which says what is kept now. Name, language and clock stand around every page. */
export function showProfile(notice: string) {
  return async () => ({ redirectTo: `/account/profile?notice=${notice}`, anew: true as const })
}
