'use client'

import { useEffect } from 'react'

type PersonSignalProps = { action: (formData: FormData) => Promise<unknown>; token: string }

const signs = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'wheel'] as const

/**
 * Says once that a person looks at the page: scanners fetch it and may even run its script, but they move no pointer and
 * press no key.
 */
export function PersonSignal({ action, token }: PersonSignalProps) {
  useEffect(() => {
    const stop = () => {
      for (const sign of signs) window.removeEventListener(sign, tell)
    }
    const tell = (event: Event) => {
      if (!event.isTrusted) return
      stop()
      const formData = new FormData()
      formData.set('token', token)
      formData.set('evidence', 'person')
      void action(formData)
    }
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true })
    return stop
  }, [action, token])
  return null
}
