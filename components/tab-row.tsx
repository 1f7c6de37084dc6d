import type { Ref } from 'react'
import { classNames } from './ui/class-names'
import { UnstyledLink } from './ui/text-link'

export interface Tab {
  href: string
  label: string
  current: boolean
}

/** Pages or views side by side, each with an address of its own. */
export function TabRow({
  label,
  tabs,
  listRef,
}: {
  label: string
  tabs: readonly Tab[]
  listRef?: Ref<HTMLUListElement>
}) {
  return (
    <nav aria-label={label} className="mb-5 border-border border-b">
      <ul ref={listRef} className="relative -mb-px flex gap-x-1 overflow-x-auto">
        {tabs.map(({ href, label: text, current }) => (
          <li key={href} className="flex-none">
            <UnstyledLink
              href={href}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'block whitespace-nowrap border-b-2 px-3 py-2 font-semibold no-underline hover:text-text',
                current ? 'border-accent text-text' : 'border-transparent text-muted hover:border-border',
              )}
            >
              {text}
            </UnstyledLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
