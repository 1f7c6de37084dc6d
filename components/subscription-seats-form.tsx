'use client'

import { type ReactNode, startTransition, useActionState, useRef } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { QuantityPreview } from '@/lib/web/subscription-preview'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { TextInput } from './ui/text-input'

type SeatsFormProps = {
  subscriptionId: string
  version: number
  quantity: number
  min: number
  max: number
  texts: { label: string; range: string; submit: string; looking: string; reference: string }
  changeAction: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
  previewAction: (previous: FormState<QuantityPreview>, formData: FormData) => Promise<FormState<QuantityPreview>>
  children?: ReactNode
}

/** After the last key, before the server is asked. */
const pause = 250

/** Another number of licenses: its exact price or refund stands below while one types, and is what one agrees to. */
export function SubscriptionSeatsForm(props: SeatsFormProps) {
  const { subscriptionId, version, quantity, min, max, texts, children } = props
  const [preview, ask, pending] = useActionState<FormState<QuantityPreview>, FormData>(props.previewAction, {
    status: 'idle',
  })
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = preview.shown
  function look(wanted: string) {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      if (!/^\d{1,7}$/.test(wanted) || Number(wanted) < 1) return
      const data = new FormData()
      data.set('subscriptionId', subscriptionId)
      data.set('quantity', wanted)
      startTransition(() => ask(data))
    }, pause)
  }
  const hidden = {
    subscriptionId,
    version: String(version),
    ...(shown?.amount && shown.quantity !== quantity ? { amount: shown.amount } : {}),
  }
  return (
    <Form action={props.changeAction} hidden={hidden} idPrefix="seats" referenceLabel={texts.reference}>
      <Field name="quantity" label={texts.label} hint={texts.range}>
        <TextInput
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          defaultValue={quantity}
          className="max-w-40"
          onChange={(event) => look(event.currentTarget.value)}
        />
      </Field>
      <div role="status" className="grid gap-1">
        {pending ? <p className="text-muted">{texts.looking}</p> : shown?.lines.map((line) => <p key={line}>{line}</p>)}
      </div>
      {children}
      <div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </div>
    </Form>
  )
}
