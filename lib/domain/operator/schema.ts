import { z } from 'zod'
import { organizationKinds } from '@/lib/access/permissions'
import { pageInput } from '@/lib/core/page'
import { emailAddress, identifier, line, locale, optional, searchTerm } from '@/lib/core/vocabulary'
import { organizationFields } from '../organizations/schema'
import { isWebMail } from '../organizations/web-mail'

/** S2: no web mail. */
const companyMailbox = emailAddress.refine((email) => !isWebMail(email), { error: 'web_mail' })
const firstGlobalAdmin = { adminName: line(100), adminEmail: companyMailbox }

export const installOperatorInput = z.strictObject({ ...organizationFields, ...firstGlobalAdmin })

/** Whoever is invited first is the primary contact until the organization names another one. */
export const addProviderInput = z.strictObject({
  ...organizationFields,
  mpnId: optional(z.string().regex(/^\d{6,7}$/, { error: 'mpn_id' })),
  contactPhone: optional(line(40)),
  ...firstGlobalAdmin,
  /** Of the letter, and of the person's first pages. */
  locale,
})

export const listOrganizationsInput = z.strictObject({
  search: searchTerm,
  kind: optional(z.enum(organizationKinds, { error: 'invalid' })),
  ...pageInput,
})

export const organizationInput = z.strictObject({ organizationId: identifier })

export const renameProviderInput = z.strictObject({
  organizationId: identifier,
  name: organizationFields.name,
  reason: line(300),
  /** The name the form was opened with: of two who rename at once the second is told. */
  seen: z.string({ error: 'invalid' }).max(200, { error: 'invalid' }),
})
