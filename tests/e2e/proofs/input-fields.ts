import { randomUUID } from 'node:crypto'
import { signedIn } from '../../support/organizations'
import type { ActionName } from '../support/doors'
import { cookieName, type Person } from '../support/people'

/** What a field is for: it decides which inputs are wrong for it. */
export type FieldKind =
  | 'id'
  | 'token'
  | 'text'
  | 'email'
  | 'choice'
  | 'number'
  | 'tick'
  | 'password'
  | 'domain'
  | 'prefix'
  | 'day'
  | 'amount'
  | 'quantity'
  | 'nonce'
  | 'lenient'

export interface Field {
  good: string
  kind: FieldKind
  /** Leaving it out or empty is no mistake. */
  optional?: boolean
  /** Where an unknown secret is met with silence. */
  silent?: boolean
  /** Values that are no mistake here, whatever they are elsewhere. */
  accepts?: readonly string[]
  /** The same of somebody else: must not be found. */
  foreign?: string
}

/** One server action with everything right: whoever may do it, where, and a good value for each field. */
export interface Door {
  action: ActionName
  path: string
  cookie: string | undefined
  fields: Record<string, Field>
  /** What its field for a file holds. */
  file?: { field: string; name: string; content: Uint8Array<ArrayBuffer> }
  /** Belongs to the demo: elsewhere even the right form finds nothing. */
  demoOnly?: true
}

export const id = (good: string, foreign: string): Field => ({ good, kind: 'id', foreign })
/** May be left out. */
export const maybe = (field: Field): Field => ({ ...field, optional: true })
export const code = (good: string): Field => ({ good, kind: 'id' })
export const day = (good: string): Field => ({ good, kind: 'day' })
export const amount = (good: string): Field => ({ good, kind: 'amount' })
export const number = (good: string): Field => ({ good, kind: 'number' })
export const nonce = (): Field => ({ good: randomUUID(), kind: 'nonce' })
export const email = (good: string): Field => ({ good, kind: 'email' })
export const token = (good: string): Field => ({ good, kind: 'token' })
export const text = (good: string, optional = false): Field => ({ good, kind: 'text', optional })
export const choice = (good: string): Field => ({ good, kind: 'choice' })
export const tick = (optional = false): Field => ({ good: 'on', kind: 'tick', optional })
export const password = (good: string): Field => ({ good, kind: 'password' })
/** Wrong values count as absent. */
export const lenient = (good: string): Field => ({ good, kind: 'lenient', optional: true })

export const cookieOf = async (who: Person) => `${cookieName}=${await signedIn(who)}`
