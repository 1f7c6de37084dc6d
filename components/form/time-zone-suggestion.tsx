'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '../ui/button'
import { useFieldState } from './form-state'

const never = () => () => undefined

type TimeZoneSuggestionProps = {
  /** The field of the form that holds the choice. */
  name: string
  /** The zone the portal shows now. */
  current: string
  zones: readonly { value: string; label: string }[]
  text: string
  take: string
}

/** Says that the browser's clock is another one than the portal's, and takes it over. Needs script, and nothing needs it. */
export function TimeZoneSuggestion({ name, current, zones, text, take }: TimeZoneSuggestionProps) {
  const { id } = useFieldState(name)
  const browser = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => '',
  )
  const found = zones.find(({ value }) => value === browser)
  if (!found || browser === current) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="text-muted">
        {text} {found.label}
      </p>
      <Button
        onClick={() => {
          const select = document.getElementById(id)
          if (select instanceof HTMLSelectElement) select.value = browser
          select?.focus()
        }}
      >
        {take}
      </Button>
    </div>
  )
}
