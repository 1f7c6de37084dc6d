import { cookies } from 'next/headers'
import { errandCookie } from '@/lib/auth/issuer/cookie'
import type { ErrorCode } from '@/lib/core/errors'
import type { getSingleSignOn } from '@/lib/domain/single-sign-on/queries'

export type SingleSignOnView = Awaited<ReturnType<typeof getSingleSignOn>>

/** Where the browser leaves from. A page and no redirect: browsers let no form lead to another site (`form-action`). */
const leavePath = '/sign-in/organization/leave'
export const problemPath = '/sign-in/organization/problem'

/** Marks the browser that is sent to an issuer. */
export async function leaveForIssuer({ errandToken }: { errandToken: string }) {
  const { name, options } = errandCookie()
  ;(await cookies()).set(name, errandToken, options)
  return { redirectTo: leavePath }
}

export async function showSwitched({ state }: { state: 'on' | 'off' }) {
  return { redirectTo: `/settings/single-sign-on?notice=single_sign_on_${state}` }
}

export async function showRequired({ required }: { required: boolean }) {
  return { redirectTo: `/settings/single-sign-on?notice=single_sign_on_${required ? 'enforced' : 'optional'}` }
}

/** Why a browser came back for nothing, as the address of the page may name it. */
const problems = [
  'issuer_unreachable',
  'issuer_address_refused',
  'issuer_differs',
  'issuer_not_conform',
  'issuer_denied',
  'issuer_refused_client',
  'issuer_failed',
  'issuer_answer_invalid',
  'issuer_changed',
  'errand_missing',
  'errand_foreign',
  'errand_used',
  'email_missing',
  'email_unverified',
  'email_not_covered',
  'person_unknown',
  'person_disabled',
  'identity_conflict',
  'identity_differs',
  'proof_too_old',
  'too_many_attempts',
] as const satisfies readonly ErrorCode[]

export type ProblemCode = (typeof problems)[number]

export function problemIn(named: string | undefined): ProblemCode | null {
  return problems.find((each) => each === named) ?? null
}
