'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlClass, useControl } from './control'

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ className, defaultValue, rows = 5, ...rest }: ComponentProps<'textarea'>) {
  const { wiring, typed } = useControl(rest)
  return (
    <textarea
      {...rest}
      {...wiring}
      rows={rows}
      defaultValue={rest.value === undefined ? (typed?.toString() ?? defaultValue) : undefined}
      className={classNames(
        controlClass,
        'block field-sizing-content read-only:bg-surface-sunken min-h-30 resize-y py-2.5',
        className,
      )}
    />
  )
}
