'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { UploadProgress } from '@/lib/web/partner-users'
import { FormFace } from './form/form'
import { SubmitButton } from './form/submit-button'

type UploadStepsProps = {
  action: (previous: FormState<UploadProgress>, formData: FormData) => Promise<FormState<UploadProgress>>
  uploadId: string
  done: number
  total: number
  isConfirmed: boolean
  referenceLabel: string
  texts: Record<'hint' | 'confirm' | 'reached' | 'progress', string>
}

/**
 * Adds the people of a file step by step: each answer asks for the next one. Without script every press is a step; whoever
 * comes back later goes on where it stopped.
 */
export function UploadSteps(props: UploadStepsProps) {
  const { action, uploadId, done, total, isConfirmed, referenceLabel, texts } = props
  const [state, submit, pending] = useActionState<FormState<UploadProgress>, FormData>(action, { status: 'idle' })
  const place = useRef<HTMLDivElement>(null)
  const goesOn = state.status === 'done' && (state.shown?.remaining ?? 0) > 0
  // A new answer is a new object, even where it says the same.
  useEffect(() => {
    if (goesOn && state) place.current?.closest('form')?.requestSubmit()
  }, [goesOn, state])
  return (
    <FormFace state={state} submit={submit} hidden={{ uploadId }} referenceLabel={referenceLabel}>
      <div ref={place} className="grid gap-3">
        {isConfirmed || pending ? (
          <div role="status">
            <progress value={done} max={total} aria-label={texts.progress} className="w-full accent-accent" />
            <p className="text-muted">{texts.reached}</p>
          </div>
        ) : (
          <p>{texts.hint}</p>
        )}
        <div>
          <SubmitButton>{texts.confirm}</SubmitButton>
        </div>
      </div>
    </FormFace>
  )
}
