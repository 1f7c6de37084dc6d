'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlClass, useControl, useSurvivingReset } from './control'
import { ChevronDown } from './icons'

export type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<ComponentProps<'select'>, 'multiple'> & {
  options: readonly SelectOption[]
  /** Further ones under headings. */
  groups?: readonly { label: string; options: readonly SelectOption[] }[]
  placeholder?: string
}

/** The browser's own list in our skin. `placeholder` is a first, empty entry. */
export function Select({ options, groups = [], placeholder, className, defaultValue, ...rest }: SelectProps) {
  const { wiring, typed } = useControl(rest)
  const initial = rest.value === undefined ? (typed?.toString() ?? defaultValue) : undefined
  const { value } = rest
  const control = useSurvivingReset<HTMLSelectElement>(
    value === undefined
      ? null
      : (select) => {
          select.value = String(value)
        },
  )
  return (
    <span className={classNames('relative block min-w-0', className)}>
      {/* The key: React resets a form after its action, and a select would fall back to its first default. */}
      <select
        key={String(initial)}
        {...rest}
        {...wiring}
        ref={control}
        defaultValue={initial}
        className={classNames(controlClass, 'h-control appearance-none truncate pr-9')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute top-1/2 right-2.5 size-4.5 -translate-y-1/2 text-muted" />
    </span>
  )
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ))
}
