'use client'

import { useState } from 'react'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { fill, moneyIn, times } from './new-customer/words'
import type { FormAction } from './subscription-state'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'
import { useAlive } from './ui/use-alive'

interface Choice {
  value: string
  label: string
  /** What one license comes to now, and all that there are; null for whoever may see no prices. */
  perSeat: string | null
  total: string | null
}

type ChoiceFormProps = {
  action: FormAction
  subscriptionId: string
  version: number
  currency: string
  choices: readonly Choice[]
  /** To begin with where it can be chosen; null: all licenses move. */
  quantity: number | null
  texts: {
    offer: string
    quantity: string
    explained: string | null
    costs: string
    brings: string
    submit: string
    reference: string
  }
  locale: string
}

/** Another offer for a subscription: its exact total stands above the button, and is what one agrees to. */
export function SubscriptionChoiceForm(props: ChoiceFormProps) {
  const { action, subscriptionId, version, currency, choices, quantity, texts, locale } = props
  const alive = useAlive()
  const [chosenId, setChosen] = useState(choices[0]?.value ?? '')
  const [wanted, setWanted] = useState(String(quantity ?? ''))
  const chosen = choices.find(({ value }) => value === chosenId)
  const total = chosen ? totalOf(chosen, quantity, wanted) : null
  const inWords = (amount: string) => {
    const money = moneyIn(locale, amount.replace('-', ''), currency)
    return fill(amount.startsWith('-') ? texts.brings : texts.costs, { amount: money })
  }
  const hidden = { subscriptionId, version: String(version), ...(alive && total ? { amount: total } : {}) }
  return (
    <Form action={action} hidden={hidden} idPrefix="become" referenceLabel={texts.reference}>
      <Field name="availabilityId" label={texts.offer}>
        <Select options={choices} onChange={(event) => setChosen(event.target.value)} />
      </Field>
      {quantity === null ? (
        <p className="text-muted">{texts.explained}</p>
      ) : (
        <Field name="quantity" label={texts.quantity}>
          <TextInput
            type="number"
            inputMode="numeric"
            min={1}
            defaultValue={quantity}
            className="max-w-40"
            onChange={(event) => setWanted(event.target.value)}
          />
        </Field>
      )}
      <div role="status" className="grid gap-1 font-semibold">
        {alive
          ? total && <p>{inWords(total)}</p>
          : // Without a script nobody can tell what is chosen: each offer says what it comes to.
            choices.map(
              ({ value, label, total: its }) =>
                its && (
                  <p key={value}>
                    {label}: {inWords(its)}
                  </p>
                ),
            )}
      </div>
      <div>
        <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
      </div>
    </Form>
  )
}

function totalOf({ perSeat, total }: Choice, quantity: number | null, wanted: string): string | null {
  if (quantity === null) return total
  return perSeat !== null && /^\d{1,7}$/.test(wanted) && Number(wanted) > 0 ? times(perSeat, Number(wanted)) : null
}
