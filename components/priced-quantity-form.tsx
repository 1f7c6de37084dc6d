'use client'

import { type ReactNode, startTransition, useActionState, useRef, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { QuantityPreview } from '@/lib/web/quantity-preview'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import type { FormAction } from './subscription-state'
import { TextInput } from './ui/text-input'
import { TextLink } from './ui/text-link'
import { useAlive } from './ui/use-alive'

export type PreviewAction = (
  previous: FormState<QuantityPreview>,
  formData: FormData,
) => Promise<FormState<QuantityPreview>>

type PricedQuantityFormProps = {
  /** What it is about: sent with the form and with each question for a price. */
  subject: Readonly<Record<string, string>>
  /** Sent with the form alone. */
  hidden?: Readonly<Record<string, string>>
  idPrefix: string
  quantity: number
  min: number
  max?: number
  /** What the quantity that stands there to begin with costs. */
  first?: QuantityPreview
  texts: { label: string; hint: string; submit: string; looking: string; reference: string; reload?: string }
  action: FormAction
  previewAction: PreviewAction
  children?: ReactNode
}

/** After the last key, before the server is asked. */
const pause = 250

/**
 * A number of licenses: its exact price or refund stands below while one types, and is what one agrees to. What has no price
 * yet cannot be sent.
 */
export function PricedQuantityForm(props: PricedQuantityFormProps) {
  const { subject, quantity, min, max, texts, first, children } = props
  const alive = useAlive()
  const [preview, ask, pending] = useActionState<FormState<QuantityPreview>, FormData>(props.previewAction, {
    status: 'idle',
  })
  const [typed, setTyped] = useState(String(quantity))
  const [asked, setAsked] = useState(typed)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const priced = isNumber(typed)
  const looking = priced && (pending || asked !== typed)
  const shown = [preview.shown, first].find((one) => String(one?.quantity) === typed)
  function look(wanted: string) {
    clearTimeout(waiting.current)
    setTyped(wanted)
    waiting.current = setTimeout(() => {
      setAsked(wanted)
      if (!isNumber(wanted)) return
      const data = new FormData()
      for (const [name, value] of Object.entries({ ...subject, quantity: wanted })) data.set(name, value)
      startTransition(() => ask(data))
    }, pause)
  }
  // Without a script the price of another quantity cannot be known, and none is agreed to.
  const agreed: Record<string, string> = alive && shown?.amount ? { amount: shown.amount } : {}
  return (
    <Form
      action={props.action}
      hidden={{ ...subject, ...props.hidden, ...agreed }}
      idPrefix={props.idPrefix}
      referenceLabel={texts.reference}
      {...(texts.reload ? { reloadLabel: texts.reload } : {})}
    >
      <Field name="quantity" label={texts.label} hint={texts.hint}>
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
        {looking ? <p className="text-muted">{texts.looking}</p> : shown?.lines.map((line) => <p key={line}>{line}</p>)}
        {!looking && shown?.wayOut ? (
          <TextLink href={shown.wayOut.href} target="_blank">
            {shown.wayOut.label}
          </TextLink>
        ) : null}
        {!looking && preview.status === 'failed' ? <p>{preview.message}</p> : null}
      </div>
      {children}
      <div>
        <SubmitButton disabled={alive && looking}>{texts.submit}</SubmitButton>
      </div>
    </Form>
  )
}

function isNumber(typed: string): boolean {
  return /^\d{1,7}$/.test(typed) && Number(typed) > 0
}
