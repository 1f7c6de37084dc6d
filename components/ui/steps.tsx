import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Where one is in a wizard. `current` counts from 0; everything before it is done. `label` names the list. */
export function Steps({ label, items, current }: { label: string; items: readonly ReactNode[]; current: number }) {
  return (
    <ol aria-label={label} className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
      {items.map((item, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
          key={index}
          aria-current={index === current ? 'step' : undefined}
          className={classNames(
            'flex items-center gap-2',
            index === current ? 'font-semibold' : 'text-muted',
            index > 0 && 'before:h-px before:w-7 before:bg-border-strong max-sm:before:hidden',
          )}
        >
          <span
            className={classNames(
              'grid size-5.5 flex-none place-items-center rounded-pill border font-semibold text-caption',
              stepClass(index, current),
            )}
          >
            {index < current ? <Check className="size-3.5" /> : index + 1}
          </span>
          {item}
        </li>
      ))}
    </ol>
  )
}

function stepClass(index: number, current: number): string {
  if (index < current) return 'border-accent bg-accent-soft text-accent'
  if (index === current) return 'border-accent bg-accent text-on-accent'
  return 'border-border-strong'
}
