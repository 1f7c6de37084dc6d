import { randomUUID } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { can } from '@/lib/access/permissions'
import { environment } from '@/lib/core/env'
import { segments } from '@/lib/domain/catalog/schema'
import type { Confirmation } from '@/lib/domain/onboarding/commands'
import { type checkNewCustomer, draftNewCustomer } from '@/lib/domain/onboarding/queries'
import { countryRules } from '@/lib/domain/organizations/country-rules'
import { countryNames } from '@/lib/i18n/country-names'
import { cultureName } from '@/lib/i18n/culture-names'
import { isLocale } from '@/lib/i18n/locale'
import { loadMessages, type Messages } from '@/lib/i18n/messages'
import type { Outcome } from './action'
import { read, requireActor } from './page'

/** What the form for a new customer starts with, in the reader's language. */
export async function readNewCustomerForm(resellerId?: string) {
  const actor = await requireActor()
  const draft = await read(draftNewCustomer, resellerId ? { reseller: resellerId } : {})
  const chosen = await getLocale()
  const locale = isLocale(chosen) ? chosen : 'en'
  const messages = await loadMessages(locale)
  return {
    ...draft,
    nonce: randomUUID(),
    locale,
    signInAddress: `${environment().APP_ORIGIN}/sign-in`,
    providerName: actor.organizationName,
    mayHandOver: can(actor, 'customerUser.manage'),
    countries: draft.countries.map((code) => countryForm(code, locale, messages)).sort(byLabel(locale)),
    segments: segmentOptions(messages),
    texts: { ...messages.onboarding.form, handover: messages.onboarding.handover, terms: termsOf(messages) },
  }
}

export type NewCustomerForm = Awaited<ReturnType<typeof readNewCustomerForm>>
export type NewCustomerTexts = NewCustomerForm['texts']
export type CountryForm = ReturnType<typeof countryForm>
export type CheckedCustomer = Awaited<ReturnType<typeof checkNewCustomer>>
export type AddedCustomer = Confirmation

function termsOf({ terms }: Messages) {
  const { family, term, billingCycle, price, perPeriod } = terms
  return { family, term, billingCycle, price, perPeriod }
}

export function segmentOptions({ terms }: Messages) {
  return segments.map((value) => ({ value, label: terms.segment[value] }))
}

/** What the fields of a country look like. */
export function countryForm(code: string, locale: 'en' | 'ru', { terms }: Messages) {
  const rules = countryRules(code)
  return {
    value: code,
    label: countryNames(locale).of(code) ?? code,
    states: rules.states.map(({ code: value, name }) => ({ value, label: name })),
    isStateRequired: rules.isStateRequired,
    isCityRequired: rules.isCityRequired,
    isPostalCodeRequired: rules.isPostalCodeRequired,
    hasPostalCode: rules.postalCodePattern !== null,
    postalCodeSample: rules.postalCodeSample,
    isPhoneRequired: rules.isPhoneRequired,
    phoneSample: rules.phoneSample,
    registrationNumber: rules.registrationNumber && {
      label: terms.registrationNumber[rules.registrationNumber.label],
      isRequired: rules.registrationNumber.isRequired,
      sample: rules.registrationNumber.sample,
    },
    cultures: rules.cultures.map((value) => ({ value, label: cultureName(locale, value) })),
  }
}

function byLabel(locale: string) {
  const { compare } = new Intl.Collator(locale)
  return (one: { label: string }, other: { label: string }) => compare(one.label, other.label)
}

/** The next step is shown where the form stands; the page is not read anew. */
export async function showStep(checked: CheckedCustomer): Promise<Outcome<CheckedCustomer>> {
  return { shown: checked, stay: true }
}

/** The one response that holds the temporary password. The page is not read anew, so that nothing else can. */
export async function showConfirmation(added: AddedCustomer): Promise<Outcome<AddedCustomer>> {
  return { shown: added, stay: true }
}

export type OfferRow = NewCustomerForm['offers'][number]
