import type { ReactNode } from 'react'
import { type Drawing, LineDrawing } from './line-drawing'
import { ButtonRow } from './ui/button-row'
import { Card } from './ui/card'
import { CopyControl } from './ui/copy-control'

type ErrorStateProps = {
  /** What happened, in one sentence. */
  title: string
  /** Why. */
  reason?: ReactNode
  /** Who can mend it, or what to do now. */
  remedy?: ReactNode
  actions?: ReactNode
  /** For the people who look after the portal; all its words from `ui.errorReference*`. */
  reference?: { label: string; value: string; copyLabel: string; copiedLabel: string; refusedLabel: string }
  illustration?: Drawing | null
}

/** A whole page of bad news. All words are props, because the error boundary that shows it runs in the browser. */
export function ErrorState({ title, reason, remedy, actions, reference, illustration = 'broken' }: ErrorStateProps) {
  return (
    <Card padding="wide" className="mx-auto w-full max-w-160">
      {illustration && <LineDrawing name={illustration} />}
      <h1 className="mt-3">{title}</h1>
      {reason && <div className="mt-1.5 text-muted">{reason}</div>}
      {remedy && <div className="mt-3">{remedy}</div>}
      {actions && <ButtonRow className="mt-5">{actions}</ButtonRow>}
      {reference && (
        <div className="mt-6 flex flex-wrap items-center gap-x-2 border-border border-t pt-3 text-caption text-muted">
          <span>{reference.label}</span>
          <code id="error-reference" className="select-all font-mono text-text">
            {reference.value}
          </code>
          <CopyControl
            text={reference.value}
            sourceId="error-reference"
            label={reference.copyLabel}
            copiedLabel={reference.copiedLabel}
            refusedLabel={reference.refusedLabel}
            iconOnly
          />
        </div>
      )}
    </Card>
  )
}
