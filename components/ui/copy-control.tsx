'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type ButtonLook, buttonClass } from './button'
import { iconButtonClass } from './icon-button'
import { Check, Copy } from './icons'

export type CopyControlProps = Pick<ButtonLook, 'variant' | 'size'> & {
  /** What is copied. */
  text: string
  /** On the button. */
  label: string
  /** On the button for two seconds afterwards, and read out. */
  copiedLabel: string
  /** Read out when the browser refuses; the text is then selected where it stands. */
  refusedLabel: string
  /** Id of the element that shows the text: selected when the browser refuses to copy. */
  sourceId?: string
  iconOnly?: boolean
  icon?: ReactNode
}

/** Copies a text. With all words as props; `copy-button` brings the usual ones. */
export function CopyControl(props: CopyControlProps) {
  const { text, label, copiedLabel, refusedLabel, sourceId, iconOnly = false, variant = 'subtle', size, icon } = props
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(null), 2_000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    if (!copied) selectSource(sourceId)
    setOutcome(copied ? 'copied' : 'refused')
  }

  const message = outcome === 'copied' ? copiedLabel : outcome === 'refused' ? refusedLabel : ''
  return (
    <>
      <button
        ref={button}
        type="button"
        onClick={copy}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        data-variant={variant}
        className={iconOnly ? iconButtonClass() : buttonClass({ variant, size })}
      >
        {outcome === 'copied' ? <Check className="text-success" /> : (icon ?? <Copy />)}
        {!iconOnly && (outcome === 'copied' ? copiedLabel : label)}
      </button>
      <span role="status" className="sr-only">
        {message}
      </span>
    </>
  )
}

function selectSource(id: string | undefined): void {
  const source = id ? document.getElementById(id) : null
  if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) source.select()
  else if (source) window.getSelection()?.selectAllChildren(source)
}
