'use client'

import { useActionState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { NewCustomerTexts } from '@/lib/web/new-customer'
import { LinkBox } from './link-box'
import { fill } from './new-customer/words'
import { Button } from './ui/button'
import { ButtonRow } from './ui/button-row'
import { CopyControl } from './ui/copy-control'
import { Note } from './ui/note'

export type HandoverAction = (
  previous: FormState<{ link: string | null }>,
  formData: FormData,
) => Promise<FormState<{ link: string | null }>>

type HandoverFormProps = {
  action: HandoverAction
  customerId: string
  /** Of the customer's contact. */
  email: string
  texts: NewCustomerTexts['handover']
}

/** Makes a one-time hand-over link: shown here, once, or mailed to the customer's contact. */
export function HandoverForm({ action, customerId, email, texts }: HandoverFormProps) {
  const [state, submit, pending] = useActionState(action, { status: 'idle' })
  const link = state.status === 'done' ? state.shown?.link : undefined
  return (
    <form action={submit} className="grid gap-3 print:hidden">
      <input type="hidden" name="customerId" value={customerId} />
      {state.status === 'failed' && (
        <Note tone="danger" role="alert">
          {state.message}
        </Note>
      )}
      {link === null && (
        <Note tone="success" role="status">
          {fill(texts.mailed, { email })}
        </Note>
      )}
      {link && (
        <div role="status">
          <p className="mb-1 font-semibold">{texts.shownOnce}</p>
          <LinkBox
            id="handover-link"
            end={
              <CopyControl
                text={link}
                sourceId="handover-link"
                label={texts.copy}
                copiedLabel={texts.copied}
                refusedLabel={texts.copyRefused}
              />
            }
          >
            {link}
          </LinkBox>
        </div>
      )}
      <ButtonRow>
        <Button type="submit" name="delivery" value="self" pending={pending}>
          {texts.create}
        </Button>
        <Button type="submit" name="delivery" value="portal" disabled={pending}>
          {fill(texts.mail, { email })}
        </Button>
      </ButtonRow>
    </form>
  )
}
