import {
  BadgeCheck,
  BadgeQuestionMark,
  Building2,
  CalendarClock,
  Coins,
  FileSignature,
  House,
  KeyRound,
  Layers,
  Link2,
  Mail,
  MonitorSmartphone,
  ReceiptText,
  ScrollText,
  ShieldCheck,
  Tags,
  UserCog,
  Users,
} from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NotificationBell } from '@/components/notification-bell'
import { AppShell } from '@/components/shell/app-shell'
import { UserMenu } from '@/components/shell/user-menu'
import { IconLink } from '@/components/ui/icon-button'
import { MenuLink } from '@/components/ui/menu-entries'
import { clockIsMovable } from '@/lib/core/demo-clock'
import { mailboxIsOpen } from '@/lib/mail/transport'
import { type MenuIcon, menuOf } from '@/lib/web/navigation'
import { requireActor } from '@/lib/web/page'
import { signOutAction, updatePreferencesAction } from '../preferences/actions'

const icons: Record<MenuIcon, typeof House> = {
  account: Building2,
  home: House,
  orders: ReceiptText,
  subscriptions: Layers,
  requests: BadgeQuestionMark,
  customers: Users,
  partners: Link2,
  invitations: Mail,
  activity: ScrollText,
  relationships: ShieldCheck,
  agreement: FileSignature,
  incentives: Coins,
  catalog: Tags,
  organizations: Building2,
  verification: BadgeCheck,
  people: UserCog,
  roles: KeyRound,
}

/** The frame of every page behind sign-in. It shows who one is; each page's own reads decide what one may see. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [t, terms, shell, locale] = await Promise.all([
    getTranslations('navigation'),
    getTranslations('terms'),
    getTranslations('shell'),
    getLocale(),
  ])
  const menu = menuOf(actor).map(({ group, items }) => ({
    ...(group ? { heading: t(group) } : {}),
    items: items.map(({ href, label, icon }) => ({ href, label: t(label), icon: icons[icon] })),
  }))
  return (
    <AppShell
      menu={menu}
      organization={{ name: actor.organizationName, kindLabel: terms(`kind.${actor.organizationKind}`) }}
      actions={
        <>
          {mailboxIsOpen() ? <IconLink href="/mailbox" label={t('mailbox')} icon={<Mail />} /> : null}
          <NotificationBell unread={actor.unread} />
        </>
      }
      userMenu={
        <UserMenu
          user={{ name: actor.fullName, email: actor.email, organizationName: actor.organizationName }}
          locale={locale}
          theme={actor.theme}
          preferencesAction={updatePreferencesAction as (formData: FormData) => void}
          signOutAction={signOutAction as (formData: FormData) => void}
        >
          <MenuLink href="/account/security" icon={<KeyRound />}>
            {shell('security')}
          </MenuLink>
          <MenuLink href="/account/sessions" icon={<MonitorSmartphone />}>
            {shell('sessions')}
          </MenuLink>
          {clockIsMovable() ? (
            <MenuLink href="/demo-clock" icon={<CalendarClock />}>
              {t('demoClock')}
            </MenuLink>
          ) : null}
        </UserMenu>
      }
    >
      {children}
    </AppShell>
  )
}
