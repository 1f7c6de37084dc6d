import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Buttons beside each other; on phones below each other at full width, the primary one first. */
export function ButtonRow({
  end = false,
  className,
  children,
}: {
  end?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-start gap-2 max-sm:items-stretch',
        'max-sm:flex-col max-sm:[&_[data-variant]]:w-full max-sm:[&>[data-variant=primary]]:-order-1',
        end && 'sm:justify-end',
        className,
      )}
    >
      {children}
    </div>
  )
}
