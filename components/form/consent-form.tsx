'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import { ButtonRow } from '../ui/button-row'
import { CheckboxField } from './checkbox-field'
import { Form } from './form'
import { SubmitButton } from './submit-button'

type ConsentFormProps = {
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
  hidden: Readonly<Record<string, string>>
  ticks: readonly { name: string; label: string; hint?: string }[]
  submitLabel: string
  referenceLabel: string
  /** Beside the button: what one does instead. */
  children?: ReactNode
}

/** The one big decision of a page: every box has to be ticked before the button can be pressed. */
export function ConsentForm({ action, hidden, ticks, submitLabel, referenceLabel, children }: ConsentFormProps) {
  const box = useRef<HTMLDivElement>(null)
  // Until the script runs the button is open: the server refuses an unticked box just the same.
  const [ready, setReady] = useState(true)
  const look = () =>
    setReady(
      [...(box.current?.querySelectorAll('input[type=checkbox]') ?? [])].every(
        (input) => (input as HTMLInputElement).checked,
      ),
    )
  // Once, when the page comes alive: ticks made before that count too.
  useEffect(look, [])
  return (
    <Form action={action} hidden={hidden} referenceLabel={referenceLabel} className="mt-5 grid gap-4">
      <div ref={box} onChange={look} className="grid gap-3">
        {ticks.map((tick) => (
          <CheckboxField key={tick.name} name={tick.name} label={tick.label} hint={tick.hint} required />
        ))}
      </div>
      <ButtonRow>
        <SubmitButton size="large" disabled={!ready}>
          {submitLabel}
        </SubmitButton>
        {children}
      </ButtonRow>
    </Form>
  )
}
