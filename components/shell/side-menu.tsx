import { usePathname } from 'next/navigation'
import type { MenuIcon } from '@/lib/web/navigation'
import { KindBadge } from '../ui/badge'
import { iconButtonClass } from '../ui/icon-button'
import {
  BadgeCheck,
  BadgeQuestionMark,
  Building2,
  Coins,
  FileSignature,
  House,
  type Icon,
  KeyRound,
  Layers,
  Link2,
  Lock,
  Mail,
  ReceiptText,
  ScrollText,
  ShieldCheck,
  Tags,
  UserCog,
  Users,
  X,
} from '../ui/icons'
import { UnstyledLink } from '../ui/text-link'
import type { ShellOrganization } from './top-bar'
import type { ShellWords } from './words'

export const sideMenuId = 'side-menu'

const icons: Record<MenuIcon, Icon> = {
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
  signIn: Lock,
}

export type SideMenuItem = { href: string; label: string; icon: MenuIcon }
export type SideMenuGroup = { heading?: string; items: readonly SideMenuItem[] }

type SideMenuProps = { words: ShellWords; groups: readonly SideMenuGroup[]; organization: ShellOrganization }

/** Stands open beside the page from 1024 px; below that a drawer (the browser's popover, so it needs no script). */
export function SideMenu({ words, groups, organization }: SideMenuProps) {
  const pathname = usePathname()
  const current = currentAmong(groups, pathname)
  return (
    <nav
      id={sideMenuId}
      popover="auto"
      aria-label={words.mainMenu}
      className="side-drawer overflow-y-auto border-border border-r bg-surface px-2 py-3 text-text print:hidden"
    >
      <div className="mb-2 flex items-start gap-2 pl-2.5 lg:hidden">
        <div className="grid min-w-0 justify-items-start gap-1 py-1">
          <span className="font-semibold">{organization.name}</span>
          <KindBadge>{organization.kindLabel}</KindBadge>
        </div>
        <button
          type="button"
          popoverTarget={sideMenuId}
          popoverTargetAction="hide"
          aria-label={words.closeMenu}
          title={words.closeMenu}
          className={iconButtonClass('ml-auto')}
        >
          <X />
        </button>
      </div>
      {groups.map((group) => (
        <MenuGroup key={group.heading ?? ''} group={group} current={current} />
      ))}
    </nav>
  )
}

function MenuGroup({ group: { heading, items }, current }: { group: SideMenuGroup; current: string | undefined }) {
  return (
    <div>
      {heading && (
        <h2 className="px-2.5 pt-3.5 pb-1 font-semibold text-micro text-muted uppercase tracking-wider">{heading}</h2>
      )}
      <ul className="grid gap-px">
        {items.map((item) => (
          <li key={item.href}>
            <SideMenuLink item={item} current={item.href === current} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function SideMenuLink({ item: { href, label, icon }, current }: { item: SideMenuItem; current: boolean }) {
  const Icon = icons[icon]
  return (
    <UnstyledLink href={href} aria-current={current ? 'page' : undefined} className="side-menu-link">
      <Icon className="size-4.5" />
      {label}
    </UnstyledLink>
  )
}

/** An entry is current on its address and everything below it, unless another one is nearer. */
function currentAmong(groups: readonly SideMenuGroup[], pathname: string): string | undefined {
  const above = groups
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
  return above.sort((one, other) => other.length - one.length)[0]
}
