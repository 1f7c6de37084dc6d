'use client'

import { type ReactNode, startTransition, useActionState, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { QuantityPreview } from '@/lib/web/quantity-preview'
import { Field } from './form/field'
import { FormFace } from './form/form'
import { SubmitButton } from './form/submit-button'
import { WayOutLink } from './form/way-out-link'
import { fill, moneyIn } from './new-customer/words'
import type { FormAction } from './subscription-state'
import { TextInput } from './ui/text-input'
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
  /** What the quantity that stands there to begin with costs; without one it is nothing to send. */
  first?: QuantityPreview
  texts: {
    label: string
    hint: string
    submit: string
    looking: string
    reference: string
    reload: string
    /** Where what stands there is no number. */
    wrong: string
    /** What it comes to now, for those without a script. */
    now: string
  }
  locale: string
  action: FormAction
  previewAction: PreviewAction
  children?: ReactNode
}

/** After the last key, before the server is asked. */
const pause = 250

/**
 * A number of licenses: its exact price or refund stands below while one types, and is what one agrees to. What has no price,
 * or cannot be had, cannot be sent.
 */
export function PricedQuantityForm(props: PricedQuantityFormProps) {
  const { subject, quantity, min, max, texts, first, children } = props
  const alive = useAlive()
  const [state, submit] = useActionState<FormState<never>, FormData>(props.action, { status: 'idle' })
  const { look, lookAgain, typed, looking, shown, failure } = usePrice(props)
  const outdated = state.status === 'failed' && state.code === 'total_changed' ? state : null
  const askAnew = useEffectEvent(lookAgain)
  useEffect(() => {
    if (outdated) askAnew()
  }, [outdated])
  const agreed = alive ? shown?.amount : (outdated?.parameters?.total ?? first?.amount)
  return (
    <FormFace
      state={state}
      submit={submit}
      hidden={{ ...subject, ...props.hidden, ...(agreed ? { amount: String(agreed) } : {}) }}
      idPrefix={props.idPrefix}
      referenceLabel={texts.reference}
      {...(outdated ? {} : { reloadLabel: texts.reload })}
    >
      <Field name="quantity" label={texts.label} hint={texts.hint} required>
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
        {looking ? (
          <p className="text-muted">{texts.looking}</p>
        ) : (
          <>
            {shown?.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {shown?.wayOut ? <WayOutLink wayOut={shown.wayOut} /> : null}
            {!shown && failure ? <p>{failure}</p> : null}
            {isNumber(typed) ? null : <p>{texts.wrong}</p>}
          </>
        )}
        {!alive && outdated ? <p>{fill(texts.now, { amount: inMoney(props.locale, outdated) })}</p> : null}
      </div>
      {children}
      <div>
        <SubmitButton disabled={alive && (looking || !shown || shown.refused === true)}>{texts.submit}</SubmitButton>
      </div>
    </FormFace>
  )
}

function inMoney(locale: string, { parameters }: FormState<never>): string {
  return moneyIn(locale, String(parameters?.total ?? ''), String(parameters?.currency ?? ''))
}

/** Asks what a number costs, after the last key; once more when whoever left to remove a refusal comes back. */
function usePrice({ subject, quantity, first, previewAction }: PricedQuantityFormProps) {
  const [preview, ask, pending] = useActionState<FormState<QuantityPreview>, FormData>(previewAction, {
    status: 'idle',
  })
  const [typed, setTyped] = useState(String(quantity))
  const [asked, setAsked] = useState(typed)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  function question(wanted: string) {
    setAsked(wanted)
    if (!isNumber(wanted)) return
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...subject, quantity: wanted })) data.set(name, value)
    startTransition(() => ask(data))
  }
  function look(wanted: string) {
    clearTimeout(waiting.current)
    setTyped(wanted)
    waiting.current = setTimeout(() => question(wanted), pause)
  }
  const lookAgain = () => question(typed)
  // The last answer counts; what the page came with only until something was asked.
  const latest = preview.status === 'idle' ? first : preview.shown
  const shown = latest && isNumber(typed) && latest.quantity === Number(typed) ? latest : undefined
  const refused = shown?.refused === true
  const cameBack = useEffectEvent(lookAgain)
  useEffect(() => {
    if (!refused) return
    const again = () => cameBack()
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [refused])
  const looking = pending || asked !== typed
  const failure = preview.status === 'failed' ? preview.message : undefined
  return { look, lookAgain, typed, looking, shown, failure }
}

function isNumber(typed: string): boolean {
  return /^\d{1,7}$/.test(typed) && Number(typed) > 0
}
