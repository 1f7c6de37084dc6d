import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button'
import { DialogTrigger } from './dialog-trigger'

/** A button that opens the `Dialog` or `ConfirmDialog` of this id. */
export function DialogButton({
  dialogId,
  icon,
  children,
  ...look
}: ButtonLook & { dialogId: string; children: ReactNode }) {
  return (
    <DialogTrigger dialogId={dialogId} data-variant={look.variant ?? 'secondary'} className={buttonClass(look)}>
      {icon}
      {children}
    </DialogTrigger>
  )
}
