'use client'

import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { ControlContext } from '../ui/control'
import { FieldError, FieldHint, RequiredMark } from './field-error'
import { useFieldState } from './form-state'

type FieldGroupProps = {
  legend: ReactNode
  name: string
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  className?: string
  /** A `RadioGroup`, or several `Checkbox`es of the same name. */
  children: ReactNode
}

/** Several controls that answer one question. */
export function FieldGroup({ legend, name, hint, error, required = false, className, children }: FieldGroupProps) {
  const state = useFieldState(name)
  const message = error ?? state.error
  const hintId = `${state.id}-hint`
  const errorId = `${state.id}-error`
  const describedBy = classNames(message !== undefined && errorId, hint !== undefined && hintId) || undefined
  return (
    <fieldset id={state.id} tabIndex={-1} aria-describedby={describedBy} className={classNames('min-w-0', className)}>
      <legend className="mb-1 font-semibold">
        {legend}
        {required && <RequiredMark />}
      </legend>
      {hint !== undefined && (
        <div className="-mt-1 mb-2">
          <FieldHint id={hintId}>{hint}</FieldHint>
        </div>
      )}
      <ControlContext value={{ name, invalid: message !== undefined, required, value: state.ticked }}>
        {children}
      </ControlContext>
      {message !== undefined && <FieldError id={errorId}>{message}</FieldError>}
    </fieldset>
  )
}

/** Fields side by side, below each other where there is no room. */
export function FieldColumns({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] items-start gap-x-3 gap-y-4">
      {children}
    </div>
  )
}
