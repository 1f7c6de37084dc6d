import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Description = { term: ReactNode; details: ReactNode; key?: string }

type DescriptionListProps = {
  items: readonly Description[]
  /** `rows`: term left, details right. `columns`: term above details, up to four side by side; `wide`: up to two. */
  look?: 'rows' | 'columns' | 'wide'
}

const looks = {
  rows: 'divide-y divide-border',
  columns: 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-5 gap-y-3',
  wide: 'grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] gap-x-5 gap-y-3',
}

export function DescriptionList({ items, look = 'columns' }: DescriptionListProps) {
  const isRows = look === 'rows'
  return (
    <dl className={looks[look]}>
      {items.map((item, index) => (
        <div
          key={item.key ?? (typeof item.term === 'string' ? item.term : index)}
          className={classNames(
            'min-w-0',
            isRows ? 'flex flex-wrap gap-x-4 gap-y-0.5 py-2.5 first:pt-0 last:pb-0' : 'grid content-start gap-0.5',
          )}
        >
          <dt className={isRows ? 'w-48 flex-none text-muted max-sm:w-full' : 'text-caption text-muted'}>
            {item.term}
          </dt>
          <dd className="min-w-0 flex-[1_1_11rem] [overflow-wrap:anywhere]">{item.details}</dd>
        </div>
      ))}
    </dl>
  )
}
