import { Fragment } from 'react'
import { classNames } from '../ui/class-names'
import { Check } from '../ui/icons'

type StepsBarProps = {
  label: string
  steps: readonly string[]
  /** Index of the step one is at. */
  current: number
  doneLabel: string
}

/** Where one is in a form of several steps. */
export function StepsBar({ label, steps, current, doneLabel }: StepsBarProps) {
  return (
    <ol aria-label={label} className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-2">
      {steps.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && <li aria-hidden="true" className="h-px w-8 bg-border-strong max-sm:hidden" />}
          <li
            aria-current={index === current ? 'step' : undefined}
            className={classNames('flex items-center gap-2', index === current ? 'font-semibold' : 'text-muted')}
          >
            <StepMark number={index + 1} state={index < current ? 'done' : index === current ? 'now' : 'ahead'} />
            <span>{name}</span>
            {index < current && <span className="sr-only">, {doneLabel}</span>}
          </li>
        </Fragment>
      ))}
    </ol>
  )
}

const marks = {
  done: 'border-accent bg-accent-soft text-accent',
  now: 'border-accent bg-accent text-on-accent',
  ahead: 'border-border-strong text-muted',
}

function StepMark({ number, state }: { number: number; state: keyof typeof marks }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-6 flex-none place-items-center rounded-pill border text-caption font-semibold',
        marks[state],
      )}
    >
      {state === 'done' ? <Check className="size-3.5" /> : number}
    </span>
  )
}
