import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isPermission, roles } from '@/lib/access/permissions'
import { underscored } from '@/lib/i18n/messages'
import type { NotificationKind } from '@/lib/web/notifications'

/** What somebody is told, in the reader's words. */
export function NotificationSentence({ kind, parameters }: { kind: string; parameters: unknown }) {
  const t = useTranslations('notifications')
  const terms = useTranslations('terms')
  // A kind of a later or former version of the portal.
  if (!t.has(kind as NotificationKind)) return t('page.unknown')
  const worded = (name: string, value: string) => {
    if (name === 'permission' && isPermission(value)) return terms(`permission.${underscored(value)}`)
    if (name !== 'granted' && name !== 'removed') return value
    const named = roles.filter((role) => value.split(',').includes(role))
    return named.map((role) => terms(`role.${role}`)).join(', ') || 'none'
  }
  const values = Object.entries((parameters ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name,
    worded(name, String(value)),
  ])
  return t.rich(kind as NotificationKind, {
    ...Object.fromEntries(values),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  })
}
