import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { OfferTable } from '@/components/offer-table'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { listOffers } from '@/lib/domain/catalog/queries'
import { isSoldIn } from '@/lib/domain/catalog/rules'
import { countryNames } from '@/lib/i18n/country-names'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { OfferFilters } from './offer-filters'

const path = '/pricing-and-offers'
const parameters = ['search', 'market', 'family', 'kind', 'term', 'cycle', 'segment', 'after', 'before'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('title') }
}

/** The price list: what is sold in a country, with the prices meant for the reader's kind of organization. */
export default async function PricingAndOffersPage({ searchParams }: { searchParams: SearchParams }) {
  const { after, before, ...filter } = await pickParameters(searchParams, parameters)
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listOffers, { ...filter, after, before } as object),
    getTranslations('catalog'),
    getLocale(),
  ])
  const everyMarket = page.market === 'all'
  const market = everyMarket ? '' : (countryNames(locale).of(page.market) ?? page.market)
  return (
    <>
      <PageHeader
        title={t('title')}
        description={`${t('hint')} ${everyMarket ? t('everyMarket') : t('marketHint', { market })}`}
      />
      <OfferTable
        rows={page.rows}
        names={page.prices}
        kind={actor.organizationKind}
        everyMarket={everyMarket}
        headlineOf={({ availabilities }) => headlineOf(availabilities, page.home)}
        toolbar={page.isImported && <OfferFilters path={path} filter={filter} market={page.market} />}
        footer={
          page.isImported && (
            <Pagination
              shown={page.rows.length}
              previousHref={page.previous && hrefWith(path, filter, { before: page.previous })}
              nextHref={page.next && hrefWith(path, filter, { after: page.next })}
            />
          )
        }
        empty={
          page.isImported ? (
            <EmptyState illustration="search" title={t('nothingFound')} description={t('nothingFoundHint')} />
          ) : (
            <EmptyState title={t('notImported')} description={t('notImportedHint')} />
          )
        }
      />
    </>
  )
}

interface Availability {
  termDuration: string
  billingCycle: string
  currency: string
  countries: string[]
}

/** The price most people compare by: at home, for a year, billed monthly; else the first there is. */
function headlineOf<One extends Availability>(availabilities: readonly One[], home: string): One | undefined {
  const atHome = availabilities.filter((availability) => isSoldIn(availability, home))
  const near = atHome.length > 0 ? atHome : availabilities
  return near.find(({ termDuration, billingCycle }) => termDuration === 'P1Y' && billingCycle === 'Monthly') ?? near[0]
}
