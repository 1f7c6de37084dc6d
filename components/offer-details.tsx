import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KindBadge } from './ui/badge'
import { type Description, DescriptionList } from './ui/description-list'

interface NamedOffer {
  id: string
  title: string
}

export interface DescribedOffer extends NamedOffer {
  family: 'office365' | 'azure' | 'businessApplications' | 'security' | 'deviceManagement' | 'voice'
  kind: 'base' | 'addOn' | 'trial'
  segment: 'Commercial' | 'Education' | 'Government' | 'NonProfit'
  descriptionEn: string
  descriptionRu: string
  unit: 'licenses' | 'instances'
  minQuantity: number
  maxQuantity: number
  limitUnit: 'None' | 'Concurrent' | 'Lifetime'
  limit: number
  convertsTo: NamedOffer | null
  requires: readonly NamedOffer[]
  upgradesTo: readonly NamedOffer[]
}

/** An offer by its title; beneath it the family and, where it is not for everybody, the segment. */
export function OfferName({ offer }: { offer: DescribedOffer }) {
  const [t, terms] = [useTranslations('catalog'), useTranslations('terms')]
  const segment = offer.segment === 'Commercial' ? [] : [terms(`segment.${offer.segment}`)]
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{offer.title}</span>
        {offer.kind !== 'base' && <KindBadge>{t(`kindBadge.${offer.kind}`)}</KindBadge>}
      </div>
      <div className="text-caption text-muted">{[terms(`family.${offer.family}`), ...segment].join(' · ')}</div>
    </div>
  )
}

/** What one looks for before buying: the description, limits, and what an offer needs or leads to. */
export function OfferDetails({ offer, children }: { offer: DescribedOffer; children?: ReactNode }) {
  const [t, terms] = [useTranslations('catalog'), useTranslations('terms')]
  const russian = useLocale() === 'ru'
  return (
    <div className="grid gap-4">
      <p className="max-w-180">{russian ? offer.descriptionRu : offer.descriptionEn}</p>
      <DescriptionList
        items={[
          { term: t('segment'), details: terms(`segment.${offer.segment}`) },
          ...factsOf(offer, t),
          ...relationsOf(offer, t),
        ]}
        look="wide"
      />
      {children}
    </div>
  )
}

type Translate = ReturnType<typeof useTranslations<'catalog'>>

function factsOf(offer: DescribedOffer, t: Translate): Description[] {
  return [
    { term: t('unit'), details: t(`units.${offer.unit}`) },
    { term: t('limit'), details: t(`limits.${offer.limitUnit}`, { limit: offer.limit }) },
    { term: t('offerId'), details: <span className="font-mono text-code">{offer.id}</span> },
  ]
}

function relationsOf({ requires, convertsTo, upgradesTo }: DescribedOffer, t: Translate): Description[] {
  const related: [string, readonly NamedOffer[]][] = [
    [t('needs'), requires],
    [t('becomes'), convertsTo ? [convertsTo] : []],
    [t('upgradesTo'), upgradesTo],
  ]
  return related
    .filter(([, offers]) => offers.length > 0)
    .map(([term, offers]) => ({ term, details: offers.map(({ title }) => title).join(', ') }))
}
