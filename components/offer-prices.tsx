import { useLocale, useTranslations } from 'next-intl'
import type { OrganizationKind } from '@/lib/access/permissions'
import { countryNames } from '@/lib/i18n/country-names'
import { DataTable } from './data-table'
import { Money } from './ui/money'

export type PriceName = 'list' | 'reseller' | 'retail'

export interface PricedAvailability {
  id: string
  /** Empty: all countries with this currency. */
  countries: readonly string[]
  currency: string
  termDuration: 'P1M' | 'P1Y' | 'P3Y'
  billingCycle: 'Monthly' | 'Annual' | 'None'
  prices: Partial<Record<PriceName, string>>
}

/** How a price is called by somebody of this kind: what it pays itself is its own price. */
export function usePriceLabel(kind: OrganizationKind): (name: PriceName) => string {
  const [t, terms] = [useTranslations('catalog'), useTranslations('terms')]
  return (name) => {
    if (kind === 'reseller' && name === 'reseller') return terms('price.resellerOwn')
    if (kind === 'customer' && name === 'retail') return t('customerPrice')
    return terms(`price.${name}`)
  }
}

/** One price; a trial's is no number. */
export function Price({ of, name }: { of: PricedAvailability; name: PriceName }) {
  const t = useTranslations('catalog')
  const amount = of.prices[name]
  if (amount === undefined) return '–'
  return of.billingCycle === 'None' ? t('free') : <Money amount={amount} currency={of.currency} />
}

type OfferPricesProps = {
  title: string
  availabilities: readonly PricedAvailability[]
  names: readonly PriceName[]
  kind: OrganizationKind
  /** With a column that says where each price holds. */
  everyMarket?: boolean
}

/** All prices of one offer, shorter terms first. */
export function OfferPrices({ title, availabilities, names, kind, everyMarket = false }: OfferPricesProps) {
  const [t, terms] = [useTranslations('catalog'), useTranslations('terms')]
  const label = usePriceLabel(kind)
  const market = useMarketName()
  return (
    <DataTable
      caption={t('pricesOf', { title })}
      rows={availabilities}
      rowKey={(row) => row.id}
      columns={[
        { key: 'term', header: t('term'), cell: (row) => terms(`term.${row.termDuration}`) },
        { key: 'cycle', header: t('cycle'), cell: (row) => terms(`billingCycle.${row.billingCycle}`) },
        ...(everyMarket ? [{ key: 'market', header: t('market'), cell: market }] : []),
        ...names.map((name) => ({
          key: name,
          header: label(name),
          align: 'end' as const,
          cell: (row: PricedAvailability) => <Price of={row} name={name} />,
        })),
      ]}
    />
  )
}

function useMarketName(): (of: PricedAvailability) => string {
  const t = useTranslations('catalog')
  const country = countryNames(useLocale())
  return ({ countries, currency }) =>
    countries.length === 0
      ? t('marketsOfCurrency', { currency })
      : countries.map((code) => country.of(code) ?? code).join(', ')
}
