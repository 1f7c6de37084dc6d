import { useTranslations } from 'next-intl'
import type { Permission, Role } from '@/lib/access/permissions'
import { underscored } from '@/lib/i18n/messages'
import { Card, CardHeader } from './ui/card'
import { LocalTime } from './ui/local-time'

type UserRequestsProps = {
  person: { fullName: string }
  requests: readonly { permission: Permission; askedAt: Date; roles: readonly Role[] }[]
  locale: string
  timeZone: string
}

/** What somebody may not do and has asked for, with the roles that would open it. */
export function UserRequests({ person, requests, locale, timeZone }: UserRequestsProps) {
  const t = useTranslations('partnerUsers.person')
  const terms = useTranslations('terms')
  if (requests.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('asks', { name: person.fullName })} description={t('asksHint')} />
      <ul className="grid gap-3">
        {requests.map(({ permission, askedAt, roles }) => (
          <li key={permission}>
            <b>{terms(`permission.${underscored(permission)}`)}</b>{' '}
            <LocalTime value={askedAt} locale={locale} timeZone={timeZone} className="text-caption text-muted" />
            <p className="text-muted">
              {t('rolesFor', { roles: roles.map((role) => terms(`role.${role}`)).join(', ') })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
