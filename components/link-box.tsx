import type { ReactNode } from 'react'

type LinkBoxProps = {
  /** The link or secret, on one line. */
  children: string
  /** So that a `CopyButton` can select it. */
  id?: string
  /** At the right: a `CopyButton`, or a neutral `Badge` ("Protected"). */
  end?: ReactNode
}

/** A link or secret that is shown, not edited. */
export function LinkBox({ children, id, end }: LinkBoxProps) {
  return (
    <div className="flex min-h-row min-w-0 flex-wrap items-center justify-between gap-x-2 gap-y-1 rounded-control border border-border-strong border-dashed bg-surface-sunken px-2.5 py-1.5">
      <code
        id={id}
        title={children}
        className="min-w-0 flex-1 select-all font-mono text-code [overflow-wrap:anywhere] sm:truncate"
      >
        {children}
      </code>
      {end}
    </div>
  )
}
