import { z } from 'zod'
import { isPasswordToken } from '@/lib/core/token'
import { emailAddress, timeZone } from '@/lib/core/vocabulary'
import { newPassword } from '../users/schema'

const passwordToken = z.string().max(60, { error: 'invalid' }).refine(isPasswordToken, { error: 'invalid' })

export const viewPasswordLinkInput = z.strictObject({ token: passwordToken })

export const choosePasswordInput = z
  .strictObject({ token: passwordToken, newPassword, repeatedPassword: newPassword, timeZone })
  .refine((input) => input.newPassword === input.repeatedPassword, {
    error: 'password_repeat',
    path: ['repeatedPassword'],
  })

export const forgotPasswordInput = z.strictObject({ email: emailAddress })
