import { z } from 'zod'
import { roles } from '@/lib/access/permissions'
import { emailAddress, line, locale, optional, timeZone } from '@/lib/core/vocabulary'

/** Length is checked by the rules; this only keeps absurd input out. */
export const newPassword = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .max(256, { error: 'too_long' })
  .refine((text) => !text.includes('\u0000'), { error: 'characters' })

export const typedPassword = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .max(512, { error: 'too_long' })

/** A path within the portal to go on to; anything else becomes the home page. Never a reason to refuse a form. */
export const returnPath = z
  .unknown()
  .optional()
  .transform((given) => (typeof given === 'string' ? ownPath(given) : home))

const home = '/dashboard'

/** What a browser would make of the path, as long as that stays within the portal. */
function ownPath(given: string): string {
  const anywhere = 'https://portal.invalid'
  if (given.length > 2000 || !given.startsWith('/') || !URL.canParse(given, anywhere)) return home
  const { origin, pathname, search } = new URL(given, anywhere)
  return origin === anywhere && pathname !== '/' && !pathname.includes('//') ? pathname + search : home
}

export const signInInput = z.strictObject({
  email: emailAddress,
  password: typedPassword,
  returnTo: returnPath,
  timeZone,
})

export const changePasswordInput = z
  .strictObject({ currentPassword: typedPassword, newPassword, repeatedPassword: newPassword, returnTo: returnPath })
  .refine((input) => input.newPassword !== input.currentPassword, { error: 'password_same', path: ['newPassword'] })
  .refine((input) => input.newPassword === input.repeatedPassword, {
    error: 'password_repeat',
    path: ['repeatedPassword'],
  })

export const updatePreferencesInput = z.strictObject({
  locale: optional(locale),
  theme: optional(z.enum(['system', 'light', 'dark'], { error: 'invalid' })),
  returnTo: returnPath,
})

export const addUserInput = z.strictObject({
  email: emailAddress,
  fullName: line(100),
  roles: z.array(z.enum(roles)).max(roles.length),
})

export const signOutInput = z.strictObject({ returnTo: returnPath })
