import { getLocale } from 'next-intl/server'
import { getOrganizationProfile, type getPartnerProfile } from '@/lib/domain/organization-profile/queries'
import { isLocale } from '@/lib/i18n/locale'
import { loadMessages } from '@/lib/i18n/messages'
import { countryForm } from './new-customer'
import { read } from './page'

/** What the pages of the organization profile show, with what the country asks for. */
export async function readOrganizationProfile() {
  const chosen = await getLocale()
  const locale = isLocale(chosen) ? chosen : 'en'
  const [{ country, ...profile }, messages] = await Promise.all([
    read(getOrganizationProfile, {}),
    loadMessages(locale),
  ])
  return { ...profile, locale, country: countryForm(country, locale, messages) }
}

export type ProfileView = Awaited<ReturnType<typeof readOrganizationProfile>>

/** A partner, as far as the reader may see it. */
export type PartnerProfile = Awaited<ReturnType<typeof getPartnerProfile>>
