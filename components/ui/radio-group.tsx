'use client'

import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { useControl } from './control'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  options: readonly RadioOption[]
  name?: string
  defaultValue?: string
  required?: boolean
  /** `cards` draws every option as a box: for the one decision of a page. */
  look?: 'list' | 'cards'
}

/** One of several. Stands inside a `FieldGroup`, which carries legend, hint and error. */
export function RadioGroup({ options, look = 'list', defaultValue, ...own }: RadioGroupProps) {
  const groupId = useId()
  const { wiring, typed } = useControl(own)
  const chosen = (typed?.toString() || undefined) ?? defaultValue
  return (
    <div className={classNames('grid', look === 'cards' ? 'gap-2' : 'gap-2.5')}>
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            'flex min-h-6 items-start gap-2.5',
            look === 'cards' &&
              'rounded-control border border-border px-3.5 py-3 hover:bg-surface-hover has-checked:border-accent has-checked:bg-accent-soft',
          )}
        >
          <input
            type="radio"
            name={wiring.name}
            value={option.value}
            required={wiring.required}
            disabled={option.disabled}
            defaultChecked={chosen === option.value}
            aria-invalid={wiring['aria-invalid']}
            aria-describedby={option.hint ? `${groupId}-${option.value}` : undefined}
            className="choice-box choice-dot"
          />
          <span className="min-w-0">
            {option.label}
            {option.hint && (
              <span id={`${groupId}-${option.value}`} className="block text-caption text-muted">
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}
