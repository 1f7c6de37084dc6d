'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Checkbox } from './ui/checkbox'

type SelectionBarProps = {
  /** The form that the tick boxes of the rows belong to. */
  formId: string
  selectAllLabel: string
  /** Before the number. */
  countLabel: string
  /** The button that submits the form; all there is without script. */
  children: ReactNode
}

/** Ticks all rows of a page at once and says how many are ticked. */
export function SelectionBar({ formId, selectAllLabel, countLabel, children }: SelectionBarProps) {
  // Null until the script has looked: a page that was left and opened again keeps its ticks.
  const [count, setCount] = useState<{ ticked: number; all: number } | null>(null)
  useEffect(() => {
    const look = () => {
      const boxes = boxesOf(formId)
      setCount({ ticked: boxes.filter(({ checked }) => checked).length, all: boxes.length })
    }
    look()
    document.addEventListener('change', look)
    return () => document.removeEventListener('change', look)
  }, [formId])
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-3 py-2">
      {count && (
        <>
          <Checkbox
            label={selectAllLabel}
            checked={count.all > 0 && count.ticked === count.all}
            onChange={({ currentTarget }) => {
              for (const box of boxesOf(formId)) box.checked = currentTarget.checked
            }}
          />
          <span role="status" className="text-muted tabular-nums">
            {countLabel}: {count.ticked}
          </span>
        </>
      )}
      <div className="ml-auto">{children}</div>
    </div>
  )
}

function boxesOf(formId: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${formId}"]`)]
}
