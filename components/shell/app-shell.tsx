'use client'

import type { ReactNode } from 'react'
import { CloseOnNavigate } from '../ui/close-on-navigate'
import { IconLink } from '../ui/icon-button'
import { CalendarClock, KeyRound, Mail, MonitorSmartphone } from '../ui/icons'
import { MenuLink } from '../ui/menu-entries'
import { Toaster } from '../ui/toaster'
import { SideMenu, type SideMenuGroup } from './side-menu'
import { mainId, SkipLink } from './skip-link'
import { type ShellOrganization, TopBar } from './top-bar'
import { UserMenu, type UserMenuProps } from './user-menu'
import type { ShellWords } from './words'

type AppShellProps = {
  words: ShellWords
  menu: readonly SideMenuGroup[]
  organization: ShellOrganization
  user: Omit<UserMenuProps, 'words' | 'children' | 'profileHref'>
  /** Their labels, where the portal has them. */
  mailbox?: string | undefined
  demoClock?: string | undefined
  /** Before the user menu. */
  bell: ReactNode
  children: ReactNode
}

/**
 * Everything around a page behind sign-in. Drawn from plain data by a client component, because every page carries it: of
 * elements that the server has made, each travels twice, once as itself and once as what the browser takes over.
 */
export function AppShell({ words, menu, organization, user, mailbox, demoClock, bell, children }: AppShellProps) {
  return (
    <>
      <SkipLink>{words.skipToContent}</SkipLink>
      <TopBar
        words={words}
        homeHref="/dashboard"
        organization={organization}
        actions={
          <>
            {mailbox ? <IconLink href="/mailbox" label={mailbox} icon={<Mail />} /> : null}
            {bell}
          </>
        }
        userMenu={
          <UserMenu words={words} profileHref="/account/profile" {...user}>
            <MenuLink href="/account/security" icon={<KeyRound />}>
              {words.security}
            </MenuLink>
            <MenuLink href="/account/sessions" icon={<MonitorSmartphone />}>
              {words.sessions}
            </MenuLink>
            {demoClock ? (
              <MenuLink href="/demo-clock" icon={<CalendarClock />}>
                {demoClock}
              </MenuLink>
            ) : null}
          </UserMenu>
        }
      />
      <div className="grid min-h-[calc(100dvh-var(--spacing-bar))] lg:grid-cols-[var(--spacing-menu)_minmax(0,1fr)]">
        <SideMenu words={words} groups={menu} organization={organization} />
        <main
          id={mainId}
          tabIndex={-1}
          className="w-full min-w-0 max-w-7xl px-8 pt-6 pb-12 outline-none max-sm:px-4 max-sm:pt-4"
        >
          {children}
        </main>
      </div>
      <Toaster label={words.messages} closeLabel={words.close} />
      <CloseOnNavigate />
    </>
  )
}
