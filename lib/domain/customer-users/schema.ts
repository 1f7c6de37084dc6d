import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, line, optional, searchTerm } from '@/lib/core/vocabulary'
import { country } from '../organizations/schema'

export const personFilters = ['all', 'licensed', 'unlicensed', 'deleted'] as const
export type PersonFilter = (typeof personFilters)[number]

/** What a person is to the customer: somebody who uses licenses, or somebody who also administers (Global admin). */
export const personRoles = ['user', 'administrator'] as const

const customer = { customerId: identifier }

export const listCustomerUsersInput = z.strictObject({
  ...customer,
  search: searchTerm,
  filter: optional(z.enum(personFilters, { error: 'invalid' })),
  ...pageInput,
})

export const customerUserInput = z.strictObject({ ...customer, userId: identifier })

const role = z.enum(personRoles, { error: 'required' })

export const addCustomerUserInput = z.strictObject({
  ...customer,
  displayName: line(100),
  /** With or without the customer's domain. */
  userName: line(254),
  usageLocation: country,
  role,
})

export const editCustomerUserInput = z.strictObject({
  ...customer,
  userId: identifier,
  displayName: line(100),
  usageLocation: optional(country),
  role,
  signIn: z.enum(['allowed', 'blocked'], { error: 'required' }),
})

/** Spec 3.13: 100 rows of five columns with 50 characters each stay far below. */
const fileLength = 60_000

export const importCustomerUsersInput = z.strictObject({
  ...customer,
  /** One location for the whole file. */
  usageLocation: country,
  /** The text of the file. */
  file: z
    .string({ error: 'required' })
    .min(1, { error: 'required' })
    .max(fileLength, { error: 'too_long' })
    .refine((text) => !text.includes('\u0000'), { error: 'characters' }),
})
