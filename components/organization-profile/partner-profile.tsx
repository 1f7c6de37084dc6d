import { useTranslations } from 'next-intl'
import { countryNames } from '@/lib/i18n/country-names'
import type { PartnerProfile } from '@/lib/web/organization-profile'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { LocalTime } from '../ui/local-time'
import { addressText } from './legal-card'
import { SupportDetails } from './support-details'

type PartnerProfileCardsProps = { profile: PartnerProfile; locale: string; timeZone: string }

/** A partner as those who work with it see it: always its support, the rest as far as role and partnership allow. */
export function PartnerProfileCards({ profile, ...show }: PartnerProfileCardsProps) {
  const t = useTranslations('partnerships')
  const { contact, legal, support } = profile
  return (
    <>
      <Card aria-label={profile.name}>
        <DescriptionList
          items={[
            { term: t('domain'), details: profile.domain },
            { term: t('mpnId'), details: profile.mpnId ?? '–' },
            {
              term: t('country'),
              details: countryNames(show.locale).of(profile.country),
            },
            { term: t('partnerSince'), details: <LocalTime value={profile.since} show="date" {...show} /> },
            ...(contact
              ? [
                  {
                    term: t('contact'),
                    details: [contact.contactName, contact.contactEmail, contact.contactPhone]
                      .filter(Boolean)
                      .join(', '),
                  },
                ]
              : []),
            ...(legal ? [{ term: t('legal'), details: addressText(legal) }] : []),
            ...(legal?.registrationNumber
              ? [{ term: t('registrationNumber'), details: legal.registrationNumber }]
              : []),
          ]}
        />
      </Card>
      <Card aria-labelledby="partner-support">
        <CardHeader id="partner-support" title={t('support')} />
        {support ? <SupportDetails support={support} /> : <p className="text-muted">{t('noSupport')}</p>}
      </Card>
    </>
  )
}
