import { type LucideIcon, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Count, KindBadge } from '../ui/badge'
import { iconButtonClass } from '../ui/icon-button'
import { SideMenuLink } from './side-menu-link'
import type { ShellOrganization } from './top-bar'

export const sideMenuId = 'side-menu'

export type SideMenuItem = {
  href: string
  label: string
  icon: LucideIcon
  count?: number
  /** Read out after the count, e.g. "4 waiting". */
  countLabel?: string
  /** Unless given, the entry is current on its address and everything below it. */
  current?: boolean
}
export type SideMenuGroup = { heading?: string; items: readonly SideMenuItem[] }

type SideMenuProps = { groups: readonly SideMenuGroup[]; organization?: ShellOrganization }

/** Stands open beside the page from 1024 px; below that a drawer (the browser's popover, so it needs no script). */
export function SideMenu({ groups, organization }: SideMenuProps) {
  const t = useTranslations('shell')
  return (
    <nav
      id={sideMenuId}
      popover="auto"
      aria-label={t('mainMenu')}
      className="side-drawer overflow-y-auto border-border border-r bg-surface px-2 py-3 text-text print:hidden"
    >
      <div className="mb-2 flex items-start gap-2 pl-2.5 lg:hidden">
        {organization && (
          <div className="grid min-w-0 justify-items-start gap-1 py-1">
            <span className="font-semibold">{organization.name}</span>
            <KindBadge>{organization.kindLabel}</KindBadge>
          </div>
        )}
        <button
          type="button"
          popoverTarget={sideMenuId}
          popoverTargetAction="hide"
          aria-label={t('closeMenu')}
          title={t('closeMenu')}
          className={iconButtonClass('ml-auto')}
        >
          <X />
        </button>
      </div>
      {groups.map((group) => (
        <MenuGroup key={group.heading ?? group.items[0]?.href} group={group} />
      ))}
    </nav>
  )
}

function MenuGroup({ group }: { group: SideMenuGroup }) {
  return (
    <div>
      {group.heading && (
        <h2 className="px-2.5 pt-3.5 pb-1 font-semibold text-micro text-muted uppercase tracking-wider">
          {group.heading}
        </h2>
      )}
      <ul className="grid gap-px">
        {group.items.map((item) => (
          <li key={item.href}>
            <SideMenuLink href={item.href} current={item.current}>
              <item.icon className="size-4.5" />
              <span className="min-w-0 flex-1">{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <Count>
                  {item.count}
                  {item.countLabel && <span className="sr-only"> {item.countLabel}</span>}
                </Count>
              )}
            </SideMenuLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
