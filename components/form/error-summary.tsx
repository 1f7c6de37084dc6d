'use client'

import { useEffect, useRef } from 'react'
import { Note } from '../ui/note'
import { fieldId } from './form-state'

export type FieldProblem = { name: string; message: string }

type ErrorSummaryProps = {
  /** E.g. "Two things need your attention". */
  title: string
  problems: readonly FieldProblem[]
  idPrefix?: string
}

/** What has to be put right, each a link to its field. Takes the focus whenever the list changes. */
export function ErrorSummary({ title, problems, idPrefix }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="rounded-control">
      <Note tone="danger" title={title} role="alert">
        <ul className="mt-1 list-disc space-y-0.5 pl-4">
          {problems.map((problem) => (
            <li key={problem.name}>
              <a href={`#${fieldId(problem.name, idPrefix)}`} className="text-danger underline underline-offset-2">
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}
