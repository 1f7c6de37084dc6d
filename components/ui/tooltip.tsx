'use client'

import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'
import { placeBelow } from './place-below'

/** More about what is under the pointer or in focus: never the only place where something is said. Escape hides it. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  const id = useId()
  const wrapper = useRef<HTMLSpanElement>(null)
  const popover = useRef<HTMLSpanElement>(null)
  const anchor = `--${id.replace(/[^a-zA-Z0-9]/g, '')}`

  useEffect(() => {
    const target = wrapper.current?.querySelector('a, button, [tabindex]')
    target?.setAttribute('aria-describedby', id)
    return () => target?.removeAttribute('aria-describedby')
  }, [id])

  function show() {
    if (!popover.current || !wrapper.current || popover.current.matches(':popover-open')) return
    popover.current.showPopover()
    placeBelow(popover.current, wrapper.current)
  }

  function hide() {
    if (popover.current?.matches(':popover-open')) popover.current.hidePopover()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the control inside
    <span
      ref={wrapper}
      className="inline-flex"
      style={{ anchorName: anchor } as CSSProperties}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      <span
        ref={popover}
        id={id}
        role="tooltip"
        popover="manual"
        style={{ positionAnchor: anchor } as CSSProperties}
        className="float-below-centred fixed max-w-72 rounded-control border border-border bg-surface px-2.5 py-1.5 text-caption text-text shadow-float"
      >
        {text}
      </span>
    </span>
  )
}
