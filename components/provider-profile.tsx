import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryNames } from '@/lib/i18n/country-names'
import type { OwnCard, Provider } from '@/lib/web/provider-directory'
import { ProviderLogo } from './provider-logo'
import { KindBadge } from './ui/badge'
import { Card, CardHeader } from './ui/card'
import { DescriptionList } from './ui/description-list'
import { TextLink } from './ui/text-link'

type ProviderProfileProps = {
  card: Provider['card'] | OwnCard
  texts: { description: string; programmes: string; support: string }
  logo: string | null
  /** Level of the name: a page of its own, or a preview within one. */
  heading: 'h1' | 'h2'
  /** Beside the profile. */
  children?: ReactNode
}

/** What everybody reads about a provider. */
export function ProviderProfile({ card, texts, logo, heading: Heading, children }: ProviderProfileProps) {
  const t = useTranslations('directory')
  const country = countryNames(useLocale())
  const level = Heading === 'h1' ? 2 : 3
  const parts = [
    ['about', texts.description],
    ['programmes', texts.programmes],
    ['support', texts.support],
  ] as const
  return (
    <>
      <div className="mb-1 flex flex-wrap items-center gap-4">
        <ProviderLogo id={card.organizationId} name={card.name} address={logo} size="large" />
        <div className="min-w-0">
          <Heading className="[overflow-wrap:anywhere]">{card.name}</Heading>
          <p className="text-muted">{country.of(card.country)}</p>
        </div>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          {parts.map(([part, text]) =>
            text ? (
              <Card key={part}>
                <CardHeader title={t(part)} level={level} />
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
              </Card>
            ) : null,
          )}
        </div>
        <div className="grid gap-4">
          {children}
          <ProviderFacts card={card} level={level} />
          <ProviderContact card={card} level={level} />
        </div>
      </div>
    </>
  )
}

type Part = Pick<ProviderProfileProps, 'card'> & { level: 2 | 3 }

function ProviderFacts({ card, level }: Part) {
  const t = useTranslations('directory')
  const locale = useLocale()
  const [countries, languages] = [countryNames(locale), new Intl.DisplayNames(locale, { type: 'language' })]
  const names = (codes: readonly string[], of: Intl.DisplayNames) =>
    codes
      .map((code) => of.of(code) ?? code)
      .sort((one, other) => one.localeCompare(other, locale))
      .join(', ') || '–'
  return (
    <Card>
      <CardHeader title={t('facts')} level={level} />
      <DescriptionList
        look="wide"
        items={[
          { term: t('servicesTitle'), details: <Offerings services={card.services} /> },
          { term: t('languagesTitle'), details: names(card.languages, languages) },
          { term: t('countriesTitle'), details: names(card.countries, countries) },
          { term: t('mpnId'), details: card.mpnId ?? '–' },
        ]}
      />
    </Card>
  )
}

function ProviderContact({ card, level }: Part) {
  const t = useTranslations('directory')
  const { website, contactName, contactEmail, contactPhone } = card
  return (
    <Card>
      <CardHeader title={t('contactTitle')} level={level} />
      <DescriptionList
        look="wide"
        items={[
          { term: t('contactName'), details: contactName },
          { term: t('contactEmail'), details: <TextLink href={`mailto:${contactEmail}`}>{contactEmail}</TextLink> },
          ...(contactPhone ? [{ term: t('contactPhone'), details: contactPhone }] : []),
          ...(website
            ? [
                {
                  term: t('website'),
                  details: (
                    <TextLink href={website} rel="noopener nofollow">
                      {website.replace(/^https:\/\//, '').replace(/\/$/, '')}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** What a provider does for its resellers, as pills. */
export function Offerings({ services }: { services: readonly string[] }) {
  const t = useTranslations('directory.offering')
  type Known = Parameters<typeof t>[0]
  if (services.length === 0) return '–'
  return (
    <ul className="flex flex-wrap gap-1.5">
      {services.map((service) => (
        <li key={service}>
          <KindBadge>{t.has(service as Known) ? t(service as Known) : service}</KindBadge>
        </li>
      ))}
    </ul>
  )
}
