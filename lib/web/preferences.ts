import { cookies } from 'next/headers'
import { environment } from '@/lib/core/env'
import { localeCookie, themeCookie } from '@/lib/i18n/locale'
import { showProfile } from './outcomes'

/** Keeps language and theme in cookies too, so that they hold before sign-in and after sign-out. */
export async function rememberPreferences(chosen: { locale: string | null; theme: string | null }): Promise<undefined> {
  const jar = await cookies()
  const options = {
    path: '/',
    sameSite: 'lax' as const,
    maxAge: 365 * 24 * 3600,
    secure: environment().APP_ORIGIN.startsWith('https:'),
  }
  if (chosen.locale) jar.set(localeCookie, chosen.locale, options)
  if (chosen.theme) jar.set(themeCookie, chosen.theme, options)
}

/** The same for the form of the profile, which says afterwards what it has done. */
export async function keepPreferences(chosen: { locale: string | null; theme: string | null }) {
  await rememberPreferences(chosen)
  return showProfile('looks_saved')()
}
