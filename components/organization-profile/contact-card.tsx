import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { TextLink } from '../ui/text-link'
import { EditLink } from './edit-link'

/** Whom the operator writes to. */
export function ContactCard({ view: { contact }, actor }: { view: ProfileView; actor: Actor }) {
  const t = useTranslations('organizationProfile')
  return (
    <Card aria-labelledby="contact">
      <CardHeader
        id="contact"
        title={t('contact.title')}
        description={t('contact.hint')}
        action={<EditLink actor={actor} href="/settings/contact" label={t('contact.edit')} />}
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('contact.name'), details: contact.contactName },
          {
            term: t('contact.email'),
            details: <TextLink href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</TextLink>,
          },
          { term: t('contact.phone'), details: contact.contactPhone ?? t('legal.unknown') },
        ]}
      />
    </Card>
  )
}
