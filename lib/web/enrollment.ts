import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type Actor, can } from '@/lib/access/permissions'
import { viewEnrollment } from '@/lib/domain/enrollment/queries'
import type { EnrollmentStep } from '@/lib/domain/enrollment/rules'
import { isLocale } from '@/lib/i18n/locale'
import { loadMessages } from '@/lib/i18n/messages'
import { countryForm } from './new-customer'
import { read, requireActor } from './page'

export type EnrollmentView = Awaited<ReturnType<typeof viewEnrollment>>

/** The pages in their order; the first two need nobody signed in. */
export const enrollmentPages = [
  'welcome',
  'account',
  'membership',
  'profile',
  'legal',
  'contact',
  'support',
  'review',
] as const
export type EnrollmentPage = (typeof enrollmentPages)[number]

/** What a page of the enrollment shows; whoever cannot be there yet, or any more, is led to where they can go on. */
export async function enrollmentAt(step: EnrollmentStep): Promise<{ actor: Actor; enrollment: EnrollmentView }> {
  const actor = await requireActor()
  if (actor.vettingStatus !== 'None' || !can(actor, 'enrollment.submit')) redirect('/enroll')
  const enrollment = await read(viewEnrollment, {})
  if (!enrollment.openSteps.includes(step)) redirect(pathOf(enrollment.currentStep))
  return { actor, enrollment }
}

export function pathOf(step: EnrollmentStep): string {
  return `/enroll/${step}`
}

/** What the fields of a country look like, in the reader's language. */
export async function readCountry(code: string) {
  const chosen = await getLocale()
  const locale = isLocale(chosen) ? chosen : 'en'
  return countryForm(code, locale, await loadMessages(locale))
}

/** After a step the page of the next one; who is not asked it is led past it. */
export function goOnTo(step: EnrollmentStep) {
  return async () => ({ redirectTo: pathOf(step) })
}

export async function goToStatus() {
  return { redirectTo: '/enroll/status' }
}

export async function awaitConfirmation() {
  return { redirectTo: '/enroll/create?sent=1' }
}
