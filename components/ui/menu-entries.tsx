import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { DialogTrigger } from './dialog-trigger'
import { UnstyledLink } from './text-link'

type Entry = { icon?: ReactNode; danger?: boolean; children: ReactNode }

export function MenuLink({ href, icon, danger, download, children }: Entry & { href: string; download?: boolean }) {
  return (
    <UnstyledLink href={href} download={download} className={entryClass(danger)}>
      {icon}
      {children}
    </UnstyledLink>
  )
}

type MenuSubmitProps = Entry & {
  action: (formData: FormData) => void
  fields?: Record<string, string>
  /** The chosen one of several: shows a tick and is announced as pressed. */
  pressed?: boolean
}

/** An entry that submits a form of its own, with or without script. */
export function MenuSubmit({ action, fields = {}, icon, danger, pressed, children }: MenuSubmitProps) {
  return (
    <form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" aria-pressed={pressed} className={entryClass(danger)}>
        {icon}
        {children}
      </button>
    </form>
  )
}

/** An entry that opens the `Dialog` or `ConfirmDialog` of this id. */
export function MenuDialogButton({ dialogId, icon, danger, children }: Entry & { dialogId: string }) {
  return (
    <DialogTrigger dialogId={dialogId} className={entryClass(danger)}>
      {icon}
      {children}
    </DialogTrigger>
  )
}

export function MenuSeparator() {
  return <hr className="my-1 border-border border-t" />
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2.5 pt-2 pb-1 font-semibold text-caption text-muted">{children}</p>
}

function entryClass(danger = false): string {
  return classNames(
    'flex min-h-8 w-full items-center gap-2.5 rounded-control px-2.5 py-1 text-left no-underline pointer-coarse:min-h-10',
    'hover:bg-surface-hover focus-visible:-outline-offset-2 [&_.lucide]:size-4.5',
    danger ? 'text-danger' : 'text-text [&_.lucide]:text-muted',
  )
}
