'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** Once in the shell: what was opened over the page (drawer, menu, dialog) closes when another page comes. */
export function CloseOnNavigate() {
  const pathname = usePathname()
  const previous = useRef(pathname)
  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    for (const popover of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) popover.hidePopover()
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close()
  }, [pathname])
  return null
}
