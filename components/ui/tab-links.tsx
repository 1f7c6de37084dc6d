import type { ReactNode } from 'react'
import { Count } from './badge'
import { classNames } from './class-names'
import { UnstyledLink } from './text-link'

export type TabLink = { href: string; label: ReactNode; current?: boolean; count?: number }

/** Sub-pages of one record as a row of links; scrolls sideways on phones. `label` names the row for screen readers. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-5 overflow-x-auto border-border border-b [scrollbar-width:none]">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <UnstyledLink
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classNames(
                'relative flex min-h-10 items-center gap-2 whitespace-nowrap rounded-t-control px-3 no-underline -outline-offset-2!',
                item.current
                  ? 'font-semibold text-accent after:absolute after:inset-x-2 after:bottom-0 after:h-0.75 after:rounded-t-box after:bg-accent forced:after:bg-[Highlight]'
                  : 'text-text hover:bg-surface-hover',
              )}
            >
              {item.label}
              {item.count !== undefined && <Count>{item.count}</Count>}
            </UnstyledLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
