import { z } from 'zod'
import { isPasswordToken } from '@/lib/core/token'
import { emailAddress, identifier, optional, timeZone } from '@/lib/core/vocabulary'
import { newPassword, returnPath, typedPassword } from '../users/schema'

const passwordToken = z.string().max(60, { error: 'invalid' }).refine(isPasswordToken, { error: 'invalid' })

export const viewPasswordLinkInput = z.strictObject({ token: passwordToken })

export const choosePasswordInput = z
  .strictObject({ token: passwordToken, newPassword, repeatedPassword: newPassword, timeZone })
  .refine((input) => input.newPassword === input.repeatedPassword, {
    error: 'password_repeat',
    path: ['repeatedPassword'],
  })

export const forgotPasswordInput = z.strictObject({ email: emailAddress })

/** Six digits of the app, or a recovery code; blanks and hyphens as people like. */
const typedCode = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'too_long' })
  .regex(/^[A-Za-z0-9 -]+$/, { error: 'code' })

export const finishSignInInput = z.strictObject({ code: typedCode, returnTo: returnPath, timeZone })

/** Either will do: the password, or a code of the second factor. */
export const confirmIdentityInput = z
  .strictObject({ password: optional(typedPassword), code: optional(typedCode), returnTo: returnPath })
  .refine((input) => input.password || input.code, { error: 'required', path: ['password'] })

export const noInput = z.strictObject({})

export const confirmSecondFactorInput = z.strictObject({ code: typedCode })

export const requireSecondFactorInput = z.strictObject({ required: z.enum(['yes', 'no'], { error: 'invalid' }) })

export const endSessionInput = z.strictObject({ sessionId: identifier })
