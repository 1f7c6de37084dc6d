import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { NameCell } from '@/components/name-cell'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { isDomainError } from '@/lib/core/errors'
import { getResellerAccount } from '@/lib/domain/partnerships/queries'
import { read, requireActor } from '@/lib/web/page'

/** Spec 0.4: what the separable admin access shows of the reseller's work account, while it stands. */
export async function WorkAccount({ resellerId }: { resellerId: string }) {
  const actor = await requireActor()
  const [account, t, terms, locale] = await Promise.all([
    read(getResellerAccount, { resellerId }).catch(unlessRevoked),
    getTranslations('partnerships'),
    getTranslations('terms'),
    getLocale(),
  ])
  if (!account) return null
  const { organization, people, since } = account
  return (
    <section aria-labelledby="work-account" className="grid gap-4">
      <h2 id="work-account">{t('workAccountOf', { reseller: organization.name })}</h2>
      <Note tone="warning">
        {t('actingNote', { reseller: organization.name })}{' '}
        <LocalTime value={since} locale={locale} timeZone={actor.timeZone} show="date" />
      </Note>
      <DataTable
        caption={t('people')}
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            header: t('person'),
            cell: (person) => <NameCell name={person.fullName} detail={person.email} />,
          },
          {
            key: 'roles',
            header: t('roles'),
            cell: (person) => person.roles.map((role) => terms(`role.${role}`)).join(', ') || terms('noRole'),
          },
        ]}
      />
    </section>
  )
}

/** Taken back between two reads of the same page. */
function unlessRevoked(error: unknown): null {
  if (isDomainError(error, 'admin_access_revoked')) return null
  throw error
}
