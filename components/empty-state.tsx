import type { ReactNode } from 'react'
import { type Drawing, LineDrawing } from './line-drawing'

type EmptyStateProps = {
  /** One sentence. */
  title: string
  description?: ReactNode
  /** One button. */
  action?: ReactNode
  illustration?: Drawing | null
}

export function EmptyState({ title, description, action, illustration = 'list' }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-1 px-5 py-10 text-center">
      {illustration && <LineDrawing name={illustration} />}
      <p className="mt-2 font-semibold text-subtitle">{title}</p>
      {description && <div className="max-w-110 text-muted">{description}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
