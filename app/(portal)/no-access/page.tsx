import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorState } from '@/components/error-state'
import { ButtonLink } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { isPermission } from '@/lib/access/permissions'
import { explainPermission } from '@/lib/domain/users/queries'
import { underscored } from '@/lib/i18n/messages'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('noAccess') }
}

/** Why something was refused, which role opens it, and who in one's own organization has that role. */
export default async function NoAccessPage({ searchParams }: { searchParams: SearchParams }) {
  const { permission = '' } = await pickParameters(searchParams, ['permission'])
  if (!isPermission(permission)) notFound()
  const actor = await requireActor()
  const [{ roles, people }, t, terms] = await Promise.all([
    read(explainPermission, { permission }),
    getTranslations('auth'),
    getTranslations('terms'),
  ])
  const what = terms(`permission.${underscored(permission)}`)
  const names = roles.map((role) => terms(`role.${role}`)).join(', ')
  const kind = terms(`kind.${actor.organizationKind}`)
  return (
    <ErrorState
      illustration="locked"
      title={t('noAccessTitle', { what })}
      reason={roles.length > 0 ? t('noAccessRoles', { roles: names }) : t('noAccessKind', { kind })}
      remedy={
        roles.length === 0 ? null : people.length === 0 ? (
          t('noAccessNobody')
        ) : (
          <>
            {t('noAccessPeople')}
            <ul className="mt-2 grid gap-1">
              {people.map((person) => (
                <li key={person.id}>
                  <b>{person.fullName}</b> · <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>
                </li>
              ))}
            </ul>
          </>
        )
      }
      actions={<ButtonLink href="/dashboard">{t('backHome')}</ButtonLink>}
    />
  )
}
