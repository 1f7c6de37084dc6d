import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { Note } from '@/components/ui/note'
import { getSingleSignOn } from '@/lib/domain/single-sign-on/queries'
import { pickParameters, read, requireConfirmed, requirePermission, type SearchParams } from '@/lib/web/page'
import type { SingleSignOnView } from '@/lib/web/single-sign-on'
import { ConfigureCard } from './configure-card'
import { FirstSteps } from './first-steps'
import { PeopleCard } from './people-card'
import { RemoveCard } from './remove-card'
import { RequireCard } from './require-card'
import { TestCard } from './test-card'
import { UseCard } from './use-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('singleSignOn'))('title') }
}

const colours = { none: 'draft', testing: 'pending', on: 'active', off: 'disabled' } as const

/** Where people of the organization sign in: at its own issuer, once a Global admin has set it up, tested it and switched it on. */
export default async function SingleSignOnPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  await requirePermission('singleSignOn.manage')
  const actor = await requireConfirmed()
  const [view, t, locale] = await Promise.all([read(getSingleSignOn, {}), getTranslations('singleSignOn'), getLocale()])
  const state = view.issuer?.state ?? 'none'
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint')}
        badge={<StatusBadge status={colours[state]} label={t(`state.${state}`)} />}
      />
      <div className="grid max-w-180 gap-5">
        {view.verifiedDomains.length === 0 ? <NoDomain /> : null}
        {view.issuer ? null : <FirstSteps redirectUri={view.redirectUri} />}
        {view.issuer ? <InPlace view={view} issuer={view.issuer} locale={locale} timeZone={actor.timeZone} /> : null}
        {view.verifiedDomains.length > 0 ? <ConfigureCard view={view} /> : null}
        {view.issuer ? <PeopleCard view={view} /> : null}
        {view.issuer ? <RemoveCard /> : null}
      </div>
    </>
  )
}

type InPlaceProps = {
  view: SingleSignOnView
  issuer: NonNullable<SingleSignOnView['issuer']>
  locale: string
  timeZone: string
}

function InPlace({ view, issuer, ...show }: InPlaceProps) {
  const domains = issuer.domains.map(({ domain }) => domain).join(', ')
  return (
    <>
      <TestCard issuer={issuer} {...show} />
      <UseCard issuer={issuer} domains={domains} />
      <RequireCard view={view} issuer={issuer} domains={domains} />
    </>
  )
}

async function NoDomain() {
  const t = await getTranslations('singleSignOn.noDomain')
  return (
    <Note tone="warning" title={t('title')}>
      <p>{t('text')}</p>
      <p className="mt-1">{t('remedy')}</p>
    </Note>
  )
}
