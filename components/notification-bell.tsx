import { useTranslations } from 'next-intl'
import { IconLink } from './ui/icon-button'
import { Bell } from './ui/icons'

/** Counting stops here: beyond it the exact number says nothing. */
const most = 99

/** Leads to the notifications and says how many are unread. */
export function NotificationBell({ unread }: { unread: number }) {
  const t = useTranslations('navigation')
  const many = unread > most
  const label =
    unread === 0
      ? t('notifications')
      : many
        ? t('notificationsMany', { count: most })
        : t('notificationsUnread', { count: unread })
  const count = unread === 0 ? {} : { count: many ? `${most}+` : String(unread) }
  return <IconLink href="/notifications" label={label} icon={<Bell />} {...count} />
}
