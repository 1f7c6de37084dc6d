import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch'
import { PublicShell } from './public-shell'

type PublicPageProps = {
  preferencesAction: (formData: FormData) => void
  width?: 'narrow' | 'wide'
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every page that needs no sign-in, with the language switch in its bar. */
export function PublicPage({ preferencesAction, width, actions, children }: PublicPageProps) {
  const language = <LanguageSwitch action={preferencesAction} locale={useLocale()} />
  return (
    <PublicShell language={language} actions={actions} {...(width ? { width } : {})}>
      {children}
    </PublicShell>
  )
}
