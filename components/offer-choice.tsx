'use client'

import { type ReactNode, useState } from 'react'
import { Checkbox } from './ui/checkbox'
import { Select, type SelectOption } from './ui/select'
import { TextInput } from './ui/text-input'

type OfferChoiceProps = {
  title: ReactNode
  description: string
  min: number
  /** "1 to 300", in words. */
  range: string
  plans: readonly SelectOption[]
  planLabel: string
  quantityLabel: string
}

/** One offer: ticking it types the smallest quantity, typing a quantity ticks it. */
export function OfferChoice({ title, description, min, range, plans, planLabel, quantityLabel }: OfferChoiceProps) {
  const [quantity, setQuantity] = useState('')
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
        <Select name="items[]" aria-label={planLabel} options={plans} className="w-80 max-w-full max-sm:w-full" />
        <div className="w-24">
          <TextInput
            name="quantities[]"
            inputMode="numeric"
            aria-label={quantityLabel}
            value={quantity}
            onChange={(event) => setQuantity(event.target.value.replace(/\D/g, ''))}
          />
          <p className="text-caption text-muted">{range}</p>
        </div>
      </div>
    </div>
  )
}
