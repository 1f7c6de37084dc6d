'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormState as ActionState } from '@/lib/web/form-state'
import { Note } from '../ui/note'
import { FormStateProvider } from './form-state'
import { WayOutLink } from './way-out-link'

type Action = (previous: ActionState<never>, formData: FormData) => Promise<ActionState<never>>

export type FormFaceProps = {
  /** Fields that are part of the request but not of the form's face. */
  hidden?: Readonly<Record<string, string>>
  /** Keeps the ids of two forms on one page apart. */
  idPrefix?: string
  className?: string
  /** Before the reference number of an unexpected failure. */
  referenceLabel?: string
  /** Leads to the form as it is now, when somebody else has saved meanwhile or a price has changed. */
  reloadLabel?: string
  children: ReactNode
}

/**
 * A form around a server action: shows what the server refused at the top and at each field, and keeps what was typed.
 * Works as a plain form before any script has loaded.
 */
export function Form({ action, ...face }: FormFaceProps & { action: Action }) {
  const [state, submit] = useActionState<ActionState<never>, FormData>(action, { status: 'idle' })
  return <FormFace {...face} state={state} submit={submit} />
}

/** The form without the action's state, for forms that show something else once they are done. */
export function FormFace(props: FormFaceProps & { state: ActionState; submit: (formData: FormData) => void }) {
  const { state, submit, hidden = {}, idPrefix, className, referenceLabel, reloadLabel, children } = props
  const done = state.status === 'done' ? state : undefined
  return (
    <form action={submit} className={className ?? 'grid gap-4'} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === 'failed' && state.message ? (
        <Note
          tone="danger"
          role="alert"
          action={reloadLabel && isOutdated(state) ? <Reload label={reloadLabel} /> : undefined}
        >
          {state.message}
          {state.requestId ? ` ${referenceLabel ?? ''} ${state.requestId}` : null}
          {state.wayOut ? <WayOutLink wayOut={state.wayOut} className="mt-1 block" /> : null}
        </Note>
      ) : null}
      <FormStateProvider
        state={{ errors: state.fields, values: state.values, done, ...(idPrefix ? { idPrefix } : {}) }}
      >
        {children}
      </FormStateProvider>
    </form>
  )
}

const outdated: readonly ActionState['code'][] = ['stale', 'total_changed', 'request_answered']

function isOutdated({ code }: ActionState): boolean {
  return code !== undefined && outdated.includes(code)
}

/** A plain anchor: what was typed goes, the page is read anew. */
function Reload({ label }: { label: string }) {
  return (
    <a href="?" data-no-page className="rounded-box text-accent underline underline-offset-2">
      {label}
    </a>
  )
}
