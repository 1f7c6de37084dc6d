import type { ReactNode } from 'react'
import { UnstyledLink } from './ui/text-link'

/** A number that leads to the list it counts. */
export function StatTile({
  href,
  value,
  label,
  detail,
}: {
  href: string
  value: ReactNode
  label: ReactNode
  detail?: ReactNode
}) {
  return (
    <UnstyledLink
      href={href}
      className="grid content-start gap-1 rounded-card border border-border bg-surface px-4.5 py-4 max-sm:px-3.5 max-sm:py-3 text-text no-underline shadow-card transition-colors duration-100 hover:border-border-strong hover:bg-surface-hover"
    >
      <span className="font-semibold text-figure tabular-nums">{value}</span>
      <span>{label}</span>
      {detail && <span className="text-caption text-muted">{detail}</span>}
    </UnstyledLink>
  )
}

/** Up to four tiles in a row, two on tablets and wide phones. */
export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-4 max-sm:gap-3 lg:grid-cols-4">{children}</div>
}
