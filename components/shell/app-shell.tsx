import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CloseOnNavigate } from '../ui/close-on-navigate'
import { Toaster } from '../ui/toaster'
import { SideMenu, type SideMenuGroup } from './side-menu'
import { mainId, SkipLink } from './skip-link'
import { type ShellOrganization, TopBar } from './top-bar'

type AppShellProps = {
  menu: readonly SideMenuGroup[]
  organization: ShellOrganization
  homeHref?: string
  search?: ReactNode
  actions?: ReactNode
  userMenu: ReactNode
  children: ReactNode
}

/** Everything around a page behind sign-in. */
export function AppShell({
  menu,
  organization,
  homeHref = '/dashboard',
  search,
  actions,
  userMenu,
  children,
}: AppShellProps) {
  const t = useTranslations('shell')
  return (
    <>
      <SkipLink>{t('skipToContent')}</SkipLink>
      <TopBar homeHref={homeHref} organization={organization} search={search} actions={actions} userMenu={userMenu} />
      <div className="grid min-h-[calc(100dvh-var(--spacing-bar))] lg:grid-cols-[var(--spacing-menu)_minmax(0,1fr)]">
        <SideMenu groups={menu} organization={organization} />
        <main
          id={mainId}
          tabIndex={-1}
          className="w-full min-w-0 max-w-7xl px-8 pt-6 pb-12 outline-none max-sm:px-4 max-sm:pt-4"
        >
          {children}
        </main>
      </div>
      <Toaster label={t('messages')} closeLabel={t('close')} />
      <CloseOnNavigate />
    </>
  )
}
