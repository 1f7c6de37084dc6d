'use client'

import type { ReactNode } from 'react'
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
