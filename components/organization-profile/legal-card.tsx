import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { EditLink } from './edit-link'

/** Who the company is and where it is registered. */
export function LegalCard({ view, actor }: { view: ProfileView; actor: Actor }) {
  const t = useTranslations('organizationProfile')
  const { legal, country } = view
  return (
    <Card aria-labelledby="legal">
      <CardHeader
        id="legal"
        title={t('legal.title')}
        action={<EditLink actor={actor} href="/settings/legal-profile" label={t('legal.edit')} />}
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('legal.name'), details: legal.name },
          // The operator says no more than its name: nobody verifies it.
          ...(view.kind === 'operator'
            ? []
            : [{ term: t('legal.address'), details: addressText(legal, country.states) || t('legal.unknown') }]),
          ...(country.registrationNumber && view.kind !== 'operator'
            ? [{ term: country.registrationNumber.label, details: legal.registrationNumber ?? t('legal.unknown') }]
            : []),
          { term: t('fixed.country'), details: <Fixed text={country.label} reason={t('fixed.countryReason')} /> },
          { term: t('fixed.domain'), details: <Fixed text={view.domain} reason={t('fixed.domainReason')} /> },
          { term: t('fixed.region'), details: <FixedRegion region={view.region} /> },
        ]}
      />
    </Card>
  )
}

interface AddressParts {
  addressLine1: string | null
  addressLine2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
}

/** An address in one line, its state by name. */
export function addressText(address: AddressParts, states: readonly { value: string; label: string }[] = []): string {
  const town = [address.postalCode, address.city].filter(Boolean).join(' ')
  const state = states.find(({ value }) => value === address.state)?.label ?? address.state
  return [address.addressLine1, address.addressLine2, town, state].filter(Boolean).join(', ')
}

/** A fact nobody can change, and why. */
export function Fixed({ text, reason }: { text: string; reason: string }) {
  return (
    <>
      {text}
      <span className="block text-caption text-muted">{reason}</span>
    </>
  )
}

export function FixedRegion({ region }: { region: string }) {
  const t = useTranslations('organizationProfile')
  const agreements = useTranslations('agreements')
  return <Fixed text={agreements(`region.${region as 'europe'}`)} reason={t('fixed.regionReason')} />
}
