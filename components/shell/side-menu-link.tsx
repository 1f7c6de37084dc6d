'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

// Layouts do not learn the address and are not drawn again on navigation: so the entry looks for itself.
export function SideMenuLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  const pathname = usePathname()
  const path = href.split(/[?#]/)[0] || '/'
  const isCurrent = current ?? (pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      className="relative flex min-h-9 items-center gap-2.5 rounded-control px-2.5 py-1.5 text-text no-underline hover:bg-surface-hover focus-visible:-outline-offset-2 aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:before:absolute aria-[current]:before:inset-y-2.25 aria-[current]:before:left-0 aria-[current]:before:w-0.75 aria-[current]:before:rounded-box aria-[current]:before:bg-accent aria-[current]:forced:before:bg-[Highlight]"
    >
      {children}
    </Link>
  )
}
