import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { Pagination } from '@/components/pagination'
import { ProviderTile } from '@/components/provider-tile'
import { PublicPage } from '@/components/shell/public-page'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/auth/session'
import { listProviderCards } from '@/lib/domain/directory/queries'
import { countryOptions } from '@/lib/web/country-options'
import { hrefWith, pickParameters, read, type SearchParams, signInPath } from '@/lib/web/page'
import { beginningOf, languageOptions, logoAddress, offeringChoices, textsFor } from '@/lib/web/provider-directory'
import { updatePreferencesAction } from '../../preferences/actions'

const path = '/find-a-provider'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directory')
  return { title: t('title'), description: t('metaDescription'), robots: { index: true, follow: true } }
}

/** R0: the public list of providers. */
export default async function FindProviderPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['search', 'country', 'language', 'service', 'after', 'before'])
  const [actor, page, t, locale] = await Promise.all([
    currentActor(),
    read(listProviderCards, filter as object),
    getTranslations('directory'),
    getLocale(),
  ])
  const { after: _after, before: _before, ...kept } = filter
  const filtered = Object.keys(kept).length > 0
  return (
    <PublicPage
      width="wide"
      preferencesAction={updatePreferencesAction as (formData: FormData) => void}
      actions={
        actor ? (
          <ButtonLink href="/dashboard">{t('portal')}</ButtonLink>
        ) : (
          <ButtonLink href={signInPath(hrefWith(path, kept, {}))}>{t('signIn')}</ButtonLink>
        )
      }
    >
      <div className="max-w-180">
        <h1>{t('title')}</h1>
        <p className="mt-2 text-muted">{t('hint')}</p>
      </div>
      <Card padding="none" as="div" className="overflow-clip">
        <FilterBar
          action={path}
          search={{ label: t('search'), value: filter.search ?? '' }}
          filters={[
            {
              name: 'country',
              label: t('country'),
              value: filter.country ?? '',
              options: [{ value: '', label: t('allCountries') }, ...countryOptions(locale)],
            },
            {
              name: 'language',
              label: t('language'),
              value: filter.language ?? '',
              options: [{ value: '', label: t('allLanguages') }, ...languageOptions(locale)],
            },
            {
              name: 'service',
              label: t('service'),
              value: filter.service ?? '',
              options: [
                { value: '', label: t('allServices') },
                ...offeringChoices.map((value) => ({ value, label: t(`offering.${value}`) })),
              ],
            },
          ]}
          {...(filtered ? { clearHref: path } : {})}
        />
        {page.rows.length === 0 ? (
          <EmptyState
            illustration={filtered ? 'search' : 'partners'}
            title={t(filtered ? 'noneMatch' : 'none')}
            description={t(filtered ? 'noneMatchHint' : 'noneHint')}
          />
        ) : (
          <ul aria-label={t('list')} className="grid gap-px bg-border md:grid-cols-2">
            {page.rows.map((card) => (
              <li key={card.organizationId} className="bg-surface">
                <ProviderTile
                  card={card}
                  logo={logoAddress(card)}
                  text={beginningOf(
                    textsFor(locale, { ...card, programmesEn: '', programmesRu: '', supportEn: '', supportRu: '' })
                      .description,
                    220,
                  )}
                />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          shown={page.rows.length}
          previousHref={page.previous && hrefWith(path, kept, { before: page.previous })}
          nextHref={page.next && hrefWith(path, kept, { after: page.next })}
        />
      </Card>
    </PublicPage>
  )
}
