'use client'

import { type ReactNode, useActionState, useEffect } from 'react'
import type { FormState } from '@/lib/web/form-state'
import { LinkBox } from './link-box'
import { Button } from './ui/button'
import { CopyControl } from './ui/copy-control'
import { Note } from './ui/note'
import { toast } from './ui/toast'

type Shown = { link: string | null }
type Action = (previous: FormState<Shown>, formData: FormData) => Promise<FormState<Shown>>
type PlainAction = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type InvitationDeedsProps = {
  invitationId: string
  mayRemind: boolean
  mayCopy: boolean
  mailed: boolean
  addressed: boolean
  actions: { remind: PlainAction; resend: Action; disclose: Action }
  texts: Record<
    | 'remind'
    | 'sendByPortal'
    | 'sendNewLink'
    | 'newLink'
    | 'copyLink'
    | 'reminded'
    | 'resent'
    | 'linkTitle'
    | 'copied'
    | 'copyFailed'
    | 'linkOnce'
    | 'copy',
    string
  >
  /** The button that asks before revoking. */
  children: ReactNode
}

/** What can still be done about an invitation that nobody has answered. */
export function InvitationDeeds({
  invitationId,
  mayRemind,
  mayCopy,
  mailed,
  addressed,
  actions,
  texts,
  children,
}: InvitationDeedsProps) {
  const [reminded, remind, reminding] = useActionState<FormState<never>, FormData>(actions.remind, { status: 'idle' })
  const [resent, resend, resending] = useActionState<FormState<Shown>, FormData>(actions.resend, { status: 'idle' })
  const [disclosed, disclose, disclosing] = useActionState<FormState<Shown>, FormData>(actions.disclose, {
    status: 'idle',
  })
  useEffect(() => {
    if (reminded.status === 'done') toast(texts.reminded)
  }, [reminded, texts.reminded])
  const link = resent.shown?.link ?? disclosed.shown?.link
  const failed = [reminded, resent, disclosed].find((state) => state.status === 'failed')
  const id = <input type="hidden" name="invitationId" value={invitationId} />
  return (
    <div className="mt-5 grid gap-3">
      {failed ? (
        <Note tone="danger" role="alert">
          {failed.message}
        </Note>
      ) : null}
      {resent.status === 'done' && !link ? (
        <Note tone="success" role="status">
          {texts.resent}
        </Note>
      ) : null}
      {link ? (
        <div role="status">
          <p className="mb-1 font-semibold">{texts.linkTitle}</p>
          <LinkBox
            id="personal-link"
            end={
              <CopyControl
                text={link}
                label={texts.copy}
                copiedLabel={texts.copied}
                refusedLabel={texts.copyFailed}
                sourceId="personal-link"
              />
            }
          >
            {link}
          </LinkBox>
          <p className="mt-1 text-caption text-muted">{texts.linkOnce}</p>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {mayRemind ? (
          <form action={remind}>
            {id}
            <Button type="submit" pending={reminding}>
              {mailed ? texts.remind : texts.sendByPortal}
            </Button>
          </form>
        ) : null}
        <form action={resend}>
          {id}
          <Button type="submit" pending={resending}>
            {addressed ? texts.sendNewLink : texts.newLink}
          </Button>
        </form>
        {mayCopy ? (
          <form action={disclose}>
            {id}
            <Button type="submit" variant="subtle" pending={disclosing}>
              {texts.copyLink}
            </Button>
          </form>
        ) : null}
        {children}
      </div>
    </div>
  )
}
