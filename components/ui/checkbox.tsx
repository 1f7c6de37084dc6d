'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { useControl, useSurvivingReset } from './control'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; hint?: ReactNode }

/** A native tick box of 18 px with its label; the whole label can be pressed. Inside a `Field` it takes its name from there. */
export function Checkbox({ label, hint, className, defaultChecked, value = 'on', ...rest }: CheckboxProps) {
  const hintId = useId()
  const described = classNames(rest['aria-describedby'], hint ? hintId : undefined)
  const { wiring, typed } = useControl({ ...rest, 'aria-describedby': described || undefined })
  const wasTicked = typed === undefined ? defaultChecked : [typed].flat().includes(String(value))
  const { checked } = rest
  const control = useSurvivingReset<HTMLInputElement>(
    checked === undefined
      ? null
      : (input) => {
          input.checked = checked
        },
  )
  return (
    <label className={classNames('flex min-h-6 items-start gap-2.5', className)}>
      <input
        {...rest}
        {...wiring}
        ref={control}
        type="checkbox"
        value={value}
        defaultChecked={rest.checked === undefined ? wasTicked : undefined}
        className="choice-box choice-tick"
      />
      <span className="min-w-0">
        {label}
        {hint && (
          <span id={hintId} className="block text-caption text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
