import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType } from '@/lib/web/activity'

export interface ActivityEvent {
  type: string
  actorName: string | null
  actorOrganizationName: string | null
  subjectOrganizationName: string | null
  details: unknown
}

/** An event of the activity log in words: stored as facts, worded for each reader. */
export function ActivitySentence({ event }: { event: ActivityEvent }) {
  const t = useTranslations('activity')
  const details = (event.details ?? {}) as Record<string, unknown>
  const text = (name: string) =>
    typeof details[name] === 'string' && details[name] !== '' ? (details[name] as string) : 'none'
  return t.rich(`sentence.${underscored(event.type as AuditType)}`, {
    actor: event.actorName ?? t('nobody'),
    organization: event.actorOrganizationName ?? '',
    subject: event.subjectOrganizationName ?? 'none',
    addressee: text('addressee'),
    reason: text('reason'),
    name: text('fullName'),
    kind: text('kind'),
    delegated: String(details.delegatedAdministration === true),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
