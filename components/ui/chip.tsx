import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { UnstyledLink } from './text-link'

type ChipProps = {
  href: string
  active?: boolean
  count?: ReactNode
  children: ReactNode
}

/** A filter as a link: `href` is the list with the filter on, or without it while it is `active`. */
export function Chip({ href, active = false, count, children }: ChipProps) {
  return (
    <UnstyledLink
      href={href}
      aria-current={active ? 'true' : undefined}
      className={classNames(
        'inline-flex min-h-7 items-center gap-1 rounded-pill border px-2.5 no-underline pointer-coarse:min-h-9',
        active
          ? 'border-accent bg-accent-soft font-semibold text-accent forced:border-2'
          : 'border-border bg-surface text-text hover:border-border-strong hover:bg-surface-hover',
      )}
    >
      {children}
      {count !== undefined && <span className="tabular-nums">· {count}</span>}
    </UnstyledLink>
  )
}
