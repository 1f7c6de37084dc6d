import { getTranslations } from 'next-intl/server'
import { ErrorState } from '@/components/error-state'
import { ButtonLink } from '@/components/ui/button'

/** A row that does not exist, or that somebody else owns: the answer is the same. */
export default async function PortalNotFoundPage() {
  const t = await getTranslations('errors')
  return (
    <ErrorState
      illustration="search"
      title={t('page.notFoundTitle')}
      reason={t('page.notFoundReason')}
      remedy={t('page.notFoundRemedy')}
      actions={<ButtonLink href="/dashboard">{t('page.home')}</ButtonLink>}
    />
  )
}
