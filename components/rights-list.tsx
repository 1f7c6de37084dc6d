import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Check, Minus } from './ui/icons'

export type Right = { text: ReactNode; granted: boolean; key?: string }

/** What accepting means: a tick for what is granted, a dash for what is not. */
export function RightsList({ rights }: { rights: readonly Right[] }) {
  const t = useTranslations('ui')
  return (
    <ul className="grid gap-2.5">
      {rights.map((right, index) => (
        <li key={right.key ?? index} className="grid grid-cols-[1rem_1fr] gap-2">
          {right.granted ? (
            <Check label={t('granted')} className="mt-0.5 size-4 stroke-[2.5] text-success" />
          ) : (
            <Minus label={t('notGranted')} className="mt-0.5 size-4 stroke-[2.5] text-muted" />
          )}
          <span className="min-w-0">{right.text}</span>
        </li>
      ))}
    </ul>
  )
}
