import { useTranslations } from 'next-intl'
import type { Role } from '@/lib/access/permissions'
import { KindBadge } from './ui/badge'

/** A person's roles, or that there is none. */
export function RoleNames({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('terms')
  if (roles.length === 0) return <span className="text-muted">{t('noRole')}</span>
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {roles.map((role) => (
        <KindBadge key={role} className="@max-[40rem]/table:whitespace-normal">
          {t(`role.${role}`)}
        </KindBadge>
      ))}
    </span>
  )
}
