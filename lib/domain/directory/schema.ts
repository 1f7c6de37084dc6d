import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { emailAddress, identifier, line, optional, paragraphs, searchTerm, webAddress } from '@/lib/core/vocabulary'
import { countries } from '../organizations/countries'
import { uploadedFile } from '../verification/schema'

/** What a provider may do for its resellers. */
export const offerings = [
  'productivity',
  'infrastructure',
  'security',
  'businessApplications',
  'migration',
  'training',
  'technicalSupport',
  'marketing',
  'billing',
  'financing',
] as const
export type Offering = (typeof offerings)[number]

/** Languages a provider may speak with its resellers, ISO 639-1: those of the countries the portal knows. */
export const spokenLanguages = [
  ...['en', 'ru', 'ar', 'az', 'be', 'bg', 'bn', 'cs', 'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'he', 'hi', 'hr', 'hu'],
  ...['hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'ko', 'ky', 'lt', 'lv', 'mk', 'ms', 'nl', 'no', 'pl', 'pt', 'ro', 'sk'],
  ...['sl', 'sq', 'sr', 'sv', 'sw', 'th', 'tr', 'uk', 'ur', 'uz', 'vi', 'zh'],
] as [string, ...string[]]

export const requestStatuses = ['pending', 'invited', 'declined', 'withdrawn'] as const
export type InvitationRequestStatus = (typeof requestStatuses)[number]

/** Stands on a public page, hence never without encryption. */
const publicWebAddress = webAddress.transform((text) => new URL(text.replace(/^http:/i, 'https:')).href)

function several<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .array(z.enum(values, { error: 'invalid' }))
    .max(values.length, { error: 'invalid' })
    .default([])
    .transform((chosen) => [...new Set(chosen)])
}

/** Spec 3.14: a description has at most 2,500 characters. */
const description = paragraphs(2500)

/** Everything may be empty while a card is a draft; see `lackingOf`. */
export const editProviderCardInput = z.strictObject({
  descriptionEn: description,
  descriptionRu: description,
  programmesEn: description,
  programmesRu: description,
  supportEn: description,
  supportRu: description,
  services: several(offerings),
  languages: several(spokenLanguages),
  countries: several(countries as [string, ...string[]]),
  website: optional(publicWebAddress),
  contactName: line(100),
  contactEmail: emailAddress,
  contactPhone: optional(line(40)),
})

/** Spec 3.14: at most 300 pixels wide. */
export const logoLimits = { bytes: 200_000, width: 300, height: 300 }

export const changeProviderLogoInput = z.strictObject({ logo: uploadedFile })

export const listProvidersInput = z.strictObject({
  search: searchTerm,
  /** A country it serves. */
  country: optional(z.enum(countries as [string, ...string[]], { error: 'invalid' })),
  language: optional(z.enum(spokenLanguages, { error: 'invalid' })),
  service: optional(z.enum(offerings, { error: 'invalid' })),
  ...pageInput,
})

export const providerInput = z.strictObject({ providerId: identifier })
export const nothing = z.strictObject({})

export const requestInvitationInput = z.strictObject({
  providerId: identifier,
  message: optional(paragraphs(1000)),
})

export const invitationRequestInput = z.strictObject({ requestId: identifier })

export const listInvitationRequestsInput = z.strictObject({
  status: optional(z.enum(requestStatuses, { error: 'invalid' })),
  ...pageInput,
})

export const answerInvitationRequestInput = z.strictObject({
  requestId: identifier,
  /** A few words before the text every invitation has. */
  note: optional(paragraphs(1000)),
})

export const declineInvitationRequestInput = z.strictObject({
  requestId: identifier,
  reason: paragraphs(1000).pipe(z.string().min(1, { error: 'required' })),
})
