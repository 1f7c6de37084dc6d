import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Spinner } from './spinner'
import { UnstyledLink } from './text-link'

/** `primary` once a page; `danger` only inside a dialog that has said what will be lost. */
export type ButtonVariant = 'primary' | 'secondary' | 'subtle' | 'danger'
export type ButtonSize = 'normal' | 'large'

export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode; iconEnd?: ReactNode }

const variantClasses: Record<ButtonVariant, string> = {
  primary: 'font-semibold border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'font-semibold border-border bg-surface text-text hover:border-border-strong hover:bg-surface-hover',
  subtle: 'border-transparent bg-transparent font-normal text-text hover:bg-surface-hover forced:border-current',
  danger: 'font-semibold border-danger bg-danger text-on-danger hover:border-danger-hover hover:bg-danger-hover',
}

const sizeClasses: Record<ButtonSize, string> = {
  normal: 'min-h-control px-3 py-1',
  large: 'min-h-control-large px-4.5 py-2',
}

export function buttonClass({ variant = 'secondary', size = 'normal' }: ButtonLook, className?: string): string {
  return classNames(
    'inline-flex items-center justify-center gap-1.5 rounded-control border text-center text-body no-underline',
    'transition-colors duration-100 sm:whitespace-nowrap [&_.lucide]:size-4.5',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-60',
    variantClasses[variant],
    sizeClasses[size],
    className,
  )
}

export type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean }

/** `pending` keeps the button focusable but inert and shows the spinner; use `form/submit-button` to have it set for you. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, iconEnd, pending = false, className, children, type = 'button', ...rest } = props
  return (
    <button
      {...rest}
      type={type}
      data-variant={variant ?? 'secondary'}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, size }, className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {iconEnd}
    </button>
  )
}

export type ButtonLinkProps = ComponentProps<'a'> & ButtonLook & { href: string }

export function ButtonLink({ variant, size, icon, iconEnd, className, children, ...rest }: ButtonLinkProps) {
  return (
    <UnstyledLink {...rest} data-variant={variant ?? 'secondary'} className={buttonClass({ variant, size }, className)}>
      {icon}
      {children}
      {iconEnd}
    </UnstyledLink>
  )
}
