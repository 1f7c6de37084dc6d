import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Card, CardHeader } from '../ui/card'
import { Note } from '../ui/note'
import { EditLink } from './edit-link'
import { SupportDetails } from './support-details'

/** How customers and partners reach support. */
export function SupportCard({ view: { support }, actor }: { view: ProfileView; actor: Actor }) {
  const t = useTranslations('organizationProfile.support')
  return (
    <Card aria-labelledby="support">
      <CardHeader
        id="support"
        title={t('title')}
        description={t('hint')}
        action={<EditLink actor={actor} href="/settings/support" label={t('edit')} />}
      />
      {support ? <SupportDetails support={support} /> : <Note tone="warning">{t('missing')}</Note>}
    </Card>
  )
}
