'use client'

import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type ToggleEvent,
  useId,
  useRef,
} from 'react'
import { classNames } from './class-names'
import { placeBelow } from './place-below'
import { useAlive } from './use-alive'

type MenuProps = {
  /** The button's name where it shows only an icon; also its tooltip. */
  label?: string
  /** What the button shows. */
  button: ReactNode
  /** From `buttonClass()` or `iconButtonClass()`. Not where the table draws its buttons itself. */
  buttonClassName?: string
  className?: string
  /**
   * For a menu in every row: what the button submits, in the form around it, until the script has arrived (and where none does). Only then are there
   * entries; a page of them would weigh more than the rows.
   */
  whileInert?: { name: string; value: string }
  /** `MenuLink`, `MenuSubmit`, `MenuDialogButton`, `MenuSeparator`, `MenuHeading`, or anything else. */
  children: ReactNode
}

/**
 * A button and the entries it opens. The browser's own popover: it opens and closes without script (so entries that
 * submit a form work before hydration), lies above everything, closes on Escape and on a press elsewhere. Script
 * adds the arrow keys. Base UI's menu was measured at 61 kB gzip, a quarter of what a page may weigh.
 */
export function Menu({ label, button, buttonClassName, className, whileInert, children }: MenuProps) {
  const id = useId()
  const alive = useAlive() || !whileInert
  const popover = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const anchor = `--${id.replace(/[^a-zA-Z0-9]/g, '')}`
  const opening = {
    type: 'button',
    popoverTarget: id,
    title: label,
    style: { anchorName: anchor } as CSSProperties,
  } as const

  function openWithArrow(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    popover.current?.showPopover()
    focusEntry(popover.current, event.key)
  }

  function moveWithArrow(event: KeyboardEvent) {
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
    event.preventDefault()
    focusEntry(popover.current, event.key)
  }

  function place(event: ToggleEvent) {
    if (event.newState === 'open' && popover.current && trigger.current) placeBelow(popover.current, trigger.current)
  }

  return (
    <>
      <button
        ref={trigger}
        {...(alive ? opening : whileInert)}
        aria-label={label}
        onKeyDown={openWithArrow}
        className={buttonClassName}
      >
        {button}
      </button>
      {alive && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys and presses of the entries inside bubble up to here
        <div
          ref={popover}
          id={id}
          popover="auto"
          onToggle={place}
          onKeyDown={moveWithArrow}
          onClick={closeAfterChoice}
          style={{ positionAnchor: anchor } as CSSProperties}
          className={classNames(
            'float-below fixed min-w-48 max-w-[min(20rem,calc(100vw-1rem))] rounded-card border border-border bg-surface p-1 text-left font-normal text-body text-text shadow-float',
            className,
          )}
        >
          {children}
        </div>
      )}
    </>
  )
}

function closeAfterChoice(event: MouseEvent<HTMLElement>): void {
  const entry = (event.target as Element).closest('a, button')
  if (entry && !entry.hasAttribute('data-keep-open')) event.currentTarget.hidePopover()
}

function focusEntry(container: HTMLElement | null, key: string): void {
  const entries = [...(container?.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)') ?? [])]
  const at = entries.indexOf(document.activeElement as HTMLElement)
  const last = entries.length - 1
  const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[key] ?? 0
  entries[next]?.focus()
}
