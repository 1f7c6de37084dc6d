import { z } from 'zod'
import { domainName, emailAddress, line, optional } from '@/lib/core/vocabulary'
import { isCountry } from './countries'

export const country = z.string({ error: 'required' }).refine(isCountry, { error: 'country' })

export const organizationFields = {
  name: line(120),
  domain: domainName,
  country,
}

const contact = {
  contactName: line(100),
  contactEmail: emailAddress,
  contactPhone: optional(line(40)),
}

const firstGlobalAdmin = { adminName: line(100), adminEmail: emailAddress }

export const addOrganizationInput = z.strictObject({
  kind: z.enum(['provider', 'reseller', 'customer']),
  mpnId: optional(z.string().regex(/^\d{6,7}$/, { error: 'mpn_id' })),
  ...organizationFields,
  ...contact,
  ...firstGlobalAdmin,
})
