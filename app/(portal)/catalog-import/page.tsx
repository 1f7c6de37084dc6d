import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkBox } from '@/components/link-box'
import { PageHeader } from '@/components/page-header'
import { RightsList } from '@/components/rights-list'
import { Card, CardHeader } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { getCatalogState } from '@/lib/domain/catalog/queries'
import { read, requireActor } from '@/lib/web/page'

const program = 'npm run catalog:import -- catalog.csv'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('import.title') }
}

/** For the operator: what the catalogue holds and how it is imported. Files are taken on the server, not here. */
export default async function CatalogImportPage() {
  const actor = await requireActor()
  const [state, t, locale] = await Promise.all([
    read(getCatalogState, {}),
    getTranslations('catalog.import'),
    getLocale(),
  ])
  const number = new Intl.NumberFormat(locale)
  const latest = state.latest && (
    <>
      <LocalTime value={state.latest.at} locale={locale} timeZone={actor.timeZone} />
      {state.latest.by && `, ${t('by', { person: state.latest.by })}`}
    </>
  )
  return (
    <>
      <PageHeader title={t('title')} description={t('hint')} />
      <div className="grid max-w-180 gap-5">
        <Card>
          <DescriptionList
            items={[
              { term: t('offers'), details: number.format(state.offers) },
              { term: t('availabilities'), details: number.format(state.availabilities) },
              { term: t('withdrawn'), details: number.format(state.withdrawn) },
              { term: t('latest'), details: latest ?? t('never') },
            ]}
          />
        </Card>
        <Card aria-labelledby="how">
          <CardHeader id="how" title={t('howTitle')} description={t('how')} />
          <div className="grid gap-3">
            <LinkBox id="program" end={<CopyButton text={program} iconOnly />}>
              {program}
            </LinkBox>
            <p className="text-muted">{t('shipped')}</p>
            <RightsList
              rights={(['all', 'written', 'withdrawn'] as const).map((effect) => ({
                key: effect,
                granted: true,
                text: t(`effects.${effect}`),
              }))}
            />
          </div>
        </Card>
      </div>
    </>
  )
}
