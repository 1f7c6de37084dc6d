'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

/** Closes the dialog it stands in, with or without script. */
export function DialogCloseButton({ dialogId, children }: { dialogId: string; children: ReactNode }) {
  return (
    <Button
      popoverTarget={dialogId}
      popoverTargetAction="hide"
      onClick={(event) => event.currentTarget.closest('dialog')?.close()}
    >
      {children}
    </Button>
  )
}

/** Inside a form inside a dialog: closes the dialog when the form's action has finished. */
export function CloseWhenDone() {
  const { pending } = useFormStatus()
  const wasPending = useRef(false)
  const marker = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (wasPending.current && !pending) marker.current?.closest('dialog')?.close()
    wasPending.current = pending
  }, [pending])
  return <span ref={marker} hidden />
}
