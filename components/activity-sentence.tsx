import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type ActivityEvent, sentenceValues } from '@/lib/i18n/activity-sentence'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType } from '@/lib/web/activity'

/** An event of the activity log in words. */
export function ActivitySentence({ event }: { event: ActivityEvent }) {
  const t = useTranslations('activity')
  return t.rich(`sentence.${underscored(event.type as AuditType)}`, {
    ...sentenceValues(event, t('nobody')),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
