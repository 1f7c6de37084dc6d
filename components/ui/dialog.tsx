'use client'

import { type ReactNode, useId, useRef } from 'react'
import { IconButton } from './icon-button'
import { X } from './icons'

type DialogProps = {
  /** What a `DialogTrigger` names. */
  id: string
  title: ReactNode
  /** Name of the cross, e.g. "Close". */
  closeLabel: string
  /** Alert dialogs ask for a decision. */
  role?: 'dialog' | 'alertdialog'
  children: ReactNode
}

/** A modal dialog, the browser's own: focus stays inside, Escape closes, focus returns to the button that opened it. */
export function Dialog({ id, title, closeLabel, role = 'dialog', children }: DialogProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <dialog
      ref={dialog}
      id={id}
      popover="auto"
      role={role}
      aria-labelledby={titleId}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-auto overscroll-contain rounded-card border border-border bg-surface p-0 text-text shadow-float backdrop:bg-scrim max-sm:mb-4"
    >
      <h2 id={titleId} className="pt-6 pr-14 pl-6 font-semibold text-subtitle max-sm:pl-4">
        {title}
      </h2>
      <div className="px-6 pt-2 pb-6 max-sm:px-4 max-sm:pb-4">{children}</div>
      {/* Last in the tab order, so that a dialog opens with the focus on what it is about. */}
      <div className="absolute top-4 right-4">
        <IconButton
          label={closeLabel}
          icon={<X />}
          popoverTarget={id}
          popoverTargetAction="hide"
          onClick={() => dialog.current?.open && dialog.current.close()}
        />
      </div>
    </dialog>
  )
}
