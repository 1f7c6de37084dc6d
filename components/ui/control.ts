'use client'

import { createContext, useContext, useEffect, useEffectEvent, useRef } from 'react'

/** What a field tells the control inside it: how it is named, described, and what it held before. */
export type ControlWiring = {
  id?: string
  name: string
  describedBy?: string
  invalid: boolean
  required: boolean
  /** What the person typed before the server refused; wins over the control's own default. */
  value?: string | readonly string[]
}

export const ControlContext = createContext<ControlWiring | null>(null)

type OwnProps = {
  id?: string
  name?: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling'
}

/** The control's own props, completed by the field around it. A control also stands alone, without a field. */
export function useControl(own: OwnProps) {
  const field = useContext(ControlContext)
  const describedBy = [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ')
  return {
    typed: field?.value,
    wiring: {
      id: own.id ?? field?.id,
      name: own.name ?? field?.name,
      required: own.required ?? field?.required,
      'aria-describedby': describedBy || undefined,
      'aria-invalid': own['aria-invalid'] ?? (field?.invalid || undefined),
    },
  }
}

/**
 * React resets a form after its action, and the reset forgets what a tick or a list shows that a component holds. Text it keeps.
 * @param show writes what is held to the element; null where nobody holds it
 */
export function useSurvivingReset<Control extends HTMLInputElement | HTMLSelectElement>(
  show: ((control: Control) => void) | null,
) {
  const control = useRef<Control>(null)
  const again = useEffectEvent(() => {
    if (control.current) show?.(control.current)
  })
  useEffect(() => {
    const form = control.current?.form
    // The event comes before what it announces.
    const later = () => queueMicrotask(() => again())
    form?.addEventListener('reset', later)
    return () => form?.removeEventListener('reset', later)
  }, [])
  return control
}

export const controlClass =
  'w-full min-w-0 rounded-control border border-border-strong bg-surface px-2.5 text-text transition-colors duration-100 ' +
  'max-sm:text-subtitle hover:border-muted focus:border-accent aria-invalid:border-danger ' +
  'disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-muted'
