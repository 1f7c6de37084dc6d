import { useTranslations } from 'next-intl'
import { type Support, WebsiteLink } from './organization-profile/support-details'
import { DescriptionList } from './ui/description-list'

export type SupportContactFacts = {
  name: string
  kind: 'operator' | 'provider' | 'reseller' | 'customer'
  contactName: string
  contactEmail: string
  contactPhone: string | null
  supportProfile: Support | null
}

/** Whom to turn to: the partner's support profile, or its primary contact while it has told none. */
export function SupportContactDetails({ contact, own }: { contact: SupportContactFacts; own: boolean }) {
  const t = useTranslations('levers.subscription')
  const terms = useTranslations('terms')
  const support = useTranslations('organizationProfile.support')
  const { supportProfile } = contact
  const email = supportProfile?.email ?? contact.contactEmail
  const phone = supportProfile?.phone ?? contact.contactPhone
  return (
    <DescriptionList
      look="rows"
      items={[
        {
          term: t('supportName'),
          details: `${contact.name} (${own ? t('supportOwn') : terms(`kind.${contact.kind}`)})`,
        },
        ...(supportProfile ? [] : [{ term: t('contactPerson'), details: contact.contactName }]),
        { term: t('email'), details: <a href={`mailto:${email}`}>{email}</a> },
        ...(phone ? [{ term: t('phone'), details: <a href={`tel:${phone}`}>{phone}</a> }] : []),
        ...(supportProfile?.website
          ? [{ term: support('website'), details: <WebsiteLink href={supportProfile.website} /> }]
          : []),
      ]}
    />
  )
}
