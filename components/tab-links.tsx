'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from './ui/class-names'

export interface TabLink {
  href: string
  label: string
  /** The tab is current only on this very page, not on those below it. */
  exact?: boolean
}

/** Pages of one record, side by side. The current one is told by the address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const path = usePathname()
  // The longest match wins: a record's first tab is the start of all the others.
  const current = [...tabs]
    .sort((one, other) => other.href.length - one.href.length)
    .find(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
  return (
    <nav aria-label={label} className="mb-5 border-border border-b">
      <ul className="-mb-px flex gap-x-1 overflow-x-auto">
        {tabs.map(({ href, label: text }) => {
          const selected = href === current?.href
          return (
            <li key={href} className="flex-none">
              <Link
                href={href}
                prefetch={false}
                aria-current={selected ? 'page' : undefined}
                className={classNames(
                  'block whitespace-nowrap border-b-2 px-3 py-2 font-semibold hover:text-text',
                  selected ? 'border-accent text-text' : 'border-transparent text-muted hover:border-border',
                )}
              >
                {text}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
