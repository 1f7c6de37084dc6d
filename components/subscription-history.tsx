import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayText } from '@/lib/i18n/days'
import { underscored } from '@/lib/i18n/messages'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { Timeline } from './timeline'
import { Card, CardHeader } from './ui/card'
import { LocalTime } from './ui/local-time'

type SubscriptionHistoryProps = { history: SubscriptionView['history']; timeZone: string }

/** What happened to it and by whom, for everybody who sees it. */
export function SubscriptionHistory({ history, timeZone }: SubscriptionHistoryProps) {
  const t = useTranslations('subscriptions.history')
  const locale = useLocale()
  const sentence = useSentence()
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title={t('title')} />
      {history.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Timeline
          label={t('title')}
          events={history.map((event) => ({
            key: event.id,
            text: sentence(event),
            detail: <LocalTime value={event.occurredAt} locale={locale} timeZone={timeZone} />,
            byMachine: event.actorName === null,
          }))}
        />
      )}
    </Card>
  )
}

type Key = Parameters<ReturnType<typeof useTranslations<'subscriptions.history'>>>[0]

function useSentence(): (event: SubscriptionView['history'][number]) => ReactNode {
  const t = useTranslations('subscriptions.history')
  const locale = useLocale()
  return ({ type, details, actorName, organizationName }) => {
    const known = (details ?? {}) as Record<string, unknown>
    const text = (name: string) => {
      const value = known[name]
      return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : 'none'
    }
    const key = underscored(type) as Key
    if (!t.has(key)) return type
    return t.rich(key, {
      actor: actorName ?? t('portal'),
      organization: organizationName,
      number: text('number'),
      before: text('before'),
      after: text('after'),
      until: typeof known.until === 'string' ? dayText(new Date(known.until), locale) : '',
      quantity: text('quantity'),
      autoRenew: String(known.autoRenew === true),
      b: (chunks: ReactNode) => <b>{chunks}</b>,
    })
  }
}
