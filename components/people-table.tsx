import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryNames } from '@/lib/i18n/country-names'
import type { FormState } from '@/lib/web/form-state'
import { type Column, DataTable } from './data-table'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { NameCell } from './name-cell'
import { StatusBadge } from './status-badge'
import { KindBadge } from './ui/badge'
import { LocalTime } from './ui/local-time'

export type CustomerPerson = {
  id: string
  fullName: string
  email: string
  usageLocation: string | null
  isAdministrator: boolean
  isBlocked: boolean
  /** Null for somebody who is not deleted. */
  restorableUntil: Date | null
  licenses: readonly { subscriptionId: string; title: string }[]
}

type PeopleTableProps = {
  people: readonly CustomerPerson[]
  /** Of the list; a person's page is one step below it. */
  path: string
  customerId: string
  locale: string
  timeZone: string
  /** Id of the form that ticked people are sent with; null: nobody can be ticked. */
  selectionForm: string | null
  /** Given for deleted people, to whoever may restore them. */
  restore: ((previous: FormState<never>, formData: FormData) => Promise<FormState<never>>) | null
  toolbar: ReactNode
  footer: ReactNode
  empty: ReactNode
}

/** People of a customer with their licenses. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, path, selectionForm, locale, timeZone } = props
  const t = useTranslations('customerUsers')
  const country = countryNames(locale)
  const columns: Column<CustomerPerson>[] = [
    {
      key: 'user',
      header: t('column.user'),
      cell: (row) => (
        <NameCell
          name={row.fullName}
          detail={row.email}
          href={`${path}/${row.id}`}
          mark={
            selectionForm && (
              <input
                type="checkbox"
                name="user"
                value={row.id}
                form={selectionForm}
                aria-label={t('selectOne', { name: row.fullName })}
                className="choice-box choice-tick"
              />
            )
          }
        />
      ),
    },
    {
      key: 'location',
      header: t('column.location'),
      cell: (row) =>
        row.usageLocation ? country.of(row.usageLocation) : <StatusBadge status="missing" label={t('noLocation')} />,
    },
    { key: 'status', header: t('column.status'), cell: (row) => <PersonStatus person={row} /> },
  ]
  const last: Column<CustomerPerson> = props.restore
    ? {
        key: 'restore',
        header: t('column.restore'),
        cell: (row) => (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1.5">
            {row.restorableUntil && <LocalTime value={row.restorableUntil} locale={locale} timeZone={timeZone} />}
            <RestoreForm {...props} person={row} />
          </div>
        ),
      }
    : { key: 'licenses', header: t('column.licenses'), cell: (row) => <LicenseNames person={row} /> }
  return (
    <DataTable
      caption={t('title')}
      rows={people}
      rowKey={(row) => row.id}
      rowName={(row) => row.fullName}
      columns={[...columns, last]}
      toolbar={props.toolbar}
      footer={props.footer}
      empty={props.empty}
    />
  )
}

function RestoreForm({ restore, customerId, person }: PeopleTableProps & { person: CustomerPerson }) {
  const t = useTranslations('customerUsers')
  if (!restore) return null
  return (
    <Form action={restore} hidden={{ customerId, userId: person.id }} idPrefix={person.id} className="grid gap-2">
      <SubmitButton variant="secondary" aria-label={t('restoreOne', { name: person.fullName })}>
        {t('restore')}
      </SubmitButton>
    </Form>
  )
}

/** Whether somebody may sign in, and whether they administer. */
export function PersonStatus({
  person,
}: {
  person: Pick<CustomerPerson, 'isAdministrator' | 'isBlocked' | 'restorableUntil'>
}) {
  const t = useTranslations('customerUsers')
  const status = person.restorableUntil ? 'deleted' : person.isBlocked ? 'blocked' : 'active'
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <StatusBadge status={status === 'blocked' ? 'disabled' : status} label={t(`status.${status}`)} />
      {person.isAdministrator && <KindBadge>{t('role.administrator')}</KindBadge>}
    </span>
  )
}

const shownAtMost = 3

function LicenseNames({ person: { licenses } }: { person: CustomerPerson }) {
  const t = useTranslations('customerUsers')
  if (licenses.length === 0) return <span className="text-muted">{t('noLicenses')}</span>
  const names = licenses.slice(0, shownAtMost).map(({ title }) => title)
  const more = licenses.length - names.length
  return [names.join(', '), more > 0 && t('moreLicenses', { count: more })].filter(Boolean).join(' ')
}
