import type { ReactNode } from 'react'
import { CircleAlert } from '../ui/icons'

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-caption text-danger">
      <CircleAlert className="mt-px size-3.5" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 text-caption text-muted">
      {children}
    </p>
  )
}

export function RequiredMark() {
  return (
    <span aria-hidden="true" className="ml-0.5 text-danger">
      *
    </span>
  )
}
