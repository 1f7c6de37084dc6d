import { z } from 'zod'
import { businessRoles, roles } from '@/lib/access/permissions'
import { pageInput } from '@/lib/core/page'
import { emailAddress, identifier, line, optional, searchTerm } from '@/lib/core/vocabulary'
import { adminLevels, agentLevels } from '../users/levels'

export const userStates = ['active', 'waiting', 'disabled'] as const
export type UserState = (typeof userStates)[number]

/** A role people are filtered by; `none`: those who have none. */
export const roleFilters = [...roles, 'none'] as const

export const listPartnerUsersInput = z.strictObject({
  search: searchTerm,
  role: optional(z.enum(roleFilters, { error: 'invalid' })),
  state: optional(z.enum(userStates, { error: 'invalid' })),
  ...pageInput,
})

export const partnerUserInput = z.strictObject({ userId: identifier })

const levels = {
  agentLevel: z.enum(agentLevels, { error: 'required' }),
  adminLevel: z.enum(adminLevels, { error: 'required' }),
  businessRoles: z
    .array(z.enum(businessRoles, { error: 'invalid' }), { error: 'invalid' })
    .max(10)
    .default([]),
}

/** How a new password reaches its owner: by whoever sees it once, or as a link by mail to choose one. */
export const deliveries = ['password', 'link'] as const
const delivery = z.enum(deliveries, { error: 'required' })

export const addPartnerUserInput = z.strictObject({
  fullName: line(100),
  email: emailAddress,
  ...levels,
  delivery,
})

export const editRolesInput = z.strictObject({
  userId: identifier,
  ...levels,
  /** The roles the form was opened with, separated by commas: what somebody else changed meanwhile is not undone. */
  seen: z.string({ error: 'invalid' }).max(200),
})

export const renamePartnerUserInput = z.strictObject({ userId: identifier, fullName: line(100) })

export const resetPartnerUserPasswordInput = z.strictObject({ userId: identifier, delivery })

/** Two hundred rows stay far below. */
const fileLength = 100_000

export const uploadPeopleInput = z.strictObject({
  /** Of the form: a second press is the same upload. */
  nonce: identifier,
  /** The text of the file. */
  file: z
    .string({ error: 'required' })
    .min(1, { error: 'required' })
    .max(fileLength, { error: 'too_long' })
    .refine((text) => !text.includes('\u0000'), { error: 'characters' }),
})

export const peopleUploadInput = z.strictObject({ uploadId: identifier })
