import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnotherSubscription } from '@/components/buy-more'
import { DelegationMissing } from '@/components/delegation-missing'
import { EmptyState } from '@/components/empty-state'
import { LicenseForm } from '@/components/license-form'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { listLicenses } from '@/lib/domain/licenses/queries'
import { peopleAtOnce } from '@/lib/domain/licenses/schema'
import { readDelegated } from '@/lib/web/customer-people'
import { requirePermission, type SearchParams } from '@/lib/web/page'
import { changeLicensesAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('licenses'))('title') }
}

type Props = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

/** Spec 1.D, Manage licenses: what the ticked people have in common, and what not (complaint 20: nothing is wiped). */
export default async function ManageLicensesPage({ params, searchParams }: Props) {
  const { customerId } = await params
  const userIds = [...new Set([(await searchParams).user ?? []].flat())]
  const actor = await requirePermission('license.assign')
  const [t, users] = await Promise.all([getTranslations('licenses'), getTranslations('customerUsers')])
  const list = `/customers/${customerId}/users`
  const head = <PageHeader title={t('title')} breadcrumbs={[{ href: list, label: users('title') }]} />
  const tooMany = userIds.length > peopleAtOnce
  const found = await readDelegated(listLicenses, { customerId, userIds: tooMany ? [] : userIds })
  if (!found) return <DelegationMissing actor={actor} />
  if (found.people.length === 0) {
    return (
      <>
        {head}
        <Card padding="none" as="div">
          <EmptyState
            title={t(tooMany ? 'tooMany' : 'nobody', { count: peopleAtOnce })}
            description={t('nobodyHint')}
            action={<ButtonLink href={list}>{t('back')}</ButtonLink>}
          />
        </Card>
      </>
    )
  }
  return (
    <>
      {head}
      <div className="grid gap-5">
        <Card>
          <CardHeader title={t('selectedUsers')} />
          <p className="[overflow-wrap:anywhere]">{found.people.map(({ fullName }) => fullName).join(', ')}</p>
        </Card>
        <Card padding="none">
          <CardHeader
            look="bar"
            title={t('availableLicenses')}
            action={<AnotherSubscription actor={actor} customerId={customerId} />}
          />
          <LicenseForm action={changeLicensesAction} customerId={customerId} {...found} backHref={list} />
        </Card>
      </div>
    </>
  )
}
