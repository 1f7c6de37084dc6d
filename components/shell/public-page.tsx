import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch'
import { PublicShell } from './public-shell'
import { shellWords } from './words'

type PublicPageProps = {
  preferencesAction: (formData: FormData) => void
  width?: 'narrow' | 'wide'
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every page that needs no sign-in, with the language switch in its bar. */
export async function PublicPage({ preferencesAction, width, actions, children }: PublicPageProps) {
  const [words, locale] = await Promise.all([shellWords(), getLocale()])
  const language = <LanguageSwitch action={preferencesAction} locale={locale} label={words.language} />
  return (
    <PublicShell words={words} language={language} actions={actions} {...(width ? { width } : {})}>
      {children}
    </PublicShell>
  )
}
