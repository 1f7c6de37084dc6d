import { useTranslations } from 'next-intl'
import type { Role } from '@/lib/access/permissions'
import { underscored } from '@/lib/i18n/messages'
import type { ActionArea } from './action-areas'
import { DataTable } from './data-table'
import { Check, Minus } from './ui/icons'

/** The permission table of one kind of organization, area by area. */
export function RoleGuide({ areas, roles }: { areas: readonly ActionArea[]; roles: readonly Role[] }) {
  const t = useTranslations('roles')
  const terms = useTranslations('terms')
  return (
    <div className="divide-y divide-border">
      {areas.map(({ area, actions }) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`} className="px-3 pt-4 pb-2 font-semibold text-subtitle">
            {t(`area.${area}`)}
          </h2>
          <DataTable
            bare
            caption={t(`area.${area}`)}
            rows={actions}
            rowKey={({ permission }) => permission}
            columns={[
              {
                key: 'action',
                header: t('action'),
                cell: ({ permission }) => terms(`permission.${underscored(permission)}`),
              },
              ...roles.map((role) => ({
                key: role,
                header: terms(`role.${role}`),
                className: 'w-28',
                cell: (action: (typeof actions)[number]) => <Cell may={action.roles.includes(role)} />,
              })),
            ]}
          />
        </section>
      ))}
    </div>
  )
}

function Cell({ may }: { may: boolean }) {
  const t = useTranslations('roles')
  return may ? (
    <Check label={t('yes')} className="size-4 stroke-[2.5] text-success" />
  ) : (
    <Minus label={t('no')} className="size-4 text-muted" />
  )
}
