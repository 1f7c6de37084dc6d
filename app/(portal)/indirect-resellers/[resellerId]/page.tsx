import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { ErrorState } from '@/components/error-state'
import { NameCell } from '@/components/name-cell'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { isDomainError } from '@/lib/core/errors'
import { getResellerAccount } from '@/lib/domain/partnerships/queries'
import { read, requireActor } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('workAccount') }
}

/** Spec 0.4: what the separable admin access shows of the reseller's work account, while it stands. */
export default async function ResellerAccountPage({ params }: { params: Promise<{ resellerId: string }> }) {
  const { resellerId } = await params
  const actor = await requireActor()
  const [account, t, terms, locale] = await Promise.all([
    read(getResellerAccount, { resellerId }).catch(unlessRevoked),
    getTranslations('partnerships'),
    getTranslations('terms'),
    getLocale(),
  ])
  if (!account) {
    return (
      <ErrorState
        illustration="locked"
        title={t('accessRevokedTitle')}
        reason={t('accessRevokedReason')}
        remedy={t('accessRevokedRemedy')}
        actions={<ButtonLink href="/indirect-resellers">{t('backToResellers')}</ButtonLink>}
      />
    )
  }
  const { organization, people, since } = account
  const breadcrumbs = [{ href: '/indirect-resellers', label: t('resellersTitle') }]
  return (
    <>
      <PageHeader title={t('workAccountOf', { reseller: organization.name })} breadcrumbs={breadcrumbs} />
      <div className="grid gap-5">
        <Note tone="warning">
          {t('actingNote', { reseller: organization.name })}{' '}
          <LocalTime value={since} locale={locale} timeZone={actor.timeZone} show="date" />
        </Note>
        <Card>
          <DescriptionList
            items={[
              { term: t('domain'), details: organization.domain },
              { term: t('mpnId'), details: organization.mpnId ?? '–' },
              {
                term: t('country'),
                details: new Intl.DisplayNames(locale, { type: 'region' }).of(organization.country),
              },
              {
                term: t('contact'),
                details: [organization.contactName, organization.contactEmail, organization.contactPhone]
                  .filter(Boolean)
                  .join(', '),
              },
            ]}
          />
        </Card>
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
      </div>
    </>
  )
}

function unlessRevoked(error: unknown): null {
  if (isDomainError(error, 'admin_access_revoked')) return null
  throw error
}
