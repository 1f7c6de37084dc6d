import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AskInstead } from '@/components/ask-instead'
import { AskThem } from '@/components/ask-them'
import { ErrorState } from '@/components/error-state'
import { Notice } from '@/components/notice'
import { ButtonLink } from '@/components/ui/button'
import { can, isPermission } from '@/lib/access/permissions'
import { explainPermission } from '@/lib/domain/users/queries'
import { underscored } from '@/lib/i18n/messages'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { askForPermissionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('noAccess') }
}

/** Why something was refused, which role opens it, who in one's own organization has that role, and a way to ask them. */
export default async function NoAccessPage({ searchParams }: { searchParams: SearchParams }) {
  const { permission = '', notice } = await pickParameters(searchParams, ['permission', 'notice'])
  if (!isPermission(permission)) notFound()
  const actor = await requireActor()
  const [{ roles, people, grantors, askedAt, mayAsk }, t, terms, locale] = await Promise.all([
    read(explainPermission, { permission }),
    getTranslations('auth'),
    getTranslations('terms'),
    getLocale(),
  ])
  const what = terms(`permission.${underscored(permission)}`)
  const names = roles.map((role) => terms(`role.${role}`)).join(', ')
  const kind = terms(`kind.${actor.organizationKind}`)
  const home = <ButtonLink href="/dashboard">{t('backHome')}</ButtonLink>
  // Somebody has given the role meanwhile.
  if (can(actor, permission))
    return (
      <ErrorState illustration={null} title={t('allowedTitle', { what })} reason={t('allowedReason')} actions={home} />
    )
  return (
    <>
      <Notice code={notice} />
      <ErrorState
        illustration="locked"
        title={t('noAccessTitle', { what })}
        reason={roles.length > 0 ? t('noAccessRoles', { roles: names }) : t('noAccessKind', { kind })}
        remedy={
          roles.length === 0 ? (
            <AskInstead actor={actor} permission={permission} />
          ) : (
            <AskThem
              permission={permission}
              people={people}
              grantors={grantors}
              askedAt={askedAt}
              mayAsk={mayAsk}
              locale={locale}
              timeZone={actor.timeZone}
              action={askForPermissionAction}
            />
          )
        }
        actions={home}
      />
    </>
  )
}
