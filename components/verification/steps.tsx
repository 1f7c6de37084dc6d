import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { VerificationCheck } from '@/lib/web/verification'
import { classNames } from '../ui/class-names'
import { Check, CircleDashed, CircleDot, X } from '../ui/icons'

export type StepState = 'done' | 'failed' | 'current' | 'next'

type VerificationStepsProps = {
  checks: readonly VerificationCheck[]
  states: readonly StepState[]
  decision: StepState
}

const looks: Record<StepState, { icon: typeof Check; mark: string }> = {
  done: { icon: Check, mark: 'border-success bg-success-soft text-success' },
  failed: { icon: X, mark: 'border-danger bg-danger-soft text-danger' },
  current: { icon: CircleDot, mark: 'border-accent bg-accent-soft text-accent' },
  next: { icon: CircleDashed, mark: 'border-border bg-surface text-muted' },
}

/** Every step of a verification: what it means, who acts, how long it takes, and what was found. */
export function VerificationSteps({ checks, states, decision }: VerificationStepsProps) {
  const t = useTranslations('verification.own')
  return (
    <ol aria-label={t('stepsTitle')} className="grid gap-4">
      {checks.map(({ kind, note, status }, index) => (
        <Step key={kind} kind={kind} state={states[index] ?? 'next'}>
          {note ? (
            <p className={classNames('mt-1 whitespace-pre-line', status === 'Failed' && 'font-semibold text-danger')}>
              {note}
            </p>
          ) : null}
        </Step>
      ))}
      <Step kind="decision" state={decision}>
        {null}
      </Step>
    </ol>
  )
}

function Step({
  kind,
  state,
  children,
}: {
  kind: VerificationCheck['kind'] | 'decision'
  state: StepState
  children: ReactNode
}) {
  const t = useTranslations('verification')
  const { icon: Icon, mark } = looks[state]
  return (
    <li className="flex gap-3" aria-current={state === 'current' ? 'step' : undefined}>
      <span
        className={classNames('grid size-7 flex-none place-items-center rounded-pill border [&_.lucide]:size-4', mark)}
      >
        <Icon />
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-semibold">
          {t(`check.${kind}`)} <span className="font-normal text-caption text-muted">· {t(`state.${state}`)}</span>
        </p>
        {state === 'done' ? null : (
          <>
            <p>{t(`explain.${kind}`)}</p>
            <p className="text-caption text-muted">{t(`acts.${kind}`)}</p>
          </>
        )}
        {children}
      </div>
    </li>
  )
}
