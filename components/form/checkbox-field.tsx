'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '../ui/checkbox'
import { classNames } from '../ui/class-names'
import { ControlContext } from '../ui/control'
import { FieldError } from './field-error'
import { useFieldState } from './form-state'

type CheckboxFieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value?: string
  required?: boolean
  defaultChecked?: boolean
  className?: string
}

/** One tick box that is a question of its own ("I understand what …"). */
export function CheckboxField({ name, error, className, ...rest }: CheckboxFieldProps) {
  const state = useFieldState(name)
  const message = error ?? state.error
  const errorId = `${state.id}-error`
  const describedBy = message === undefined ? undefined : errorId
  const wiring = {
    id: state.id,
    name,
    describedBy,
    invalid: message !== undefined,
    required: false,
    value: state.ticked,
  }
  return (
    <div className={classNames('min-w-0', className)}>
      <ControlContext value={wiring}>
        <Checkbox {...rest} />
      </ControlContext>
      {message !== undefined && <FieldError id={errorId}>{message}</FieldError>}
    </div>
  )
}
