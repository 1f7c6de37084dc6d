import { useLocale, useTranslations } from 'next-intl'
import { countryNames } from '@/lib/i18n/country-names'
import { ProviderLogo } from './provider-logo'
import { Offerings } from './provider-profile'
import { TextLink } from './ui/text-link'

type ProviderTileProps = {
  card: { organizationId: string; name: string; country: string } & Record<
    'services' | 'languages' | 'countries',
    readonly string[]
  >
  logo: string | null
  text: string
}

/** A provider in the list of the directory. */
export function ProviderTile({ card, logo, text }: ProviderTileProps) {
  const t = useTranslations('directory')
  const country = countryNames(useLocale())
  return (
    <article className="grid h-full content-start gap-3 p-5 max-sm:p-4">
      <div className="flex items-center gap-3.5">
        <ProviderLogo id={card.organizationId} name={card.name} address={logo} />
        <div className="min-w-0">
          <h2 className="font-semibold text-subtitle [overflow-wrap:anywhere]">
            <TextLink href={`/find-a-provider/${card.organizationId}`} look="plain">
              {card.name}
            </TextLink>
          </h2>
          <p className="text-caption text-muted">
            {[
              country.of(card.country),
              t('moreCountries', { count: card.countries.length }),
              t('moreLanguages', { count: card.languages.length }),
            ].join(' · ')}
          </p>
        </div>
      </div>
      <p className="[overflow-wrap:anywhere]">{text}</p>
      <Offerings services={card.services} />
    </article>
  )
}
