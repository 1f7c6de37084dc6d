'use client'

import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { ControlContext } from '../ui/control'
import { FieldError, FieldHint, RequiredMark } from './field-error'
import { useFieldState } from './form-state'

type FieldProps = {
  label: ReactNode
  name: string
  hint?: ReactNode
  /** Unless given, the form's error for this name. */
  error?: ReactNode
  required?: boolean
  id?: string
  className?: string
  /** One control: `TextInput`, `TextArea`, `Select`. Needs no id, name or aria attribute of its own. */
  children: ReactNode
}

/** Label, control, hint and error, wired to each other. */
export function Field({ label, name, hint, error, required = false, id, className, children }: FieldProps) {
  const state = useFieldState(name)
  const controlId = id ?? state.id
  const message = error ?? state.error
  const hintId = `${controlId}-hint`
  const errorId = `${controlId}-error`
  const describedBy = classNames(message !== undefined && errorId, hint !== undefined && hintId)
  const wiring = { id: controlId, name, describedBy, invalid: message !== undefined, required, value: state.value }
  return (
    <div className={classNames('min-w-0', className)}>
      <label htmlFor={controlId} className="mb-1 block font-semibold">
        {label}
        {required && <RequiredMark />}
      </label>
      <ControlContext value={wiring}>{children}</ControlContext>
      {message !== undefined && <FieldError id={errorId}>{message}</FieldError>}
      {hint !== undefined && <FieldHint id={hintId}>{hint}</FieldHint>}
    </div>
  )
}
