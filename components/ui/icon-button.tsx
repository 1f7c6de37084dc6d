import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { UnstyledLink } from './text-link'

type Look = {
  label: string
  icon: ReactNode
  dot?: boolean
  /** How many wait, as text: "7", "99+". The label has to say it, too. */
  count?: string
}

/** A square button of 32 px that shows only an icon; `label` is its name and its tooltip. `dot` says something is new. */
export function IconButton({ label, icon, dot, className, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button {...rest} type={type} aria-label={label} title={label} className={iconButtonClass(className)}>
      {icon}
      {dot && <Dot />}
    </button>
  )
}

export function IconLink({
  label,
  icon,
  dot,
  count,
  className,
  ...rest
}: ComponentProps<'a'> & Look & { href: string }) {
  return (
    <UnstyledLink {...rest} aria-label={label} title={label} className={iconButtonClass(className)}>
      {icon}
      {dot && <Dot />}
      {count !== undefined && <Count>{count}</Count>}
    </UnstyledLink>
  )
}

export function iconButtonClass(className?: string): string {
  return classNames(
    'relative inline-grid size-control flex-none place-items-center rounded-control text-muted',
    'transition-colors duration-100 hover:bg-surface-hover hover:text-text disabled:opacity-50 [&_.lucide]:size-4.5',
    className,
  )
}

function Dot() {
  return (
    <span className="absolute top-1.5 right-1.5 size-2 rounded-pill bg-danger ring-2 ring-surface forced:bg-current" />
  )
}

function Count({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="absolute -top-0.5 -right-0.5 min-w-4 rounded-pill bg-danger px-1 text-center font-semibold text-[0.6875rem] text-on-danger leading-4 ring-2 ring-surface forced:border"
    >
      {children}
    </span>
  )
}
