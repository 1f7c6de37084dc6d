'use client'

import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names'
import { controlClass, useControl } from './control'
import { useAlive } from './use-alive'

export type FileControlProps = {
  /** What may be chosen, as the browser's dialog filters it. */
  accept: string
  /** In bytes: what is larger would not even arrive. */
  limit: number
  tooLarge: string
  /** What the button says, and what stands beside it before a file is chosen. */
  choose: string
  nothing: string
}

const ownLook =
  'h-auto py-1.5 file:mr-3 file:rounded-control file:border file:border-border file:bg-surface-sunken file:px-3 file:py-1 file:font-semibold file:text-text'
const focusLook =
  'rounded-control has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2'

/**
 * One file. Inside a `Field` it needs no name. Says at once where a file is too large to be sent. Browsers label this
 * control in their own language: with script the portal's words lie beneath it, without script the browser's are seen.
 */
export function FileControl({ accept, limit, tooLarge, choose, nothing }: FileControlProps) {
  const { wiring } = useControl({})
  const [refused, setRefused] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const alive = useAlive()
  useEffect(() => whenReset(input.current?.form, () => setChosen(null)), [])
  return (
    <>
      <div className={classNames('relative', alive && focusLook)}>
        {alive && <Shown choose={choose} name={chosen ?? nothing} />}
        <input
          {...wiring}
          ref={input}
          type="file"
          accept={accept}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            const isTooLarge = (file?.size ?? 0) > limit
            setRefused(isTooLarge)
            if (isTooLarge) currentTarget.value = ''
            setChosen(isTooLarge ? null : (file?.name ?? null))
          }}
          className={alive ? 'absolute inset-0 size-full cursor-pointer opacity-0' : classNames(controlClass, ownLook)}
        />
      </div>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {refused ? tooLarge : ''}
      </p>
    </>
  )
}

function Shown({ choose, name }: { choose: string; name: string }) {
  return (
    <span aria-hidden className={classNames(controlClass, 'flex h-auto items-center gap-3 py-1.5')}>
      <span className="flex-none rounded-control border border-border bg-surface-sunken px-3 py-1 font-semibold">
        {choose}
      </span>
      <span className="min-w-0 truncate">{name}</span>
    </span>
  )
}

/** React empties a form when its action is through: the name of the file goes with the file. */
function whenReset(form: HTMLFormElement | null | undefined, then: () => void): (() => void) | undefined {
  form?.addEventListener('reset', then)
  return () => form?.removeEventListener('reset', then)
}
