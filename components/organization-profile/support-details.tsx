import { useTranslations } from 'next-intl'
import { DescriptionList } from '../ui/description-list'
import { TextLink } from '../ui/text-link'

export interface Support {
  email: string
  phone: string
  website: string | null
}

/** How to reach somebody's support: to itself, its partners and its customers alike. */
export function SupportDetails({ support, look = 'rows' }: { support: Support; look?: 'rows' | 'columns' }) {
  const t = useTranslations('organizationProfile.support')
  const { email, phone, website } = support
  return (
    <DescriptionList
      look={look}
      items={[
        { term: t('email'), details: <TextLink href={`mailto:${email}`}>{email}</TextLink> },
        { term: t('phone'), details: <TextLink href={`tel:${phone}`}>{phone}</TextLink> },
        ...(website
          ? [
              {
                term: t('website'),
                details: <WebsiteLink href={website} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** A page of somebody else's: it does not learn where the reader came from. */
export function WebsiteLink({ href }: { href: string }) {
  return (
    <TextLink href={href} rel="noreferrer noopener">
      {href.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </TextLink>
  )
}
