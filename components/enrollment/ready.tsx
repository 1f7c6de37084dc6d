import { useTranslations } from 'next-intl'
import { EmptyState } from '../empty-state'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'

/** The company takes part now. What comes next is the partner agreement. */
export function EnrollmentReady({ organization }: { organization: string }) {
  const t = useTranslations('enrollment.status')
  return (
    <Card padding="none" as="div">
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState
        illustration="partners"
        title={t('readyTitle')}
        description={t('readyText', { organization })}
        action={
          <>
            <ButtonLink href="/partner-agreement" variant="primary">
              {t('agreement')}
            </ButtonLink>
            <ButtonLink href="/dashboard">{t('home')}</ButtonLink>
          </>
        }
      />
    </Card>
  )
}
