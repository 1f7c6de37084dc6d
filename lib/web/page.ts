import { notFound, redirect } from 'next/navigation'
import { type Access, type Actor, can, type Permission } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { minute } from '@/lib/core/clock'
import { type DomainError, type ErrorCode, isDomainError } from '@/lib/core/errors'
import { isConfirmed, type Operation } from '@/lib/core/operation'
import { worldTime } from '@/lib/core/time-zones'
import { currentPath, requestFacts } from './request-facts'

/**
 * The only way a page reads. Answers with data, or leads to sign-in, the password step, the explanation of a refusal or
 * the not-found page. Refusals that belong to the page's own subject are thrown on.
 */
export async function read<A extends Access, Input, Output>(
  operation: Operation<A, Input, Output>,
  input: Input,
): Promise<Output> {
  const actor = await currentActor()
  try {
    return await operation(actor, input, await requestFacts())
  } catch (error) {
    if (isDomainError(error)) await leadAway(error)
    throw error
  }
}

/** The same for what may be out of the reader's sight: null where it is not there. */
export async function readIfVisible<A extends Access, Input, Output>(
  operation: Operation<A, Input, Output>,
  input: Input,
): Promise<Output | null> {
  const actor = await currentActor()
  try {
    return await operation(actor, input, await requestFacts())
  } catch (error) {
    if (isDomainError(error, 'not_found') || isDomainError(error, 'input_invalid')) return null
    if (isDomainError(error)) await leadAway(error)
    throw error
  }
}

async function leadAway(error: DomainError): Promise<void> {
  const path = await currentPath()
  if (error.code === 'not_signed_in') redirect(signInPath(path))
  if (isOwed(error.code)) redirect(`${owedPath[error.code]}?returnTo=${encodeURIComponent(path)}`)
  if (error.code === 'role_missing') redirect(`/no-access?permission=${error.permission}`)
  if (error.code === 'not_found' || error.code === 'input_invalid') notFound()
}

/** What somebody has to do before the portal goes on, and where. */
export const owedPath = {
  password_change_required: '/set-password',
  second_factor_required: '/second-factor',
  verification_pending: '/enroll',
  confirmation_required: '/confirm-identity',
} as const satisfies Partial<Record<ErrorCode, string>>

export function isOwed(code: ErrorCode): code is keyof typeof owedPath {
  return Object.hasOwn(owedPath, code)
}

/** Where to sign in and come back from. */
export function signInPath(returnTo: string): string {
  return returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`
}

/** The person behind a page that needs one; leads to sign-in or the password step otherwise. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  const path = await currentPath()
  if (!actor) redirect(signInPath(path))
  const owed = actor.mustChangePassword
    ? 'password_change_required'
    : actor.mustAddSecondFactor
      ? 'second_factor_required'
      : null
  if (owed) redirect(`${owedPath[owed]}?returnTo=${encodeURIComponent(path)}`)
  return actor
}

/** Whose clock a page shows that strangers see, too: their times are in UTC. */
export async function readerTimeZone(): Promise<string> {
  return (await currentActor())?.timeZone ?? worldTime
}

/**
 * For pages whose form is dear (`confirmed: true`): whoever has not proved lately to be the person of the session does so
 * first, so that nobody fills in a form only to be refused.
 */
export async function requireConfirmed(): Promise<Actor> {
  const actor = await requireActor()
  if (!isConfirmed(actor, confirmationMargin))
    redirect(`${owedPath.confirmation_required}?returnTo=${encodeURIComponent(await currentPath())}`)
  return actor
}

/** Time that remains for filling in the form. */
const confirmationMargin = 3 * minute

/** For pages with nothing but a form: whoever may not send it is told so before filling it in. */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor()
  if (can(actor, permission)) return actor
  if (can({ ...actor, vettingStatus: 'Authorized' }, permission)) redirect(owedPath.verification_pending)
  redirect(`/no-access?permission=${permission}`)
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** Single values of the named search parameters; repeated or absent ones are left out. */
export async function pickParameters<Name extends string>(
  searchParams: SearchParams,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>>> {
  const given = await searchParams
  const picked: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = given[name]
    if (typeof value === 'string' && value !== '') picked[name] = value
  }
  return picked
}

/** The same page with some parameters changed; null removes one. */
export function hrefWith(
  path: string,
  current: Record<string, string | undefined>,
  changes: Record<string, string | null>,
): string {
  const merged = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...current, ...changes })) if (value) merged.set(name, value)
  const search = merged.toString()
  return search ? `${path}?${search}` : path
}
