import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionAreas } from '@/components/action-areas'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { RoleNames } from '@/components/role-names'
import { Card, CardHeader } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { UserAccount } from '@/components/user-account'
import { UserFacts } from '@/components/user-facts'
import { UserRequests } from '@/components/user-requests'
import { UserState } from '@/components/user-table'
import { isPermission, rolesThatMay } from '@/lib/access/permissions'
import { getPartnerUser } from '@/lib/domain/partner-users/queries'
import { actionsByArea } from '@/lib/domain/users/permission-areas'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import {
  disablePartnerUserAction,
  enablePartnerUserAction,
  endPartnerUserSessionsAction,
  renamePartnerUserAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('column.user') }
}

type Props = { params: Promise<{ userId: string }>; searchParams: SearchParams }

/** One person: roles and what they open, name, password, sessions, standing. */
export default async function PartnerUserPage({ params, searchParams }: Props) {
  const { userId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [person, t, locale] = await Promise.all([
    read(getPartnerUser, { userId }),
    getTranslations('partnerUsers'),
    getLocale(),
  ])
  const areas = actionsByArea(actor.organizationKind, person.roles)
  const requests = person.asked.flatMap(({ permission, askedAt }) =>
    isPermission(permission) ? [{ permission, askedAt, roles: rolesThatMay(permission, actor.organizationKind) }] : [],
  )
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={person.fullName}
        description={person.email}
        breadcrumbs={[{ href: '/user-management', label: t('title') }]}
        badge={<UserState state={person.state} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          {person.refusal ? (
            <Note>{t(person.refusal === 'own_account' ? 'person.ownAccount' : 'person.protected')}</Note>
          ) : null}
          {person.isLast ? <Note tone="warning">{t('person.lastAdmin')}</Note> : null}
          <UserRequests person={person} requests={requests} locale={locale} timeZone={actor.timeZone} />
          <Card>
            <CardHeader title={t('person.roles')} />
            <RoleNames roles={person.roles} />
          </Card>
          <Card>
            <CardHeader title={t('person.may', { name: person.fullName })} />
            {areas.length > 0 ? <ActionAreas areas={areas} /> : <p className="text-muted">{t('person.mayNothing')}</p>}
          </Card>
        </div>
        <div className="grid gap-5">
          <UserFacts actor={actor} person={person} locale={locale} renameAction={renamePartnerUserAction} />
          <UserAccount
            person={person}
            disableAction={disablePartnerUserAction}
            enableAction={enablePartnerUserAction}
            endSessionsAction={endPartnerUserSessionsAction}
          />
        </div>
      </div>
    </>
  )
}
