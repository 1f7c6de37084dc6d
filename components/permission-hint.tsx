import { type ReactNode, useId } from 'react'
import { type ButtonLook, buttonClass } from './ui/button'
import { Lock } from './ui/icons'

type PermissionHintProps = Pick<ButtonLook, 'size'> & {
  /** What the button would have said. */
  label: string
  /** Which role it takes: "Only a Global admin can authorize a provider." */
  reason: ReactNode
  /** Who has it: "Ask Jonas Weber (jonas@alder-it.example)." */
  holders?: ReactNode
}

/** In the place of a button this person may not press: says so, and who may. Still reachable by keyboard. */
export function PermissionHint({ label, reason, holders, size }: PermissionHintProps) {
  const id = useId()
  return (
    <div className="grid justify-items-start gap-2">
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        className={buttonClass(
          { size },
          'border-dashed bg-surface-sunken text-muted max-sm:w-full aria-disabled:opacity-100',
        )}
      >
        <Lock />
        {label}
      </button>
      <p id={id} className="max-w-96 text-muted">
        {reason} {holders}
      </p>
    </div>
  )
}
