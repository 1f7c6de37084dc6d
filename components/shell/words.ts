import type { Messages } from '@/lib/i18n/messages'
import { plainWords } from '@/lib/i18n/words'

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

export function shellWords(): Promise<ShellWords> {
  return plainWords('shell', names)
}
