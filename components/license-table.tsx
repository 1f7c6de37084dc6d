import { useTranslations } from 'next-intl'
import { buyMoreHref } from './buy-more'
import { DataTable } from './data-table'
import { EmptyState } from './empty-state'
import { LicenseChoice } from './license-choice'
import { TextLink } from './ui/text-link'

export type License = {
  id: string
  /** How the reader has more of them. */
  more: 'change' | 'ask' | null
  title: string
  /** The name of the offer where a nickname hides it. */
  offer: string | null
  status: string
  isTrial: boolean
  total: number
  assigned: number
  available: number
  /** By how many of the people. */
  held: number
}

type LicenseTableProps = {
  licenses: readonly License[]
  /** How many the form is about. */
  people: number
  customerId: string
}

/** Licenses of a customer with a three-state box each, inside of a form. */
export function LicenseTable({ licenses, people, customerId }: LicenseTableProps) {
  const t = useTranslations('licenses')
  return (
    <DataTable
      bare
      caption={t('availableLicenses')}
      rows={licenses}
      rowKey={(row) => `${row.id} ${stateOf(row, people)}`}
      columns={[
        {
          key: 'subscription',
          header: t('subscription'),
          cell: (row) => (
            <LicenseChoice
              subscriptionId={row.id}
              state={stateOf(row, people)}
              mayAssign={row.status === 'active'}
              label={row.title}
              hint={hints(row)}
              assignLabel={t('assignTo', { title: row.title })}
              takeLabel={t('takeFrom', { title: row.title })}
            />
          ),
        },
        {
          key: 'available',
          header: t('availableLicenses'),
          align: 'end',
          cell: (row) => {
            const href = buyMoreHref(customerId, row)
            return (
              <>
                {t('ofTotal', { part: row.available, total: row.total })}
                {href && (
                  <TextLink href={href} className="block" aria-label={t('buyMoreOf', { title: row.title })}>
                    {t('buyMore')}
                  </TextLink>
                )}
              </>
            )
          },
        },
        {
          key: 'assigned',
          header: t('assigned'),
          align: 'end',
          cell: (row) => <span title={t('assignedHint')}>{row.assigned}</span>,
        },
      ]}
      empty={<EmptyState title={t('none')} description={t('noneHint')} />}
    />
  )

  function hints(row: License): string {
    const facts = [
      row.offer,
      row.isTrial && t('trial'),
      people > 1 && t('heldBy', { held: row.held, people }),
      row.status !== 'active' && t('notActive'),
    ]
    return facts.filter(Boolean).join(' · ')
  }
}

function stateOf({ held }: License, people: number) {
  if (held === 0) return 'none'
  return held >= people ? 'all' : 'some'
}
