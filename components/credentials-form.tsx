'use client'

import { useActionState, useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import { FormFace, type FormFaceProps } from './form/form'
import { type Credentials, type CredentialTexts, OnceCredentials } from './once-credentials'
import { ButtonLink, buttonClass } from './ui/button'
import { ButtonRow } from './ui/button-row'

type CredentialsFormProps = FormFaceProps & {
  action: (previous: FormState<Credentials>, formData: FormData) => Promise<FormState<Credentials>>
  texts: CredentialTexts
  /** Leads away once the password is copied. */
  done?: { href: string; label: string }
  /** Shows the empty form again; the address is the page's own. */
  again?: { href: string; label: string }
}

/** A form that is answered with a user name and a temporary password, shown once in its place. */
export function CredentialsForm(props: CredentialsFormProps) {
  const [round, setRound] = useState(0)
  return <OneRound key={round} {...props} onAgain={() => setRound(round + 1)} />
}

function OneRound({ action, texts, done, again, onAgain, ...face }: CredentialsFormProps & { onAgain: () => void }) {
  const [state, submit] = useActionState<FormState<Credentials>, FormData>(action, { status: 'idle' })
  if (state.status !== 'done' || !state.shown) return <FormFace {...face} state={state} submit={submit} />
  return (
    <OnceCredentials credentials={state.shown} texts={texts}>
      {(done || again) && (
        <ButtonRow>
          {done && (
            <ButtonLink href={done.href} variant="primary" data-leaves>
              {done.label}
            </ButtonLink>
          )}
          {again && (
            // Without script the plain link loads the page anew.
            <a
              href={again.href}
              data-variant="secondary"
              className={buttonClass({})}
              onClick={(event) => {
                event.preventDefault()
                onAgain()
              }}
            >
              {again.label}
            </a>
          )}
        </ButtonRow>
      )}
    </OnceCredentials>
  )
}
