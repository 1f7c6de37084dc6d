'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Card } from '../ui/card'
import { classNames } from '../ui/class-names'

type StepSectionProps = {
  title: string
  hint?: ReactNode
  isCurrent: boolean
  /** Whether the script runs; without it every step is shown. */
  alive: boolean
  /** The step was entered by a press and not by opening the page. */
  entered: boolean
  children: ReactNode
}

/** One step of a form. The others stay in the form, hidden, with what was typed into them. */
export function StepSection({ title, hint, isCurrent, alive, entered, children }: StepSectionProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isCurrent || !entered) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [isCurrent, entered])
  return (
    <section
      aria-labelledby={id}
      hidden={alive && !isCurrent}
      // Until the script runs, where it may run: no flash of the later steps.
      className={classNames('mb-4 grid gap-4', !alive && !isCurrent && '[@media(scripting:enabled)]:hidden')}
    >
      <Card className="grid gap-5">
        <div>
          <h2 ref={heading} id={id} tabIndex={-1} className="text-subtitle font-semibold outline-none">
            {title}
          </h2>
          {hint && <p className="text-muted">{hint}</p>}
        </div>
        {children}
      </Card>
    </section>
  )
}
