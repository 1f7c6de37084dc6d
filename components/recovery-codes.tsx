'use client'

import { useEffect, useRef } from 'react'
import { Download, Printer } from './ui/icons'
import './new-customer/print-slip.css'
import { Button, ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { CopyControl } from './ui/copy-control'
import { Note } from './ui/note'

export type RecoveryCodeTexts = Record<
  'title' | 'text' | 'copy' | 'copied' | 'copyRefused' | 'download' | 'print' | 'kept' | 'file' | 'fileHead',
  string
>

/** Ten recovery codes, the one time they are shown: to copy, to download, to print. */
export function RecoveryCodes({ codes, texts, goOn }: { codes: string[]; texts: RecoveryCodeTexts; goOn: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const list = codes.join('\n')
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${texts.fileHead}\n\n${list}\n`)}`
  return (
    <div className="print-slip grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-subtitle outline-none">
        {texts.title}
      </h2>
      <Note tone="warning">{texts.text}</Note>
      <pre
        id="recovery-codes"
        className="select-all whitespace-pre-wrap rounded-control border border-border-strong border-dashed bg-surface-sunken px-3 py-2.5 font-mono text-code sm:columns-2"
      >
        {list}
      </pre>
      <ButtonRow className="print:hidden">
        <CopyControl
          text={list}
          sourceId="recovery-codes"
          variant="secondary"
          label={texts.copy}
          copiedLabel={texts.copied}
          refusedLabel={texts.copyRefused}
        />
        <ButtonLink href={file} download={texts.file} icon={<Download />}>
          {texts.download}
        </ButtonLink>
        <Button icon={<Printer />} onClick={() => window.print()}>
          {texts.print}
        </Button>
        <ButtonLink href={goOn} variant="primary">
          {texts.kept}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
