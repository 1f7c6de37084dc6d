import { useTranslations } from 'next-intl'
import type { UploadRow } from '@/lib/web/partner-users'
import { DataTable } from './data-table'
import { NameCell } from './name-cell'
import { RoleNames } from './role-names'
import { Badge, type Tone } from './ui/badge'

const tones = { ready: 'info', added: 'success', refused: 'danger' } as const satisfies Record<UploadRow['state'], Tone>

/** The rows of a file of people, with the verdict on each. */
export function UploadRows({ rows }: { rows: readonly UploadRow[] }) {
  const t = useTranslations('partnerUsers.upload')
  return (
    <DataTable
      caption={t('result')}
      rows={rows}
      rowKey={(row) => String(row.line)}
      rowName={(row) => row.fullName || `${t('line')} ${row.line}`}
      columns={[
        {
          key: 'person',
          header: t('column.fullName'),
          cell: (row) => (
            <NameCell
              name={row.fullName || '–'}
              detail={row.email || '–'}
              {...(row.userId ? { href: `/user-management/${row.userId}` } : {})}
            />
          ),
        },
        { key: 'line', header: t('line'), className: 'w-20', cell: (row) => row.line },
        { key: 'roles', header: t('roles'), cell: (row) => <RoleNames roles={row.roles} /> },
        {
          key: 'verdict',
          header: t('verdict'),
          cell: (row) => (
            <div className="grid justify-items-start gap-1 py-1">
              <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
              {row.problems.map((problem) => (
                <span key={problem} className="text-danger">
                  {problem}
                </span>
              ))}
            </div>
          ),
        },
      ]}
    />
  )
}
