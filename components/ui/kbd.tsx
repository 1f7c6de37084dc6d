import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="whitespace-nowrap rounded-box border border-border bg-surface px-1.25 font-medium font-sans text-micro text-muted">
      {children}
    </kbd>
  )
}
