import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type ActivityEvent, sentenceValues } from '@/lib/i18n/activity-sentence'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType } from '@/lib/web/activity'

/** An event of the activity log in words. */
export function ActivitySentence({ event }: { event: ActivityEvent }) {
  const t = useTranslations('activity')
  const terms = useTranslations('terms')
  return t.rich(`sentence.${underscored(event.type as AuditType)}`, {
    ...sentenceValues(event, {
      nobody: t('nobody'),
      role: (role) => terms(`role.${role}`),
      permission: (permission) => terms(`permission.${underscored(permission)}`),
    }),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
