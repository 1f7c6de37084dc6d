import { useTranslations } from 'next-intl'
import type { Permission, Role } from '@/lib/access/permissions'
import { type Messages, underscored } from '@/lib/i18n/messages'

export type ActionArea = {
  area: keyof Messages['roles']['area']
  actions: readonly { permission: Permission; roles: readonly Role[] }[]
}

/** What somebody may do, by area, with the roles that open each action. */
export function ActionAreas({ areas }: { areas: readonly ActionArea[] }) {
  const t = useTranslations('roles.area')
  const terms = useTranslations('terms')
  const person = useTranslations('partnerUsers.person')
  return (
    <div className="grid gap-4">
      {areas.map(({ area, actions }) => (
        <section key={area}>
          <h3 className="mb-1 font-semibold">{t(area)}</h3>
          <ul className="grid gap-1">
            {actions.map(({ permission, roles }) => (
              <li key={permission} className="flex flex-wrap justify-between gap-x-4">
                <span>{terms(`permission.${underscored(permission)}`)}</span>
                <span className="text-caption text-muted">
                  {person('through', { roles: roles.map((role) => terms(`role.${role}`)).join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
