import { z } from 'zod'
import { line, optional } from '@/lib/core/vocabulary'
import { country } from '../organizations/schema'
import { newPassword, typedPassword } from '../users/schema'

/** A user name of the membership directory; often an e-mail address. Capitals make no difference. */
export const membershipUserName = line(120).transform((name) => name.toLowerCase())

export const membershipCredentials = { userName: membershipUserName, password: typedPassword }

export const mpnId = z.string({ error: 'required' }).regex(/^\d{6,7}$/, { error: 'mpn_id' })

export const keepMembershipAccountInput = z.strictObject({
  userName: membershipUserName,
  password: newPassword,
  profiles: z
    .array(
      z.strictObject({
        mpnId,
        name: line(120),
        country,
        addressLine1: line(200),
        city: optional(line(100)),
        state: optional(line(100)),
        postalCode: optional(line(20)),
        active: z.boolean(),
        inProgram: z.boolean(),
      }),
    )
    .max(50),
})
