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
  const text = (name: string) => {
    const value = details[name]
    return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : 'none'
  }
  return t.rich(`sentence.${underscored(event.type as AuditType)}`, {
    actor: event.actorName ?? t('nobody'),
    organization: event.actorOrganizationName ?? '',
    subject: event.subjectOrganizationName ?? 'none',
    addressee: text('addressee'),
    reason: text('reason'),
    name: text('fullName'),
    kind: text('kind'),
    title: text('title'),
    number: text('number'),
    before: text('before'),
    after: text('after'),
    partner: text('partner'),
    created: text('created'),
    assigned: text('assigned'),
    removed: text('removed'),
    delegated: String(details.delegatedAdministration === true),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
