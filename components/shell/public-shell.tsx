import type { ReactNode } from 'react'
import { Toaster } from '../ui/toaster'
import { Brand } from './brand'
import { mainId, SkipLink } from './skip-link'
import type { ShellWords } from './words'

type PublicShellProps = {
  words: ShellWords
  homeHref?: string
  /** Usually a `LanguageSwitch`. */
  language?: ReactNode
  /** After the language: e.g. a "Sign in" link. */
  actions?: ReactNode
  /** `narrow` 640 px for one card, `wide` 1120 px for lists and landing. */
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** Pages before sign-in: invitation links, sign-in, the directory. */
export function PublicShell({
  words,
  homeHref = '/',
  language,
  actions,
  width = 'narrow',
  children,
}: PublicShellProps) {
  return (
    <>
      <SkipLink>{words.skipToContent}</SkipLink>
      <header className="flex min-h-bar items-center gap-3 border-border border-b bg-surface px-4">
        <Brand href={homeHref} name={words.product} />
        <div className="ml-auto flex items-center gap-3">
          {language}
          {actions}
        </div>
      </header>
      <main
        id={mainId}
        tabIndex={-1}
        className={`mx-auto grid gap-4 px-4 py-12 outline-none max-sm:py-6 ${width === 'narrow' ? 'max-w-160' : 'max-w-280'}`}
      >
        {children}
      </main>
      <Toaster label={words.messages} closeLabel={words.close} />
    </>
  )
}
