import { useTranslations } from 'next-intl'
import type { VerificationEntry } from '@/lib/web/verification'
import { Timeline } from '../timeline'
import { LocalTime } from '../ui/local-time'

type HistoryProps = { entries: readonly VerificationEntry[]; locale: string; timeZone: string }

/** Everything that has happened in a verification, newest first. */
export function VerificationHistory({ entries, locale, timeZone }: HistoryProps) {
  const t = useTranslations('verification')
  return (
    <Timeline
      label={t('history.title')}
      events={entries.map(({ id, kind, check, text, authorName, createdAt }) => ({
        key: id,
        text: (
          <span className="[overflow-wrap:anywhere]">
            {t.rich(`history.${kind}`, {
              b: (chunks) => <b>{chunks}</b>,
              text: text ?? '',
              check: check ? t(`check.${check}`) : '',
            })}
          </span>
        ),
        detail: (
          <>
            <LocalTime value={createdAt} locale={locale} timeZone={timeZone} /> · {authorName ?? t('history.portal')}
          </>
        ),
        byMachine: authorName === null,
      }))}
    />
  )
}
