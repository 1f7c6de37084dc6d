import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SetupChecklist } from '@/components/setup-checklist'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { can } from '@/lib/access/permissions'
import { getSetupChecklist } from '@/lib/domain/organization-profile/queries'
import { read, requireActor } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') }
}

/** R9: what the organization still needs; also when nothing is left and the home page is silent about it. */
export default async function SetupPage() {
  const actor = await requireActor()
  const [checklist, t, profile] = await Promise.all([
    read(getSetupChecklist, {}),
    getTranslations('setup'),
    getTranslations('organizationProfile'),
  ])
  const breadcrumbs = can(actor, 'organizationProfile.view') ? [{ href: '/settings', label: profile('title') }] : []
  return (
    <div className="max-w-180">
      <PageHeader
        title={t('title')}
        description={t('hint', { organization: actor.organizationName })}
        breadcrumbs={breadcrumbs}
      />
      {checklist.complete ? (
        <div className="mb-4">
          <Note tone="success" title={t('complete')}>
            {t('completeHint')}
          </Note>
        </div>
      ) : null}
      <Card as="div">
        <SetupChecklist checklist={checklist} actor={actor} />
      </Card>
    </div>
  )
}
