'use client'

import type { ComponentProps } from 'react'

type DialogTriggerProps = Omit<ComponentProps<'button'>, 'type' | 'onClick'> & { dialogId: string }

/**
 * Opens the dialog of this id. With script as a true modal; without (or before it has arrived) the same element opens as
 * the browser's own popover.
 */
export function DialogTrigger({ dialogId, children, ...rest }: DialogTriggerProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-haspopup="dialog"
      popoverTarget={dialogId}
      onClick={(event) => {
        const dialog = document.getElementById(dialogId)
        if (!(dialog instanceof HTMLDialogElement) || dialog.matches(':popover-open')) return
        event.preventDefault()
        // A menu hands the focus back to its button, which is where it must return when the dialog closes.
        event.currentTarget.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
        if (!dialog.open) dialog.showModal()
      }}
    >
      {children}
    </button>
  )
}
