import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NotificationBell } from '@/components/notification-bell'
import { AppShell } from '@/components/shell/app-shell'
import { shellWords } from '@/components/shell/words'
import { clockIsMovable } from '@/lib/core/demo-clock'
import { plainWords } from '@/lib/i18n/words'
import { mailboxIsOpen } from '@/lib/mail/transport'
import { menuOf, menuWords } from '@/lib/web/navigation'
import { requireActor } from '@/lib/web/page'
import { signOutAction, updatePreferencesAction } from '../preferences/actions'

/** The frame of every page behind sign-in. It shows who one is; each page's own reads decide what one may see. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [words, shell, labels, terms, locale] = await Promise.all([
    shellWords(),
    getTranslations('shell'),
    plainWords('navigation', menuWords),
    getTranslations('terms'),
    getLocale(),
  ])
  const menu = menuOf(actor).map(({ group, items }) => ({
    ...(group ? { heading: labels[group] } : {}),
    items: items.map(({ href, label, icon }) => ({ href, label: labels[label], icon })),
  }))
  const { organizationName, fullName, email, theme } = actor
  return (
    <AppShell
      words={words}
      menu={menu}
      organization={{ name: organizationName, kindLabel: terms(`kind.${actor.organizationKind}`) }}
      mailbox={mailboxIsOpen() ? labels.mailbox : undefined}
      demoClock={clockIsMovable() ? labels.demoClock : undefined}
      bell={<NotificationBell unread={actor.unread} />}
      user={{
        label: shell('userMenu', { name: fullName }),
        user: { name: fullName, email, organizationName },
        locale,
        theme,
        preferencesAction: updatePreferencesAction as (formData: FormData) => void,
        signOutAction: signOutAction as (formData: FormData) => void,
      }}
    >
      {children}
    </AppShell>
  )
}
