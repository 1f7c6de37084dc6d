'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'
import { CircleCheck, CircleX, type Icon as IconType, Info, TriangleAlert, X } from './icons'
import type { NoteTone } from './note'
import { currentToasts, dismissToast, onToastsChanged, type ToastMessage } from './toast'

const none: readonly ToastMessage[] = []
const visibleMilliseconds = 7_000
const icons: Record<NoteTone, IconType> = {
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  danger: CircleX,
}
const iconClasses: Record<NoteTone, string> = {
  success: 'text-success',
  info: 'text-info',
  warning: 'text-warning',
  danger: 'text-danger',
}

/**
 * Once in the layout. Our own and not sonner: sonner writes a <style> element as soon as it is loaded, which our
 * content security policy rightly refuses. `label` names the region, `closeLabel` the crosses.
 */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  const messages = useSyncExternalStore(onToastsChanged, currentToasts, () => none)
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-4 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-2 print:hidden"
    >
      {messages.map((message) => (
        <Toast key={message.id} message={message} closeLabel={closeLabel} />
      ))}
    </section>
  )
}

function Toast({ message, closeLabel }: { message: ToastMessage; closeLabel: string }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || message.action) return
    const timer = setTimeout(() => dismissToast(message.id), visibleMilliseconds)
    return () => clearTimeout(timer)
  }, [held, message])
  const Icon = icons[message.tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock while somebody reads
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-start gap-2.5 rounded-card border border-border bg-surface py-2 pr-2 pl-3.5 shadow-float transition duration-150 starting:translate-y-2 starting:opacity-0"
    >
      <Icon className={`mt-1.75 size-4.5 ${iconClasses[message.tone]}`} />
      <p className="min-w-0 flex-1 py-1.5">{message.text}</p>
      {message.action && (
        <Button
          variant="subtle"
          onClick={() => {
            message.action?.onPress()
            dismissToast(message.id)
          }}
        >
          {message.action.label}
        </Button>
      )}
      <IconButton label={closeLabel} icon={<X />} onClick={() => dismissToast(message.id)} />
    </div>
  )
}
