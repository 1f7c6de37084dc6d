'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { controlClass, useControl } from './control'

type TextInputProps = ComponentProps<'input'> & { icon?: ReactNode }

/** One line of text. Inside a `Field` it needs no id, name or aria attribute. `icon` stands in the left edge. */
export function TextInput({ icon, className, defaultValue, type = 'text', ...rest }: TextInputProps) {
  const { wiring, typed } = useControl(rest)
  const input = (
    <input
      {...rest}
      {...wiring}
      type={type}
      defaultValue={rest.value === undefined ? (typed?.toString() ?? defaultValue) : undefined}
      className={classNames(
        controlClass,
        'h-control read-only:bg-surface-sunken',
        icon ? 'pl-9' : undefined,
        !icon && className,
      )}
    />
  )
  if (!icon) return input
  return (
    <span className={classNames('relative block', className)}>
      <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-muted [&_.lucide]:size-4.5">
        {icon}
      </span>
      {input}
    </span>
  )
}
