import { cache } from 'react'
import { getProviderCard, viewProvider, viewProviderLogo } from '@/lib/domain/directory/queries'
import { inLanguage } from '@/lib/domain/directory/rules'
import { logoLimits, type Offering, offerings, spokenLanguages } from '@/lib/domain/directory/schema'
import { read } from './page'

/** What the pages of the directory share. */

export type { Offering }

/** For the page and its title, with one reading. */
export const readProvider = cache((providerId: string) => read(viewProvider, { providerId }))
export const readOwnCard = cache(() => read(getProviderCard, {}))

export type Provider = Awaited<ReturnType<typeof readProvider>>
export type ProviderVisitor = NonNullable<Provider['visitor']>
export type OwnCard = Awaited<ReturnType<typeof readOwnCard>>

export const offeringChoices = offerings
export const logoBytes = logoLimits.bytes

/** Languages by their names in the reader's, in its order. */
export function languageOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return spokenLanguages
    .map((value) => ({ value, label: capital(names.of(value) ?? value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

type Texts = Record<`${'description' | 'programmes' | 'support'}${'En' | 'Ru'}`, string>

/** The texts of a card as a reader of this language gets them. */
export function textsFor(locale: string, card: Texts) {
  return {
    description: inLanguage(locale, card.descriptionEn, card.descriptionRu),
    programmes: inLanguage(locale, card.programmesEn, card.programmesRu),
    support: inLanguage(locale, card.supportEn, card.supportRu),
  }
}

/** The first words of a text, cut between words. */
export function beginningOf(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`
}

/** Null without a logo. The digest makes another address of another logo. */
export function logoAddress({ organizationId, logoDigest }: { organizationId: string; logoDigest: string | null }) {
  return logoDigest ? `/find-a-provider/${organizationId}/logo?v=${logoDigest.slice(0, 16)}` : null
}

/** What is sent to whoever asks for a provider's logo. */
export async function logoResponse(providerId: string): Promise<Response> {
  const { bytes, contentType, published, digest } = await read(viewProviderLogo, { providerId })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': 'inline',
      'cache-control': published ? 'public, max-age=86400' : 'private, no-store',
      etag: `"${digest}"`,
    },
  })
}
