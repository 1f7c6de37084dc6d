import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { getOwnProfile } from '@/lib/domain/profile/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { LooksCard } from './looks-card'
import { NoticesCard } from './notices-card'
import { PersonCard } from './person-card'
import { ZoneCard } from './zone-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('title') }
}

/** What a person chooses for themselves: name, language, appearance, time zone, and what they are told of. */
export default async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [profile, t, locale] = await Promise.all([read(getOwnProfile, {}), getTranslations('profile'), getLocale()])
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('title')} description={t('hint')} />
      <div className="grid max-w-180 gap-5">
        <PersonCard actor={actor} />
        <LooksCard actor={actor} />
        <ZoneCard chosen={profile.timeZoneChosen} current={actor.timeZone} locale={locale} />
        <NoticesCard notices={profile.notices} />
      </div>
    </>
  )
}
