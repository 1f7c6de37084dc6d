import { getTranslations } from 'next-intl/server'
import type { NotFoundWords } from './not-found'

export async function notFoundWords(): Promise<NotFoundWords> {
  const t = await getTranslations('errors')
  return {
    title: t('page.notFoundTitle'),
    reason: t('page.notFoundReason'),
    remedy: t('page.notFoundRemedy'),
    home: t('page.home'),
  }
}
