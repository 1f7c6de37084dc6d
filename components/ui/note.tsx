import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { CircleCheck, CircleX, type Icon as IconType, Info, TriangleAlert } from './icons'

export type NoteTone = 'info' | 'warning' | 'danger' | 'success'

const looks: Record<NoteTone, { icon: IconType; box: string; mark: string }> = {
  info: { icon: Info, box: 'border-info/30 bg-info-soft', mark: 'text-info' },
  warning: { icon: TriangleAlert, box: 'border-warning/30 bg-warning-soft', mark: 'text-warning' },
  danger: { icon: CircleX, box: 'border-danger/30 bg-danger-soft', mark: 'text-danger' },
  success: { icon: CircleCheck, box: 'border-success/30 bg-success-soft', mark: 'text-success' },
}

type NoteProps = {
  tone?: NoteTone
  title?: ReactNode
  /** Instead of the tone's own icon. */
  icon?: ReactNode
  action?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits; leave out what was on the page from the start. */
  role?: 'alert' | 'status'
  id?: string
  children?: ReactNode
}

/** A boxed remark in the flow of the page. */
export function Note({ tone = 'info', title, icon, action, role, id, children }: NoteProps) {
  const { icon: Icon, box, mark } = looks[tone]
  return (
    <div id={id} role={role} className={classNames('flex gap-2.5 rounded-control border px-3.5 py-3', box)}>
      <span className={classNames('mt-px flex-none [&_.lucide]:size-4.5', mark)}>{icon ?? <Icon />}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-[1_1_18rem]">
          {title && <p className={classNames('font-semibold', mark)}>{title}</p>}
          {children}
        </div>
        {action && <div className="flex-none">{action}</div>}
      </div>
    </div>
  )
}
