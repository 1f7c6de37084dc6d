import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { formVersion, identifier, line, optional } from '@/lib/core/vocabulary'
import { companyMailbox, keepSupportInput } from '../enrollment/schema'
import { addressFields } from '../organizations/address'

const { phoneNumber, ...registered } = addressFields

export const getOrganizationProfileInput = z.strictObject({})
export const getSetupChecklistInput = z.strictObject({})
export const listAdminAccessInput = z.strictObject(pageInput)
export const partnerInput = z.strictObject({ partnerId: identifier })

/** Without a name the name stays: not everybody may change it. */
export const changeLegalProfileInput = z.strictObject({
  version: formVersion,
  name: optional(line(120)),
  ...registered,
})

/** As at enrollment: a mailbox of the company. */
export const changePrimaryContactInput = z.strictObject({
  version: formVersion,
  contactName: line(100),
  contactEmail: companyMailbox,
  phoneNumber,
})

export const changeSupportProfileInput = keepSupportInput.extend({ version: formVersion })
