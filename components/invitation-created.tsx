'use client'

import { useEffect, useRef, useState } from 'react'
import { LinkBox } from './link-box'
import { Button, ButtonLink } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { Card } from './ui/card'
import { Copy, Mail } from './ui/icons'
import { Note } from './ui/note'

export type InvitationCreatedTexts = Record<
  | 'createdTitle'
  | 'createdText'
  | 'linkTitle'
  | 'textTitle'
  | 'copied'
  | 'copyFailed'
  | 'tooLong'
  | 'copyToClipboard'
  | 'openInEmail'
  | 'done',
  string
>

type InvitationCreatedProps = {
  link: string
  /** The whole message with the link in it. */
  text: string
  to: string
  subject: string
  intent: 'copy' | 'mail'
  doneHref: string
  texts: InvitationCreatedTexts
}

/** Mail programs and systems cut addresses at about two thousand characters. */
const mailtoLimit = 2000

/** The one time the link is shown: copied or handed to the mail program at once, as asked for. */
export function InvitationCreated({ link, text, to, subject, intent, doneHref, texts }: InvitationCreatedProps) {
  const mailto = `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  const fits = mailto.length <= mailtoLimit
  const [copied, setCopied] = useState<boolean | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const copy = () => copyText(text).then(setCopied)
  const began = useRef(false)
  useEffect(() => {
    if (began.current) return
    began.current = true
    heading.current?.focus()
    if (intent === 'mail' && fits) window.location.assign(mailto)
    else void copyText(text).then(setCopied)
  }, [intent, fits, mailto, text])
  return (
    <Card className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="outline-none">
        {texts.createdTitle}
      </h2>
      <p className="text-muted">{texts.createdText}</p>
      {intent === 'mail' && !fits ? <Note tone="warning">{texts.tooLong}</Note> : null}
      {copied === null ? null : (
        <Note tone={copied ? 'success' : 'warning'} role="status">
          {copied ? texts.copied : texts.copyFailed}
        </Note>
      )}
      <div>
        <h3 className="mb-1">{texts.linkTitle}</h3>
        <LinkBox id="personal-link">{link}</LinkBox>
      </div>
      <div>
        <h3 className="mb-1">{texts.textTitle}</h3>
        <textarea
          readOnly
          aria-label={texts.textTitle}
          value={text}
          rows={8}
          className="w-full rounded-control border border-border bg-surface-sunken p-3"
        />
      </div>
      <ButtonRow>
        <Button variant="primary" icon={<Copy />} onClick={copy}>
          {texts.copyToClipboard}
        </Button>
        {fits ? (
          <ButtonLink href={mailto} icon={<Mail />}>
            {texts.openInEmail}
          </ButtonLink>
        ) : null}
        <ButtonLink href={doneHref} variant="subtle" className="sm:ml-auto">
          {texts.done}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
