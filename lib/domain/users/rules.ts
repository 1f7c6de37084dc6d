import type { Actor, Role } from '@/lib/access/permissions'

/** NIST SP 800-63B: length instead of composition rules; 15 characters while the password is the only factor. */
export const passwordLength = { min: 15, max: 128 }

const common = [
  'password',
  'passwort',
  'parol',
  'qwertyuiop',
  'qwerty',
  '1234567890',
  'iloveyou',
  'letmein',
  'administrator',
  'welcome',
  'пароль',
  'йцукен',
  'abcdefghij',
]

/**
 * Why a password is not good enough, as a message key; null when it is.
 * @param context words that make a password guessable: names, addresses, the organization
 */
export function passwordWeakness(
  password: string,
  context: readonly string[],
): 'password_short' | 'password_long' | 'password_common' | 'password_context' | null {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < passwordLength.min) return 'password_short'
  if (characters.length > passwordLength.max) return 'password_long'
  const plain = password.toLowerCase()
  const withoutRepeats = new Set(characters).size
  if (withoutRepeats < 5 || common.some((word) => isMostly(plain, word))) return 'password_common'
  const words = context.flatMap((text) => text.toLowerCase().split(/[\s@.,_-]+/)).filter((word) => word.length >= 4)
  return words.some((word) => isMostly(plain, word)) ? 'password_context' : null
}

/** A long password may contain a common word; it may not consist of it. */
function isMostly(password: string, word: string): boolean {
  return password.replaceAll(word, '').length < password.length / 2
}

// Spec 2.2 and I4: nobody grants a role beyond their own reach.
export function mayGrantRole(actor: Pick<Actor, 'roles'>, role: Role): boolean {
  return role !== 'globalAdmin' || actor.roles.includes('globalAdmin')
}
