'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What the server answered to the last submit: messages by field, and what had been typed. */
export type FormState = {
  errors?: Readonly<Record<string, string | undefined>>
  values?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Another object for each submit that was done as asked. */
  done?: object | undefined
  /** Keeps the ids of two forms on one page apart; `field` unless told. */
  idPrefix?: string
}

const FormStateContext = createContext<FormState>({})

export function FormStateProvider({ state, children }: { state: FormState; children: ReactNode }) {
  return <FormStateContext value={state}>{children}</FormStateContext>
}

/** Changes whenever a submit was done as asked. */
export function useFormDone(): object | undefined {
  return useContext(FormStateContext).done
}

/** What had been typed when the server refused. */
export function useFormValues(): NonNullable<FormState['values']> {
  return useContext(FormStateContext).values ?? {}
}

/** What is wrong with a field of this name, or with one of a list of that name. */
export function useFormError(name: string): string | undefined {
  const { errors = {} } = useContext(FormStateContext)
  const [key] = Object.keys(errors).filter((each) => each === name || each.startsWith(`${name}.`))
  return key === undefined ? undefined : errors[key]
}

/** One field's share of the form's state. */
export function useFieldState(name: string) {
  const { errors, values, idPrefix } = useContext(FormStateContext)
  // A box that was not ticked is not sent at all: once something was sent, no value means "not ticked".
  const ticked = values === undefined ? undefined : (values[name] ?? [])
  return { error: errors?.[name], value: values?.[name], ticked, id: fieldId(name, idPrefix) }
}

/** The id of a field's control, as the links of `ErrorSummary` need it. */
export function fieldId(name: string, idPrefix = 'field'): string {
  return `${idPrefix}-${name}`
}
