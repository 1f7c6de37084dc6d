import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Actor } from '@/lib/access/permissions'
import type { ActOnSubscription, SubscriptionView } from '@/lib/web/subscription-view'
import { PermissionHint } from './permission-hint'
import { Refused } from './permitted-link'

type SubscriptionActProps = {
  actor: Actor
  possible: SubscriptionView['possible']
  act: ActOnSubscription
  label: string
  /** What is shown to whoever can do it now. */
  children: ReactNode
}

/** Something that can be done with a subscription, or why it cannot now and who could. Nothing where it never can be. */
export function SubscriptionAct({ actor, possible, act, label, children }: SubscriptionActProps) {
  const t = useTranslations('errors')
  const answer = possible[act]
  if (!answer) return null
  if (answer.possible) return children
  const { code, parameters, permission } = answer.why
  if (permission) return <Refused actor={actor} permission={permission} label={label} />
  return <PermissionHint label={label} reason={t(code, parameters)} />
}
