import { createHmac, randomBytes } from 'node:crypto'
import { environment } from '@/lib/core/env'

/** Codes that stand in for a lost second factor, each once: 80 bits in four groups of an alphabet without look-alikes. */

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10
const length = 16

export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, newRecoveryCode)
}

function newRecoveryCode(): string {
  let characters = ''
  while (characters.length < length) {
    for (const byte of randomBytes(32)) {
      // Bytes past the last whole multiple of the alphabet would favour its first letters.
      if (byte < alphabet.length * 8 && characters.length < length)
        characters += alphabet.charAt(byte % alphabet.length)
    }
  }
  return (characters.match(/.{4}/g) ?? []).join('-')
}

/** What the database keeps. However it was typed: capitals, blanks and hyphens do not matter. */
export function recoveryCodeHash(userId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  const key = createHmac('sha256', environment().AUTH_SECRET).update('recovery codes').digest()
  return createHmac('sha256', key).update(`${userId}:${plain}`).digest('hex')
}
