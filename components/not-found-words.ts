import { plainWords } from '@/lib/i18n/words'
import type { NotFoundWords } from './not-found'

const names = ['page.notFoundTitle', 'page.notFoundReason', 'page.notFoundRemedy', 'page.home'] as const

export async function notFoundWords(): Promise<NotFoundWords> {
  const words = await plainWords('errors', names)
  return {
    title: words['page.notFoundTitle'],
    reason: words['page.notFoundReason'],
    remedy: words['page.notFoundRemedy'],
    home: words['page.home'],
  }
}
