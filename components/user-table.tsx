import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '@/lib/access/permissions'
import { type Column, DataTable } from './data-table'
import { NameCell } from './name-cell'
import { RoleNames } from './role-names'
import { StatusBadge } from './status-badge'
import { LocalTime } from './ui/local-time'

export type PartnerUser = {
  id: string
  fullName: string
  email: string
  roles: readonly Role[]
  state: 'active' | 'waiting' | 'disabled'
  createdAt: Date
}

type UserTableProps = {
  users: readonly PartnerUser[]
  path: string
  locale: string
  timeZone: string
  toolbar: ReactNode
  footer: ReactNode
  empty: ReactNode
}

/** The people of one's own organization. */
export function UserTable({ users, path, locale, timeZone, toolbar, footer, empty }: UserTableProps) {
  const t = useTranslations('partnerUsers')
  const columns: Column<PartnerUser>[] = [
    {
      key: 'user',
      header: t('column.user'),
      cell: (row) => <NameCell name={row.fullName} detail={row.email} href={`${path}/${row.id}`} />,
    },
    { key: 'roles', header: t('column.roles'), cell: (row) => <RoleNames roles={row.roles} /> },
    { key: 'state', header: t('column.state'), cell: (row) => <UserState state={row.state} /> },
    {
      key: 'added',
      header: t('column.added'),
      className: 'w-36',
      cell: (row) => <LocalTime value={row.createdAt} show="date" locale={locale} timeZone={timeZone} />,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      rows={users}
      rowKey={(row) => row.id}
      rowName={(row) => row.fullName}
      columns={columns}
      toolbar={toolbar}
      footer={footer}
      empty={empty}
    />
  )
}

/** Whether somebody may sign in, and has. */
export function UserState({ state }: Pick<PartnerUser, 'state'>) {
  const t = useTranslations('partnerUsers.state')
  return <StatusBadge status={state === 'waiting' ? 'pending' : state} label={t(state)} />
}
