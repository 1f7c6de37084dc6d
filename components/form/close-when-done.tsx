'use client'

import { useEffect, useRef } from 'react'
import { useFormDone } from './form-state'

/** Inside a form inside a dialog: closes the dialog once the server has done what was asked. A refusal stays to be read. */
export function CloseWhenDone() {
  const done = useFormDone()
  const marker = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (done) marker.current?.closest('dialog')?.close()
  }, [done])
  return <span ref={marker} hidden />
}
