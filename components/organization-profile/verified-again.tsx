import { useTranslations } from 'next-intl'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Note } from '../ui/note'

type Fact = ProfileView['verifies'][number]['fact']

/** Before anything is saved: what a change of each fact has verified again, and that the organization stays active. */
export function VerifiedAgain({ view, facts }: { view: ProfileView; facts: readonly Fact[] }) {
  const t = useTranslations('organizationProfile')
  const rows = view.verifies.filter(({ fact }) => facts.includes(fact))
  return (
    <Note title={t('again.title')}>
      <p>{t('again.text')}</p>
      <ul className="mt-1 list-disc pl-5">
        {rows.map(({ fact, checks }) => (
          <li key={fact}>
            {t('again.row', {
              fact: t(`facts.${fact}`),
              checks: checks.map((check) => t(`checks.${check}`)).join(', '),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
