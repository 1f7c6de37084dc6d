'use client'

import { useState } from 'react'
import { classNames } from './class-names'
import { controlClass, useControl } from './control'

type FileInputProps = {
  /** What may be chosen, as the browser's dialog filters it. */
  accept: string
  /** In bytes: what is larger would not even arrive. */
  limit: number
  tooLarge: string
}

/** One file. Inside a `Field` it needs no name. Says at once where a file is too large to be sent. */
export function FileInput({ accept, limit, tooLarge }: FileInputProps) {
  const { wiring } = useControl({})
  const [refused, setRefused] = useState(false)
  return (
    <>
      <input
        {...wiring}
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const isTooLarge = (currentTarget.files?.[0]?.size ?? 0) > limit
          setRefused(isTooLarge)
          if (isTooLarge) currentTarget.value = ''
        }}
        className={classNames(
          controlClass,
          'h-auto py-1.5 file:mr-3 file:rounded-control file:border file:border-border file:bg-surface-sunken file:px-3 file:py-1 file:font-semibold file:text-text',
        )}
      />
      <p role="alert" className="text-caption text-danger empty:hidden">
        {refused ? tooLarge : ''}
      </p>
    </>
  )
}
