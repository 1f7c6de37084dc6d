'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Applies a select at once when it is changed by mouse or finger, and hides the button that does so without script.
 * Arrow keys change a closed select with every press: then the button comes back instead (WCAG 3.2.2).
 */
export function FilterSubmit({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const listening = new AbortController()
    let byKeyboard = false
    const listen = (type: string, listener: (event: Event) => void) =>
      form.addEventListener(type, listener, { signal: listening.signal })
    listen('pointerdown', () => {
      byKeyboard = false
    })
    listen('keydown', () => {
      byKeyboard = true
    })
    listen('change', (event) => {
      if (!(event.target instanceof HTMLSelectElement)) return
      if (byKeyboard) place.current?.classList.remove('hidden')
      else form.requestSubmit()
    })
    place.current?.classList.add('hidden')
    return () => listening.abort()
  }, [])
  return (
    <div ref={place} className="max-sm:w-full">
      {children}
    </div>
  )
}
