import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from '@/lib/core/env'

/** AES-256-GCM under a key derived from the portal's secret: the database alone gives nothing away. */

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', environment().AUTH_SECRET, '', 'second factor secrets', 32))
}

/** @param owner whose secret it is, a person or an organization: a row copied to somebody else does not open */
export function seal(secret: Buffer, owner: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws Error where it was sealed under another secret, for somebody else, or was changed */
export function unseal(text: string, owner: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}
