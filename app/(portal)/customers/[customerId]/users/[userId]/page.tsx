import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnotherSubscription } from '@/components/buy-more'
import { DelegationMissing } from '@/components/delegation-missing'
import { LicenseForm } from '@/components/license-form'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { PersonStatus } from '@/components/people-table'
import { Refused } from '@/components/permitted-link'
import { PersonAccount } from '@/components/person-account'
import { PersonDetails } from '@/components/person-details'
import { RestorePerson } from '@/components/restore-person'
import { Card, CardHeader } from '@/components/ui/card'
import { can } from '@/lib/access/permissions'
import { getCustomerUser } from '@/lib/domain/customer-users/queries'
import { listLicenses } from '@/lib/domain/licenses/queries'
import { countryOptions } from '@/lib/web/country-options'
import { credentialTexts, readDelegated } from '@/lib/web/customer-people'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { restoreCustomerUserAction } from '../actions'
import {
  changePersonLicensesAction,
  deleteCustomerUserAction,
  editCustomerUserAction,
  resetCustomerUserPasswordAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerUsers'))('column.user') }
}

type Props = { params: Promise<{ customerId: string; userId: string }>; searchParams: SearchParams }

/** One person of a customer: who it is, licenses, password, account. */
export default async function CustomerUserPage({ params, searchParams }: Props) {
  const ids = await params
  const { customerId, userId } = ids
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [person, t, words, texts, locale] = await Promise.all([
    readDelegated(getCustomerUser, ids),
    getTranslations('customerUsers'),
    getTranslations('licenses'),
    credentialTexts(),
    getLocale(),
  ])
  if (!person) return <DelegationMissing actor={actor} />
  const list = `/customers/${customerId}/users`
  const head = (
    <>
      <Notice code={notice} />
      <PageHeader
        title={person.fullName}
        description={person.email}
        breadcrumbs={[{ href: list, label: t('title') }]}
        badge={<PersonStatus person={person} />}
      />
    </>
  )
  if (person.restorableUntil) {
    return (
      <>
        {head}
        <RestorePerson
          actor={actor}
          {...ids}
          until={person.restorableUntil}
          locale={locale}
          action={restoreCustomerUserAction}
        />
      </>
    )
  }
  const { people, subscriptions } = await read(listLicenses, { customerId, userIds: [userId] })
  return (
    <>
      {head}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <Card padding="none">
            <CardHeader
              look="bar"
              title={t('person.licenses')}
              action={<AnotherSubscription actor={actor} customerId={customerId} />}
            />
            {can(actor, 'license.assign') ? (
              <LicenseForm
                action={changePersonLicensesAction}
                customerId={customerId}
                people={people}
                subscriptions={subscriptions}
              />
            ) : (
              <div className="p-5">
                <Refused actor={actor} permission="license.assign" label={words('title')} />
              </div>
            )}
          </Card>
          <PersonDetails
            actor={actor}
            customerId={customerId}
            person={person}
            countries={countryOptions(locale)}
            action={editCustomerUserAction}
          />
        </div>
        <PersonAccount
          actor={actor}
          customerId={customerId}
          person={person}
          texts={texts}
          resetAction={resetCustomerUserPasswordAction}
          deleteAction={deleteCustomerUserAction}
        />
      </div>
    </>
  )
}
