'use client'

import { useActionState, useState } from 'react'
import type { UploadResult } from '@/lib/web/customer-people'
import type { FormState } from '@/lib/web/form-state'
import { FormFace, type FormFaceProps } from './form/form'
import { Badge } from './ui/badge'
import { ButtonLink, buttonClass } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Download } from './ui/icons'
import { Note } from './ui/note'
import { useLeaveWarning } from './ui/use-leave-warning'

type UploadTexts = Record<
  'once' | 'leave' | 'download' | 'fileName' | 'line' | 'added' | 'refused' | 'another' | 'done',
  string
>

type PeopleUploadProps = FormFaceProps & {
  action: (previous: FormState<UploadResult>, formData: FormData) => Promise<FormState<UploadResult>>
  texts: UploadTexts
  listHref: string
  /** The page's own address: the empty form again. */
  againHref: string
}

/** Takes a file with people; afterwards says what became of each row and offers the passwords, once. */
export function PeopleUpload(props: PeopleUploadProps) {
  const [round, setRound] = useState(0)
  return <OneUpload key={round} {...props} onAgain={() => setRound(round + 1)} />
}

function OneUpload({
  action,
  texts,
  listHref,
  againHref,
  onAgain,
  ...face
}: PeopleUploadProps & { onAgain: () => void }) {
  const [state, submit] = useActionState<FormState<UploadResult>, FormData>(action, { status: 'idle' })
  const [kept, setKept] = useState(false)
  useLeaveWarning(Boolean(state.status === 'done' && state.shown?.passwordFile) && !kept, texts.leave)
  if (state.status !== 'done' || !state.shown) return <FormFace {...face} state={state} submit={submit} />
  const { shown } = state
  return (
    <div className="grid gap-4">
      <h2 className="font-semibold text-subtitle" role="status">
        {shown.summary}
      </h2>
      {shown.passwordFile && (
        <>
          <Note tone="warning">{texts.once}</Note>
          <ButtonRow>
            <a
              href={shown.passwordFile}
              download={texts.fileName}
              data-leaves
              onClick={() => setKept(true)}
              data-variant="primary"
              className={buttonClass({ variant: 'primary' })}
            >
              <Download />
              {texts.download}
            </a>
          </ButtonRow>
        </>
      )}
      <UploadedRows rows={shown.rows} texts={texts} />
      <ButtonRow>
        <ButtonLink href={listHref}>{texts.done}</ButtonLink>
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
    </div>
  )
}

function UploadedRows({ rows, texts }: { rows: UploadResult['rows']; texts: UploadTexts }) {
  return (
    <ul className="divide-y divide-border border-border border-y">
      {rows.map((row) => (
        <li key={row.line} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
          <span className="w-20 flex-none text-muted tabular-nums">
            {texts.line} {row.line}
          </span>
          <span className="min-w-0 flex-[1_1_14rem] [overflow-wrap:anywhere]">
            <span className="font-semibold">{row.displayName || '–'}</span>
            <span className="block text-caption text-muted">{row.userName || '–'}</span>
          </span>
          <span className="flex-[1_1_14rem]">
            <Badge tone={row.added ? 'success' : 'danger'}>{row.added ? texts.added : texts.refused}</Badge>
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
