import type { ReactNode } from 'react'
import { KindBadge } from '../ui/badge'
import { iconButtonClass } from '../ui/icon-button'
import { Menu as MenuIcon } from '../ui/icons'
import { Brand } from './brand'
import { sideMenuId } from './side-menu'
import type { ShellWords } from './words'

export type ShellOrganization = { name: string; kindLabel: string }

type TopBarProps = {
  words: ShellWords
  homeHref: string
  organization?: ShellOrganization
  /** In the middle: a search box or a link to one; hidden on phones. */
  search?: ReactNode
  /** Before the user menu: `IconLink`s such as notifications. */
  actions?: ReactNode
  userMenu?: ReactNode
}

export function TopBar({ words, homeHref, organization, search, actions, userMenu }: TopBarProps) {
  return (
    <header className="sticky top-0 z-20 flex h-bar items-center gap-3 border-border border-b bg-surface px-4 max-lg:pl-2 max-sm:gap-2 max-sm:pr-3 print:hidden">
      <button
        type="button"
        popoverTarget={sideMenuId}
        aria-label={words.openMenu}
        title={words.openMenu}
        className={iconButtonClass('-mr-1 lg:hidden')}
      >
        <MenuIcon />
      </button>
      <Brand href={homeHref} name={words.product} />
      {organization && (
        <div className="flex min-w-0 items-center gap-2 border-border border-l pl-3 max-sm:ml-auto max-sm:border-0 max-sm:pl-0">
          <span className="truncate font-semibold" title={organization.name}>
            {organization.name}
          </span>
          <KindBadge className="max-md:hidden">{organization.kindLabel}</KindBadge>
        </div>
      )}
      <div className="ml-auto flex flex-none items-center gap-2 max-sm:ml-0 max-sm:gap-1">
        {search && <div className="mr-1 w-[min(22.5rem,30vw)] max-md:hidden">{search}</div>}
        {actions}
        {userMenu}
      </div>
    </header>
  )
}
