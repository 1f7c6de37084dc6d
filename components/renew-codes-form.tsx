'use client'

import { useActionState } from 'react'
import type { RecoveryCodesAction } from './first-code-form'
import { FormFace } from './form/form'
import { SubmitButton } from './form/submit-button'
import { RecoveryCodes, type RecoveryCodeTexts } from './recovery-codes'

type RenewCodesFormProps = { action: RecoveryCodesAction; submit: string; texts: RecoveryCodeTexts; goOn: string }

/** Makes new recovery codes and shows them in the place of the button. */
export function RenewCodesForm({ action, submit, texts, goOn }: RenewCodesFormProps) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const codes = state.status === 'done' ? state.shown?.recoveryCodes : undefined
  if (codes) return <RecoveryCodes codes={codes} texts={texts} goOn={goOn} />
  return (
    <FormFace state={state} submit={send} idPrefix="renew">
      <div>
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </div>
    </FormFace>
  )
}
