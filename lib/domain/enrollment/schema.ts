import { z } from 'zod'
import { emailAddress, line, optional, webAddress } from '@/lib/core/vocabulary'
import { membershipCredentials, mpnId } from '../membership/schema'
import { addressFields } from '../organizations/address'
import { organizationFields } from '../organizations/schema'
import { isWebMail } from '../organizations/web-mail'

export const nothing = z.strictObject({})

export const signInToMembershipInput = z.strictObject(membershipCredentials)

export const chooseProfileInput = z.strictObject({ mpnId })

const { phoneNumber, ...legalAddress } = addressFields
export const keepLegalProfileInput = z.strictObject({ legalName: organizationFields.name, ...legalAddress })

/** A mailbox of a company. S2: no web mail. */
export const companyMailbox = emailAddress.refine((email) => !isWebMail(email), { error: 'web_mail' })

export const keepContactInput = z.strictObject({ contactName: line(100), email: companyMailbox, phoneNumber })

/** Short and free numbers are usual here: more is allowed than in a primary contact. */
const supportPhone = line(40).refine(
  (text) => /^\+?[\d\s().\-\u2010-\u2015]{3,39}$/u.test(text) && /\d{3}/.test(text),
  {
    error: 'support_phone',
  },
)

export const keepSupportInput = z.strictObject({
  email: emailAddress,
  phone: supportPhone,
  website: optional(webAddress),
})
