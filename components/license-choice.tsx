'use client'

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Checkbox } from './ui/checkbox'

export type LicenseState = 'all' | 'some' | 'none'

type LicenseChoiceProps = {
  subscriptionId: string
  /** Who of the people has a license now. */
  state: LicenseState
  mayAssign: boolean
  label: ReactNode
  hint?: ReactNode
  /** Of the two plain boxes that stand here without script. */
  assignLabel: string
  takeLabel: string
}

const never = () => () => undefined

/**
 * Box with three states: everybody, nobody, or those who have it now. Sends something only where it was changed, so that
 * what nobody touched stays as it is, whatever happens meanwhile.
 */
export function LicenseChoice(props: LicenseChoiceProps) {
  const { subscriptionId, state, mayAssign, label, hint, assignLabel, takeLabel } = props
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [chosen, setChosen] = useState(state)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen === 'some'
  }, [chosen])
  const order = choices(state, mayAssign)
  return (
    <div>
      <label className="flex min-h-6 items-start gap-2.5">
        <input
          ref={box}
          type="checkbox"
          checked={chosen === 'all'}
          disabled={!scripted || order.length < 2}
          onChange={() => setChosen(order[(order.indexOf(chosen) + 1) % order.length] ?? state)}
          className="choice-box choice-tick"
        />
        <span className="min-w-0">
          <span className="font-semibold">{label}</span>
          {hint && <span className="block text-caption text-muted">{hint}</span>}
        </span>
      </label>
      {chosen !== state && (
        <input type="hidden" name={chosen === 'all' ? 'assign[]' : 'remove[]'} value={subscriptionId} />
      )}
      <noscript>
        {order.includes('all') && state !== 'all' && (
          <Checkbox name="assign[]" value={subscriptionId} label={assignLabel} />
        )}
        {state !== 'none' && <Checkbox name="remove[]" value={subscriptionId} label={takeLabel} />}
      </noscript>
    </div>
  )
}

/** In the order of the presses. A state that was mixed can be had back. */
function choices(state: LicenseState, mayAssign: boolean): LicenseState[] {
  const all = mayAssign || state === 'all'
  return [...(all ? (['all'] as const) : []), 'none', ...(state === 'some' ? (['some'] as const) : [])]
}
