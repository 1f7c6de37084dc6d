import { query } from '@/lib/core/operation'
import { findPasswordLink, passwordLinkState } from './password-link-steps'
import { viewPasswordLinkInput } from './schema'

/** Whose password a link sets; null for a link that never was. */
export const viewPasswordLink = query({
  access: 'public',
  input: viewPasswordLinkInput,
  key: (input) => input.token,
  async run({ db }) {
    const found = await findPasswordLink(db)
    if (!found) return null
    const { organizationName, email, purpose, expiresAt } = found
    return { state: passwordLinkState(found), organizationName, userName: email, purpose, expiresAt }
  },
})
