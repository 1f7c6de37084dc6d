'use client'

import { type ReactNode, useState } from 'react'
import { Checkbox } from '../ui/checkbox'
import { ControlContext } from '../ui/control'
import { FieldError } from './field-error'
import { useFieldState } from './form-state'

type RowTickProps = { name: string; value: string; label: ReactNode; hint?: ReactNode }

/**
 * Selects one row of a table that stands inside a form, and says what the server refused about this very row: the error
 * of the field that is called as the row.
 */
export function RowTick({ name, value, label, hint }: RowTickProps) {
  const { error, id } = useFieldState(value)
  const [ticked, setTicked] = useState(false)
  const errorId = `${id}-error`
  const invalid = error !== undefined
  const wiring = { id, name, invalid, required: false, ...(invalid ? { describedBy: errorId } : {}) }
  return (
    <>
      <ControlContext value={wiring}>
        <Checkbox
          value={value}
          label={label}
          hint={hint}
          // React resets a form to its defaults after its action: the default follows, so that a refusal keeps the tick.
          defaultChecked={ticked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      </ControlContext>
      {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
    </>
  )
}

/** Ticks every row of the form, or none where all are ticked. */
export function TickAll({ name, label, className }: { name: string; label: string; className?: string }) {
  return (
    <button
      type="button"
      className={className}
      onClick={(event) => {
        const form = event.currentTarget.form
        const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
        const own = boxes.filter((box) => box.name === name)
        const open = own.filter((box) => !box.checked)
        for (const box of open.length > 0 ? open : own) box.click()
      }}
    >
      {label}
    </button>
  )
}
