import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time passwords (RFC 6238 over RFC 4226), as every authenticator app makes them: SHA-1, six digits, 30 seconds. */

const period = 30
const digits = 6
/** Clocks of telephones differ: a code of the step before or after counts, too. */
const drift = 1

/** 160 random bits, the length RFC 4226 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(20)
}

/** Time step of a moment in milliseconds. Authenticator apps live in real time, whatever a demo does with the portal's. */
export function stepAt(moment: number): number {
  return Math.floor(moment / 1000 / period)
}

/** The code of one time step. */
export function codeOf(secret: Buffer, step: number, algorithm = 'sha1', length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** length).padStart(length, '0')
}

/** The time step a code belongs to, as of now and one step around it; null where it belongs to none. */
export function stepOfCode(secret: Buffer, code: string, moment = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const now = stepAt(moment)
  const around = Array.from({ length: 2 * drift + 1 }, (_, position) => now - drift + position)
  // All are compared, so that how long it takes says nothing.
  const matching = around.filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
  return matching.at(-1) ?? null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding: the way secrets are typed. */
export function asLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** What an authenticator app reads from the picture. */
export function otpauthUri(secret: Buffer, account: string, issuer = 'Tandem'): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${asLetters(secret)}&issuer=${encodeURIComponent(issuer)}`
}
