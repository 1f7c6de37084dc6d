import { getLocale, getTranslations } from 'next-intl/server'
import { FilterBar } from '@/components/filter-bar'
import { cycles, families, offerKinds, segments, terms } from '@/lib/domain/catalog/schema'
import { countries } from '@/lib/domain/organizations/countries'
import { countryNames } from '@/lib/i18n/country-names'

type OfferFiltersProps = {
  path: string
  filter: Partial<Record<'search' | 'family' | 'kind' | 'term' | 'cycle' | 'segment' | 'market', string>>
  market: string
}

/** Search and filters of the price list. */
export async function OfferFilters({ path, filter, market }: OfferFiltersProps) {
  const [t, words, locale] = await Promise.all([getTranslations('catalog'), getTranslations('terms'), getLocale()])
  const one = (name: 'family' | 'kind' | 'term' | 'cycle' | 'segment', all: string, options: [string, string][]) => ({
    name,
    label: t(name),
    value: filter[name] ?? '',
    options: [['', all] as const, ...options].map(([value, label]) => ({ value, label })),
  })
  return (
    <FilterBar
      action={path}
      search={{ label: t('search'), value: filter.search ?? '' }}
      filters={[
        {
          name: 'market',
          label: t('market'),
          value: market,
          options: [{ value: 'all', label: t('allMarkets') }, ...countriesByName(locale)],
        },
        one(
          'family',
          t('allFamilies'),
          families.map((family) => [family, words(`family.${family}`)]),
        ),
        one(
          'kind',
          t('allKinds'),
          offerKinds.map((kind) => [kind, t(`kinds.${kind}`)]),
        ),
        one(
          'term',
          t('allTerms'),
          terms.map((term) => [term, words(`term.${term}`)]),
        ),
        one(
          'cycle',
          t('allCycles'),
          cycles.map((cycle) => [cycle, words(`billingCycle.${cycle}`)]),
        ),
        one(
          'segment',
          t('allSegments'),
          segments.map((segment) => [segment, words(`segment.${segment}`)]),
        ),
      ]}
      {...(Object.keys(filter).length > 0 ? { clearHref: path } : {})}
    />
  )
}

function countriesByName(locale: string) {
  const name = countryNames(locale)
  const options = countries.map((value) => ({ value, label: name.of(value) ?? value }))
  return options.sort((one, other) => one.label.localeCompare(other.label, locale))
}
