import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorState } from '@/components/error-state'
import { PublicPage } from '@/components/shell/public-page'
import { ButtonLink } from '@/components/ui/button'
import { updatePreferencesAction } from './preferences/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('page.notFoundTitle') }
}

/** Also what a foreign row looks like: not there. */
export default async function NotFoundPage() {
  const t = await getTranslations('errors')
  return (
    <PublicPage preferencesAction={updatePreferencesAction as (formData: FormData) => void}>
      <ErrorState
        illustration="search"
        title={t('page.notFoundTitle')}
        reason={t('page.notFoundReason')}
        remedy={t('page.notFoundRemedy')}
        actions={<ButtonLink href="/dashboard">{t('page.home')}</ButtonLink>}
      />
    </PublicPage>
  )
}
