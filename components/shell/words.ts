import { getTranslations } from 'next-intl/server'
import type { Messages } from '@/lib/i18n/messages'

const names = [
  'close',
  'closeMenu',
  'language',
  'mainMenu',
  'messages',
  'openMenu',
  'product',
  'profile',
  'security',
  'sessions',
  'signOut',
  'skipToContent',
  'theme',
  'themeDark',
  'themeLight',
  'themeSystem',
] as const satisfies readonly (keyof Messages['shell'])[]

/** What the frame of a page says. */
export type ShellWords = Record<(typeof names)[number], string>

export async function shellWords(): Promise<ShellWords> {
  const t = await getTranslations('shell')
  return Object.fromEntries(names.map((name) => [name, t(name)])) as ShellWords
}
