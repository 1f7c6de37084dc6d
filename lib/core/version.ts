import { createHash } from 'node:crypto'
import { DomainError } from './errors'

/** A fingerprint of what a form shows. Whoever saves a form that showed something else has to look again. */
export function versionOf(values: object): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(values).sort()))
    .digest('base64url')
    .slice(0, 22)
}

/** @throws DomainError `stale` */
export function assertCurrent(version: string, values: object): void {
  if (version !== versionOf(values)) throw new DomainError('stale')
}
