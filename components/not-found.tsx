'use client'

import { ErrorState } from './error-state'
import { LanguageSwitch } from './shell/language-switch'
import { PublicShell } from './shell/public-shell'
import type { ShellWords } from './shell/words'
import { ButtonLink } from './ui/button'

export type NotFoundWords = { title: string; reason: string; remedy: string; home: string }

/**
 * A row or a page that does not exist. A client component, because the framework hands what is shown then to every page in
 * case: words weigh less than elements.
 */
export function NotFound({ words }: { words: NotFoundWords }) {
  return (
    <ErrorState
      illustration="search"
      title={words.title}
      reason={words.reason}
      remedy={words.remedy}
      actions={<ButtonLink href="/dashboard">{words.home}</ButtonLink>}
    />
  )
}

type NotFoundPageProps = {
  words: NotFoundWords
  shell: ShellWords
  locale: string
  preferencesAction: (formData: FormData) => void
}

/** The same outside of the portal's frame. */
export function NotFoundPage({ words, shell, locale, preferencesAction }: NotFoundPageProps) {
  const language = <LanguageSwitch action={preferencesAction} locale={locale} label={shell.language} />
  return (
    <PublicShell words={shell} language={language}>
      <NotFound words={words} />
    </PublicShell>
  )
}
