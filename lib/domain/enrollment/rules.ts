import type { ErrorCode } from '@/lib/core/errors'
import type { MembershipProfile } from '../membership/profiles'

/** The pages of the enrollment that store something, in their order (S2, steps 4 to 8). */
export const enrollmentSteps = ['membership', 'profile', 'legal', 'contact', 'support', 'review'] as const
export type EnrollmentStep = (typeof enrollmentSteps)[number]

/** What has been stored so far. */
export interface Progress {
  hasProfiles: boolean
  mpnId: string | null
  inProgram: boolean
  hasLegalProfile: boolean
  hasContact: boolean
  hasSupport: boolean
}

/** Where to go on: the first step that is not done yet. */
export function currentStep(progress: Progress): EnrollmentStep {
  const done = doneSteps(progress)
  return stepsOf(progress).find((step) => !done.includes(step)) ?? 'review'
}

/** The steps that are asked. S2: who is in the programme already gives the support details only. */
export function stepsOf({ inProgram }: Pick<Progress, 'inProgram'>): readonly EnrollmentStep[] {
  return inProgram ? enrollmentSteps.filter((step) => step !== 'legal' && step !== 'contact') : enrollmentSteps
}

/** Whether the page of a step may be opened: it is asked, and everything before it is done. */
export function mayOpen(step: EnrollmentStep, progress: Progress): boolean {
  const steps = stepsOf(progress)
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(currentStep(progress))
}

function doneSteps({ hasProfiles, mpnId, hasLegalProfile, hasContact, hasSupport }: Progress): EnrollmentStep[] {
  return [
    ...(hasProfiles ? (['membership'] as const) : []),
    ...(mpnId ? (['profile'] as const) : []),
    ...(hasLegalProfile ? (['legal'] as const) : []),
    ...(hasContact ? (['contact'] as const) : []),
    ...(hasSupport ? (['support'] as const) : []),
  ]
}

/** Why a profile cannot be chosen (S2: an active one, of the country of the work account); null when it can. */
export function profileRefusal(
  profile: Pick<MembershipProfile, 'active' | 'country' | 'mpnId'>,
  country: string,
  taken: readonly string[],
): Extract<ErrorCode, 'profile_inactive' | 'profile_of_other_country' | 'mpn_taken'> | null {
  if (!profile.active) return 'profile_inactive'
  if (profile.country !== country) return 'profile_of_other_country'
  return taken.includes(profile.mpnId) ? 'mpn_taken' : null
}
