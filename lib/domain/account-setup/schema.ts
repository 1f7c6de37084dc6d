import { z } from 'zod'
import { isAccountSetupToken } from '@/lib/core/token'
import { emailAddress, line } from '@/lib/core/vocabulary'
import { invitationToken } from '../invitations/schema'
import { domainPrefix } from '../onboarding/schema'
import { organizationFields } from '../organizations/schema'
import { isWebMail } from '../organizations/web-mail'
import { newPassword } from '../users/schema'

export const beginAccountSetupInput = z.strictObject({
  token: invitationToken,
  organizationName: organizationFields.name,
  domain: organizationFields.domain,
  country: organizationFields.country,
  fullName: line(100),
  email: emailAddress,
  password: newPassword,
  locale: z.enum(['en', 'ru']),
})

/** S2, "Create one": a work account for a company that nobody has invited. */
export const beginWorkAccountInput = z.strictObject({
  organizationName: organizationFields.name,
  prefix: domainPrefix,
  country: organizationFields.country,
  fullName: line(100),
  email: emailAddress.refine((email) => !isWebMail(email), { error: 'web_mail' }),
  password: newPassword,
  locale: z.enum(['en', 'ru']),
})

export const accountSetupToken = z
  .string()
  .max(60, { error: 'invalid' })
  .refine(isAccountSetupToken, { error: 'invalid' })
export const confirmAccountSetupInput = z.strictObject({ token: accountSetupToken })
