import type { ReactNode } from 'react'
import { Avatar } from '../ui/avatar'
import { classNames } from '../ui/class-names'
import { LogOut, Monitor, Moon, Sun, UserRound } from '../ui/icons'
import { Menu } from '../ui/menu'
import { MenuLink, MenuSeparator, MenuSubmit } from '../ui/menu-entries'
import { languages } from './language-switch'
import type { ShellWords } from './words'

export type ThemeChoice = 'light' | 'dark' | 'system'

export type FormAction = (formData: FormData) => void

export type UserMenuProps = {
  words: ShellWords
  /** Name of the button, with the person in it. */
  label: string
  user: { name: string; email: string; organizationName: string }
  locale: string
  theme: ThemeChoice
  profileHref: string
  /** Gets either `locale` or `theme`. */
  preferencesAction: FormAction
  signOutAction: FormAction
  /** Further `MenuLink`s, below the profile. */
  children?: ReactNode
}

export function UserMenu({
  words,
  label,
  user,
  locale,
  theme,
  profileHref,
  preferencesAction,
  signOutAction,
  children,
}: UserMenuProps) {
  const themes = [
    { value: 'light', label: words.themeLight, icon: <Sun /> },
    { value: 'dark', label: words.themeDark, icon: <Moon /> },
    { value: 'system', label: words.themeSystem, icon: <Monitor /> },
  ]
  const names = languages.map((language) => ({ value: language.locale, label: language.name, lang: language.locale }))
  return (
    <Menu
      label={label}
      button={<Avatar name={user.name} />}
      buttonClassName="grid size-control flex-none place-items-center rounded-pill"
      className="w-80"
    >
      <Identity {...user} />
      <MenuSeparator />
      <MenuLink href={profileHref} icon={<UserRound />}>
        {words.profile}
      </MenuLink>
      {children}
      <MenuSeparator />
      <Choice title={words.language} name="locale" options={names} chosen={locale} action={preferencesAction} />
      <Choice title={words.theme} name="theme" options={themes} chosen={theme} action={preferencesAction} />
      <MenuSeparator />
      <MenuSubmit action={signOutAction} icon={<LogOut />}>
        {words.signOut}
      </MenuSubmit>
    </Menu>
  )
}

function Identity({ name, email, organizationName }: UserMenuProps['user']) {
  return (
    <div className="flex items-center gap-3 px-2.5 pt-2 pb-2.5">
      <Avatar name={name} size="large" />
      <div className="min-w-0">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-caption text-muted" title={email}>
          {email}
        </p>
        <p className="truncate text-caption text-muted" title={organizationName}>
          {organizationName}
        </p>
      </div>
    </div>
  )
}

type ChoiceProps = {
  title: string
  name: string
  options: readonly { value: string; label: string; icon?: ReactNode; lang?: string }[]
  chosen: string
  action: FormAction
}

/** One of two or three, as buttons that submit. */
function Choice({ title, name, options, chosen, action }: ChoiceProps) {
  return (
    <form action={action} aria-label={title} className="px-2.5 pt-1 pb-2">
      <p className="pb-1.5 font-semibold text-caption text-muted">{title}</p>
      <div className="flex rounded-control border border-border bg-surface-sunken p-0.5">
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === chosen}
            className={classNames(
              'flex min-h-7 flex-auto items-center justify-center gap-1 rounded-box px-1 text-caption focus-visible:outline-offset-0 pointer-coarse:min-h-9 [&_.lucide]:size-4',
              option.value === chosen
                ? 'bg-surface font-semibold text-accent shadow-card ring-1 ring-border forced:bg-[Highlight]'
                : 'text-text hover:bg-surface-hover',
            )}
          >
            {option.icon}
            {option.label}
          </button>
        ))}
      </div>
    </form>
  )
}
