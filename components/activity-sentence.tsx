import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type ActivityEvent, sentenceValues } from '@/lib/i18n/activity-sentence'
import { cultureName } from '@/lib/i18n/culture-names'
import { underscored } from '@/lib/i18n/messages'
import type { AuditType, Segment } from '@/lib/web/activity'

/** An event of the activity log in words. */
export function ActivitySentence({ event }: { event: ActivityEvent }) {
  const t = useTranslations('activity')
  const terms = useTranslations('terms')
  const locale = useLocale()
  return t.rich(`sentence.${underscored(event.type as AuditType)}`, {
    ...sentenceValues(event, {
      nobody: t('nobody'),
      role: (role) => terms(`role.${role}`),
      permission: (permission) => terms(`permission.${underscored(permission)}`),
      culture: (culture) => cultureName(locale, culture),
      segment: (segment) => terms(`segment.${segment as Segment}`),
    }),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
