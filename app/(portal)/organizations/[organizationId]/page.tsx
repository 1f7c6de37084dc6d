import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { OrganizationOverview } from '@/components/operator/organization-overview'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { can } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { getOrganization, peopleCounted } from '@/lib/domain/operator/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { standingOf } from '../standing'
import { renameProviderAction, resendActivationAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('one.facts') }
}

type Props = { params: Promise<{ organizationId: string }>; searchParams: SearchParams }

/** One organization as its operator sees it: how it stands, who came first, how often it was verified. */
export default async function OrganizationPage({ params, searchParams }: Props) {
  const { organizationId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [found, t, terms, locale] = await Promise.all([
    read(getOrganization, { organizationId }),
    getTranslations('operator'),
    getTranslations('terms'),
    getLocale(),
  ])
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={found.name}
        description={terms(`kind.${found.kind}`)}
        breadcrumbs={[{ href: '/organizations', label: t('title') }]}
        badge={<StatusBadge status={standingOf[found.vettingStatus]} label={t(`statuses.${found.vettingStatus}`)} />}
      />
      <OrganizationOverview
        organization={found}
        peopleCounted={peopleCounted}
        now={clock.now()}
        resend={can(actor, 'organization.create') ? resendActivationAction : null}
        rename={found.kind === 'provider' && can(actor, 'organization.rename') ? renameProviderAction : null}
        opensCases={can(actor, 'verification.review')}
        locale={locale}
        timeZone={actor.timeZone}
      />
    </>
  )
}
