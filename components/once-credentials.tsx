'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { LinkBox } from './link-box'
import { CopyControl } from './ui/copy-control'
import { Note } from './ui/note'
import { useLeaveWarning } from './ui/use-leave-warning'

export type Credentials = { userName: string; temporaryPassword: string }

export type CredentialTexts = Record<
  | 'title'
  | 'text'
  | 'userName'
  | 'temporaryPassword'
  | 'copyUserName'
  | 'copyTemporaryPassword'
  | 'copied'
  | 'copyRefused'
  /** Asked before the page is left while the password still stands on it. */
  | 'leave',
  string
>

type OnceCredentialsProps = { credentials: Credentials; texts: CredentialTexts; children?: ReactNode }

/** A user name and a temporary password, the one time they are shown. */
export function OnceCredentials({ credentials, texts, children }: OnceCredentialsProps) {
  useLeaveWarning(true, texts.leave)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { userName, temporaryPassword } = credentials
  const copying = { copiedLabel: texts.copied, refusedLabel: texts.copyRefused }
  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-subtitle outline-none">
        {texts.title}
      </h2>
      <Note tone="warning">{texts.text}</Note>
      <div>
        <p className="mb-1 font-semibold">{texts.userName}</p>
        <LinkBox
          id="once-user-name"
          end={<CopyControl {...copying} text={userName} label={texts.copyUserName} sourceId="once-user-name" />}
        >
          {userName}
        </LinkBox>
      </div>
      <div>
        <p className="mb-1 font-semibold">{texts.temporaryPassword}</p>
        <LinkBox
          id="once-password"
          end={
            <CopyControl
              {...copying}
              text={temporaryPassword}
              label={texts.copyTemporaryPassword}
              sourceId="once-password"
            />
          }
        >
          {temporaryPassword}
        </LinkBox>
      </div>
      {children}
    </div>
  )
}
