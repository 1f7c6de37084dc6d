import { type RefObject, startTransition, useActionState, useCallback, useEffect, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { AddedCustomer, CheckedCustomer } from '@/lib/web/new-customer'

export const steps = ['account', 'subscriptions', 'review'] as const
export type Step = (typeof steps)[number]

type Action<Shown> = (previous: FormState<Shown>, formData: FormData) => Promise<FormState<Shown>>
export type CheckAction = Action<CheckedCustomer>
export type SubmitAction = Action<AddedCustomer>

const idle = { status: 'idle' } as const

/** What is asked for in the second step; everything else belongs to the first. */
const ofSubscriptions = /^(?:items|quantities|attested|agreedOn|signer|resellerOfRecord)/

/** The step one is at, what the server said to it, and the ways to the next one, back, and to the end. */
export function useSteps(
  form: RefObject<HTMLFormElement | null>,
  checkAction: CheckAction,
  submitAction: SubmitAction,
) {
  const [checked, check, checking] = useActionState(checkAction, idle)
  const [submitted, submit, submitting] = useActionState(submitAction, idle)
  const [asked, setAsked] = useState<'check' | 'submit'>('submit')
  const [step, setStep] = useState<Step>('account')
  const [entered, setEntered] = useState(false)
  const [entries, setEntries] = useState<FormData | null>(null)
  const answer = asked === 'check' ? checked : submitted

  const enter = useCallback((next: Step) => {
    setEntered(true)
    setStep(next)
  }, [])
  useEffect(() => {
    const shown = checked.status === 'done' ? checked.shown : undefined
    if (shown) enter(shown.step === 'account' ? 'subscriptions' : 'review')
  }, [checked, enter])
  // A refusal at the end belongs to the step that holds the marked field.
  useEffect(() => {
    const fields = answer.status === 'failed' ? Object.keys(answer.fields ?? {}) : []
    if (fields.length > 0) enter(fields.every((name) => ofSubscriptions.test(name)) ? 'subscriptions' : 'account')
  }, [answer, enter])

  // Another price than the one that was seen: the review shows the new one, and is confirmed again.
  useEffect(() => {
    if (submitted.code !== 'total_changed' || !form.current) return
    const data = new FormData(form.current)
    data.set('step', 'subscriptions')
    startTransition(() => check(data))
  }, [submitted, check, form])

  const send = (dispatch: (data: FormData) => void, as: 'check' | 'submit', of?: Step) => {
    if (!form.current || checking || submitting) return
    const data = new FormData(form.current)
    if (of) data.set('step', of)
    setAsked(as)
    if (of === 'subscriptions') setEntries(data)
    startTransition(() => dispatch(data))
  }
  return {
    step,
    entered,
    entries,
    answer,
    /** Offers of the last account step, lines of the last subscriptions step. */
    shown: checked.status === 'done' ? checked.shown : undefined,
    added: submitted.status === 'done' ? submitted.shown : undefined,
    pending: checking || submitting,
    /** For a browser without a script. */
    plainSubmit: submit,
    enter,
    /** Enter in a field does what the step's main button does. */
    proceed: () => (step === 'review' ? send(submit, 'submit') : send(check, 'check', step)),
  }
}
