import { useTranslations } from 'next-intl'
import { DescriptionList } from '../ui/description-list'
import { TextLink } from '../ui/text-link'

type ReviewSectionProps = {
  title: string
  /** The step where it is changed. */
  href: string
  items: React.ComponentProps<typeof DescriptionList>['items']
}

/** What was given in one step, with the way back to it. */
export function ReviewSection({ title, href, items }: ReviewSectionProps) {
  const t = useTranslations('enrollment')
  return (
    <section>
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-subtitle">{title}</h2>
        <TextLink href={href} aria-label={t('review.updateWhat', { what: title })}>
          {t('review.update')}
        </TextLink>
      </div>
      <DescriptionList look="rows" items={items} />
    </section>
  )
}
