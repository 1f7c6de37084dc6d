import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OrganizationKind } from '@/lib/access/permissions'
import { type Column, DataTable } from './data-table'
import { type DescribedOffer, OfferDetails, OfferName } from './offer-details'
import { OfferPrices, Price, type PricedAvailability, type PriceName, usePriceLabel } from './offer-prices'

export interface PricedOffer extends DescribedOffer {
  availabilities: readonly PricedAvailability[]
}

type OfferTableProps<Offer extends PricedOffer> = {
  rows: readonly Offer[]
  /** The prices to show. */
  names: readonly PriceName[]
  kind: OrganizationKind
  everyMarket: boolean
  /** The price that stands in the row itself; the others open below it. */
  headlineOf: (offer: Offer) => PricedAvailability | undefined
  toolbar?: ReactNode
  footer?: ReactNode
  empty: ReactNode
}

/** A price list: an offer a row with one of its prices, everything else below it. */
export function OfferTable<Offer extends PricedOffer>({ rows, headlineOf, ...props }: OfferTableProps<Offer>) {
  const { names, kind, everyMarket, toolbar, footer, empty } = props
  const t = useTranslations('catalog')
  const label = usePriceLabel(kind)
  const prices = names.map(
    (name): Column<Offer> => ({
      key: name,
      header: label(name),
      align: 'end',
      cell: (row) => <HeadlinePrice of={headlineOf(row)} name={name} />,
    }),
  )
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      columns={[
        { key: 'offer', header: t('offer'), cell: (row) => <OfferName offer={row} /> },
        {
          key: 'term',
          header: t('termAndCycle'),
          cell: (row) => <HeadlineTerm of={headlineOf(row)} more={row.availabilities.length - 1} />,
        },
        { key: 'quantity', header: t('quantity'), align: 'end', cell: (row) => <Quantities of={row} /> },
        ...prices,
      ]}
      expansion={(row) => (
        <OfferDetails offer={row}>
          <OfferPrices
            title={row.title}
            availabilities={row.availabilities}
            names={names}
            kind={kind}
            everyMarket={everyMarket}
          />
        </OfferDetails>
      )}
      toolbar={toolbar}
      footer={footer}
      empty={empty}
    />
  )
}

function HeadlinePrice({ of, name }: { of: PricedAvailability | undefined; name: PriceName }) {
  return of ? <Price of={of} name={name} /> : '–'
}

function HeadlineTerm({ of, more }: { of: PricedAvailability | undefined; more: number }) {
  const [t, terms] = [useTranslations('catalog'), useTranslations('terms')]
  if (!of) return '–'
  return (
    <div>
      {terms(`term.${of.termDuration}`)}, {t(`billed.${of.billingCycle}`)}
      {more > 0 && <div className="text-caption text-muted">{t('more', { count: more })}</div>}
    </div>
  )
}

function Quantities({ of: { minQuantity, maxQuantity } }: { of: DescribedOffer }) {
  const t = useTranslations('catalog')
  return minQuantity === maxQuantity
    ? t('exactly', { quantity: minQuantity })
    : t('range', { min: minQuantity, max: maxQuantity })
}
