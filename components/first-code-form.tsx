'use client'

import { type ReactNode, useActionState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { FormFace } from './form/form'
import { SubmitButton } from './form/submit-button'
import { RecoveryCodes, type RecoveryCodeTexts } from './recovery-codes'
import { Note } from './ui/note'
import { TextInput } from './ui/text-input'

export type RecoveryCodesAction = (
  previous: FormState<{ recoveryCodes: string[] }>,
  formData: FormData,
) => Promise<FormState<{ recoveryCodes: string[] }>>

type FirstCodeFormProps = {
  action: RecoveryCodesAction
  label: string
  submit: string
  /** Said above the recovery codes. */
  done: string
  goOn: string
  referenceLabel: string
  texts: RecoveryCodeTexts
  /** The secret, until its first code is typed; without it there is nothing to type yet. */
  secret: ReactNode | null
  /** The ways out below; gone with the secret. */
  children: ReactNode
}

/** Takes the first code of the app; in the place of the secret then stand the recovery codes, shown once. */
export function FirstCodeForm(props: FirstCodeFormProps) {
  const { action, label, submit, done, goOn, referenceLabel, texts, secret, children } = props
  const [state, send] = useActionState(action, { status: 'idle' })
  const codes = state.status === 'done' ? state.shown?.recoveryCodes : undefined
  if (codes)
    return (
      <div className="grid gap-4">
        <Note tone="success" role="status">
          {done}
        </Note>
        <RecoveryCodes codes={codes} texts={texts} goOn={goOn} />
      </div>
    )
  return (
    <>
      {secret ? (
        <>
          {secret}
          <FormFace state={state} submit={send} referenceLabel={referenceLabel}>
            <Field label={label} name="code" required>
              <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
            </Field>
            <SubmitButton size="large">{submit}</SubmitButton>
          </FormFace>
        </>
      ) : null}
      {children}
    </>
  )
}
