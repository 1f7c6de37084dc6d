import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { PageHeader } from '@/components/page-header'
import { RoleGuide } from '@/components/role-guide'
import { Card } from '@/components/ui/card'
import { organizationKinds, rolesOf } from '@/lib/access/permissions'
import { toSearchTerm } from '@/lib/core/sort-name'
import { actionsByArea } from '@/lib/domain/users/permission-areas'
import { underscored } from '@/lib/i18n/messages'
import { pickParameters, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roles'))('title') }
}

/** What each role opens, drawn from the table by which the portal itself decides. */
export default async function RolesPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await pickParameters(searchParams, ['search', 'role', 'kind'])
  const actor = await requireActor()
  const [t, terms] = await Promise.all([getTranslations('roles'), getTranslations('terms')])
  const kind = organizationKinds.find((each) => each === asked.kind) ?? actor.organizationKind
  const roles = rolesOf(kind)
  const role = roles.find((each) => each === asked.role)
  const term = toSearchTerm((asked.search ?? '').slice(0, 100))
  const areas = actionsByArea(kind)
    .map(({ area, actions }) => ({
      area,
      actions: actions.filter(
        (action) =>
          (!role || action.roles.includes(role)) &&
          toSearchTerm(terms(`permission.${underscored(action.permission)}`)).includes(term),
      ),
    }))
    .filter(({ actions }) => actions.length > 0)
  const own = actor.roles.map((each) => terms(`role.${each}`)).join(', ')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('hint')} {t('own', { roles: own || terms('noRole') })}
          </>
        }
      />
      <Card padding="none" as="div" className="overflow-clip">
        <FilterBar
          action={path}
          search={{ label: t('search'), value: asked.search ?? '' }}
          filters={[
            {
              name: 'role',
              label: t('filterRole'),
              value: role ?? '',
              options: [
                { value: '', label: t('allRoles') },
                ...roles.map((each) => ({ value: each, label: terms(`role.${each}`) })),
              ],
            },
            {
              name: 'kind',
              label: t('kindOf'),
              value: kind,
              options: organizationKinds.map((each) => ({ value: each, label: terms(`kind.${each}`) })),
            },
          ]}
          {...(asked.search || role || asked.kind ? { clearHref: path } : {})}
        />
        {areas.length === 0 ? (
          <EmptyState illustration="search" title={t('none')} description={t('noneHint')} />
        ) : (
          <RoleGuide areas={areas} roles={role ? [role] : roles} />
        )}
      </Card>
    </>
  )
}
