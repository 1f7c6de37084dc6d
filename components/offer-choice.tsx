'use client'

import { type ReactNode, useId, useState } from 'react'
import { FieldError } from './form/field-error'
import { useFormError, useFormValues } from './form/form-state'
import { Checkbox } from './ui/checkbox'
import { Select, type SelectOption } from './ui/select'
import { TextInput } from './ui/text-input'

type OfferChoiceProps = {
  title: ReactNode
  description: string
  min: number
  max: number
  /** "1 to 300", in words. */
  range: string
  plans: readonly SelectOption[]
  planLabel: string
  quantityLabel: string
}

/** One offer: ticking it types the smallest quantity, typing a quantity ticks it. What was chosen survives a refusal. */
export function OfferChoice(props: OfferChoiceProps) {
  const { title, description, min, max, range, plans, planLabel, quantityLabel } = props
  const before = useChosenBefore(plans)
  const [quantity, setQuantity] = useState(before?.quantity ?? '')
  const [plan, setPlan] = useState(before?.plan ?? plans[0]?.value ?? '')
  const errorId = useId()
  // The quantities of all offers are one list: which of them is meant is seen at the offer.
  const error = useFormError('quantities')
  const refused = error !== undefined && !isWithin(quantity, min, max)
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <Checkbox
        label={title}
        hint={description}
        checked={quantity !== '' && quantity !== '0'}
        onChange={(event) => setQuantity(event.target.checked ? String(min) : '')}
        className="min-w-0 flex-[1_1_18rem]"
      />
      <div className="flex min-w-0 flex-wrap items-start gap-2 max-sm:w-full max-sm:pl-7.5">
        <Select
          name="items[]"
          aria-label={planLabel}
          options={plans}
          value={plan}
          onChange={(event) => setPlan(event.target.value)}
          className="w-80 max-w-full max-sm:w-full"
        />
        <div className="w-24">
          <TextInput
            name="quantities[]"
            inputMode="numeric"
            maxLength={7}
            aria-label={quantityLabel}
            value={quantity}
            onChange={(event) => setQuantity(event.target.value)}
            {...(refused ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
          />
          {refused && <FieldError id={errorId}>{error}</FieldError>}
          <p className="text-caption text-muted">{range}</p>
        </div>
      </div>
    </div>
  )
}

/** Of two lists side by side, as the form had sent them: what stands there where no script holds it. */
function useChosenBefore(plans: OfferChoiceProps['plans']) {
  const { items, quantities } = useFormValues()
  const [sent, counts] = [[items ?? []].flat(), [quantities ?? []].flat()]
  const own = plans.map(({ value }) => value)
  const position = sent.findIndex((item) => own.includes(item))
  return position < 0 ? null : { plan: sent[position], quantity: counts[position] }
}

function isWithin(quantity: string, min: number, max: number): boolean {
  return (
    quantity === '' ||
    (/^\d+$/.test(quantity) && (Number(quantity) === 0 || (Number(quantity) >= min && Number(quantity) <= max)))
  )
}
