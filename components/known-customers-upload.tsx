'use client'

import { type ReactNode, useActionState, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { JudgedLine, KnownPreview } from '@/lib/web/known-customers'
import { Form, FormFace } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Badge, type Tone } from './ui/badge'
import { buttonClass } from './ui/button'
import { ButtonRow } from './ui/button-row'

type Door<Shown> = (previous: FormState<Shown>, formData: FormData) => Promise<FormState<Shown>>

type KnownCustomersUploadProps = {
  preview: Door<KnownPreview>
  store: Door<never>
  referenceLabel: string
  /** The page's own address: the empty form again. */
  againHref: string
  texts: Record<'line' | 'another' | 'nothing', string>
  children: ReactNode
}

/** Takes a file, says what would become of each row, and stores it when told to. */
export function KnownCustomersUpload(props: KnownCustomersUploadProps) {
  const [round, setRound] = useState(0)
  return <OneUpload key={round} {...props} onAgain={() => setRound(round + 1)} />
}

function OneUpload(props: KnownCustomersUploadProps & { onAgain: () => void }) {
  const { preview, store, referenceLabel, againHref, texts, children, onAgain } = props
  const [state, submit] = useActionState<FormState<KnownPreview>, FormData>(preview, { status: 'idle' })
  if (state.status !== 'done' || !state.shown)
    return (
      <FormFace state={state} submit={submit} referenceLabel={referenceLabel}>
        {children}
      </FormFace>
    )
  const { shown } = state
  return (
    <div className="grid gap-4">
      <h2 className="font-semibold text-subtitle" role="status">
        {shown.summary}
      </h2>
      <Form action={store} hidden={{ file: shown.file }} referenceLabel={referenceLabel}>
        <ButtonRow>
          {shown.store ? <SubmitButton variant="primary">{shown.store}</SubmitButton> : <p>{texts.nothing}</p>}
          <a
            href={againHref}
            data-variant="subtle"
            className={buttonClass({ variant: 'subtle' })}
            onClick={(event) => {
              event.preventDefault()
              onAgain()
            }}
          >
            {texts.another}
          </a>
        </ButtonRow>
      </Form>
      {shown.cut ? <p className="text-muted">{shown.cut}</p> : null}
      <JudgedLines rows={shown.rows} line={texts.line} />
    </div>
  )
}

const tones: Record<JudgedLine['verdict'], Tone> = {
  added: 'success',
  updated: 'info',
  unchanged: 'neutral',
  customer: 'neutral',
  refused: 'danger',
}

function JudgedLines({ rows, line }: { rows: JudgedLine[]; line: string }) {
  return (
    <ul className="divide-y divide-border border-border border-y">
      {rows.map((row) => (
        <li key={row.line} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
          <span className="w-20 flex-none text-muted tabular-nums">
            {line} {row.line}
          </span>
          <span className="min-w-0 flex-[1_1_14rem] [overflow-wrap:anywhere]">
            <span className="font-semibold">{row.name || '–'}</span>
            <span className="block text-caption text-muted">{row.domain || '–'}</span>
          </span>
          <span className="flex-[1_1_14rem]">
            <Badge tone={tones[row.verdict]}>{row.label}</Badge>
            {row.problems.map((problem) => (
              <span key={problem} className="mt-1 block text-danger">
                {problem}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
