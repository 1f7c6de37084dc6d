import type { ReactNode } from 'react'
import { classNames } from './ui/class-names'

export type TimelineEvent = {
  key: string
  /** What happened; the person or the deed in <b>. */
  text: ReactNode
  /** When, and where known where from; a `LocalTime` or `RelativeTime`. */
  detail: ReactNode
  /** Mail scanners, jobs, the portal itself: drawn grey. */
  byMachine?: boolean
}

/** A record's story, newest first. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label?: string }) {
  return (
    <ol aria-label={label}>
      {events.map((event) => (
        <li
          key={event.key}
          className={classNames(
            'relative pb-3.5 pl-5.5 last:pb-0',
            'before:absolute before:top-1.5 before:left-1 before:size-2.25 before:rounded-pill forced:before:border-2',
            'after:absolute after:top-4.5 after:-bottom-1 after:left-2 after:w-px after:bg-border last:after:hidden',
            event.byMachine ? 'text-muted before:bg-border-strong' : 'before:bg-accent',
          )}
        >
          <div>{event.text}</div>
          <div className="text-caption text-muted">{event.detail}</div>
        </li>
      ))}
    </ol>
  )
}
