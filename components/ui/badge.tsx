import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral'

const toneClasses: Record<Tone, string> = {
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
  neutral: 'bg-surface-sunken text-muted ring-1 ring-border ring-inset',
}

/** A word with a coloured dot; the colour never stands alone. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return <span className={classNames('badge', toneClasses[tone], className)}>{children}</span>
}

/** A small pill in the accent colour: what kind of thing this is, never how it is doing. */
export function KindBadge({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center self-center whitespace-nowrap rounded-pill bg-accent-soft px-2 py-px font-semibold text-accent text-micro forced:border',
        className,
      )}
    >
      {children}
    </span>
  )
}

/** A number in a pill, as behind the entries of the side menu. */
export function Count({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-pill bg-surface-sunken px-1.5 font-semibold text-micro text-muted tabular-nums ring-1 ring-border ring-inset">
      {children}
    </span>
  )
}
