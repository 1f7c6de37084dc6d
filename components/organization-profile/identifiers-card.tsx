import { useTranslations } from 'next-intl'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Card, CardHeader } from '../ui/card'
import { CopyButton } from '../ui/copy-button'
import { DescriptionList } from '../ui/description-list'

/** What others ask for, ready to copy. */
export function IdentifiersCard({ view }: { view: ProfileView }) {
  const t = useTranslations('organizationProfile.identifiers')
  const agreements = useTranslations('agreements')
  return (
    <Card aria-labelledby="identifiers">
      <CardHeader id="identifiers" title={t('title')} description={t('hint')} />
      <DescriptionList
        look="rows"
        items={[
          { term: t('mpnId'), details: view.mpnId ? <Copied text={view.mpnId} what={t('mpnId')} /> : t('none') },
          { term: t('organizationId'), details: <Copied text={view.id} what={t('organizationId')} /> },
          { term: t('domain'), details: <Copied text={view.domain} what={t('domain')} /> },
          {
            term: t('region'),
            details: <Copied text={agreements(`region.${view.region as 'europe'}`)} what={t('region')} />,
          },
        ]}
      />
    </Card>
  )
}

function Copied({ text, what }: { text: string; what: string }) {
  const t = useTranslations('ui')
  return (
    <span className="inline-flex max-w-full items-center gap-1 font-mono text-code">
      <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
      <CopyButton text={text} iconOnly label={`${t('copy')}: ${what}`} />
    </span>
  )
}
