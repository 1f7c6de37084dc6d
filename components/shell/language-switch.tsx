import { classNames } from '../ui/class-names'

// Each language is named in itself, whatever the page speaks.
export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'ru', name: 'Русский' },
] as const

type LanguageSwitchProps = {
  /** Gets `locale`, and `returnTo` where given. */
  action: (formData: FormData) => void
  locale: string
  /** What is switched, for screen readers. */
  label: string
  returnTo?: string
}

export function LanguageSwitch({ action, locale, label, returnTo }: LanguageSwitchProps) {
  return (
    <form action={action} aria-label={label} className="flex">
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      {languages.map((language) => (
        <button
          key={language.locale}
          type="submit"
          name="locale"
          value={language.locale}
          lang={language.locale}
          aria-pressed={language.locale === locale}
          className={classNames(
            'min-h-8 rounded-control px-2 hover:bg-surface-hover',
            language.locale === locale ? 'font-semibold text-accent' : 'text-muted',
          )}
        >
          {language.name}
        </button>
      ))}
    </form>
  )
}
