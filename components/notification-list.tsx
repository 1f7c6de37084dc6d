import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { NotificationSentence } from './notification-sentence'
import { Badge } from './ui/badge'
import { LocalTime } from './ui/local-time'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type Row = { id: string; kind: string; parameters: unknown; createdAt: Date; readAt: Date | null }

type NotificationListProps = {
  rows: readonly Row[]
  locale: string
  timeZone: string
  /** Marks one as read and leads to what it is about. */
  openAction: Action
  readAction: Action
}

/** What somebody was told, newest first; the unread stand out by more than colour. */
export function NotificationList({ rows, locale, timeZone, openAction, readAction }: NotificationListProps) {
  const t = useTranslations('notifications.page')
  return (
    <ul className="divide-y divide-border">
      {rows.map((row) => {
        const textId = `notification-${row.id}`
        const hidden = { notificationId: row.id }
        return (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-[1_1_18rem] [overflow-wrap:anywhere]">
              <p id={textId}>
                {row.readAt ? null : <Badge tone="info">{t('unread')}</Badge>}{' '}
                <NotificationSentence kind={row.kind} parameters={row.parameters} />
              </p>
              <p className="text-caption text-muted">
                <LocalTime value={row.createdAt} locale={locale} timeZone={timeZone} />
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <Form action={openAction} hidden={hidden} idPrefix={`open-${row.id}`}>
                <SubmitButton variant="secondary" aria-describedby={textId}>
                  {t('open')}
                </SubmitButton>
              </Form>
              {row.readAt ? null : (
                <Form action={readAction} hidden={hidden} idPrefix={`read-${row.id}`}>
                  <SubmitButton variant="subtle" aria-describedby={textId}>
                    {t('markRead')}
                  </SubmitButton>
                </Form>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
