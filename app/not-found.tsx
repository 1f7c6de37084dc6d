import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { NotFoundPage } from '@/components/not-found'
import { notFoundWords } from '@/components/not-found-words'
import { shellWords } from '@/components/shell/words'
import { updatePreferencesAction } from './preferences/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await notFoundWords()).title }
}

/** Also what a foreign row looks like: not there. */
export default async function RootNotFoundPage() {
  const [words, shell, locale] = await Promise.all([notFoundWords(), shellWords(), getLocale()])
  return (
    <NotFoundPage
      words={words}
      shell={shell}
      locale={locale}
      preferencesAction={updatePreferencesAction as (formData: FormData) => void}
    />
  )
}
