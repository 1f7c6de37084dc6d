'use client'

import { useActionState } from 'react'
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
}

/** Takes the first code of the app; what follows are the recovery codes, shown once. */
export function FirstCodeForm({ action, label, submit, done, goOn, referenceLabel, texts }: FirstCodeFormProps) {
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
    <FormFace state={state} submit={send} referenceLabel={referenceLabel}>
      <Field label={label} name="code" required>
        <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Field>
      <SubmitButton size="large">{submit}</SubmitButton>
    </FormFace>
  )
}
