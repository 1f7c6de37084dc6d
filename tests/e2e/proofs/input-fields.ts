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
  | 'lenient'

export interface Field {
  good: string
  kind: FieldKind
  /** Leaving it out or empty is no mistake. */
  optional?: boolean
  /** Where an unknown secret is met with silence. */
  silent?: boolean
  /** The same of somebody else: must not be found. */
  foreign?: string
}

/** One server action with everything right: whoever may do it, where, and a good value for each field. */
export interface Door {
  action: ActionName
  path: string
  cookie: string | undefined
  fields: Record<string, Field>
}

export const id = (good: string, foreign: string): Field => ({ good, kind: 'id', foreign })
export const token = (good: string): Field => ({ good, kind: 'token' })
export const text = (good: string, optional = false): Field => ({ good, kind: 'text', optional })
export const choice = (good: string): Field => ({ good, kind: 'choice' })
export const tick = (optional = false): Field => ({ good: 'on', kind: 'tick', optional })
export const password = (good: string): Field => ({ good, kind: 'password' })
/** Wrong values count as absent. */
export const lenient = (good: string): Field => ({ good, kind: 'lenient', optional: true })

export const cookieOf = async (who: Person) => `${cookieName}=${await signedIn(who)}`
