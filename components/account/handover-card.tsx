import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { AccountView } from '@/lib/web/account'
import { type HandoverAction, HandoverForm } from '../handover-form'
import { Refused } from '../permitted-link'
import { Card, CardHeader } from '../ui/card'
import { LocalTime } from '../ui/local-time'

type HandoverCardProps = { view: AccountView; actor: Actor; action: HandoverAction }

/** How a new customer's first person comes to a password that nobody else has seen. */
export function HandoverCard({ view, actor, action }: HandoverCardProps) {
  const t = useTranslations('onboarding.handover')
  const { handover, customer, account, locale, texts } = view
  if (!handover?.isOpen) return null
  const { link } = handover
  const time = (value: Date) => <LocalTime value={value} locale={locale} timeZone={actor.timeZone} />
  return (
    <Card className="grid gap-3">
      <CardHeader title={t('title')} description={t('hint')} />
      <p>
        {link ? t.rich('open', { since: () => time(link.createdAt), until: () => time(link.expiresAt) }) : t('none')}
      </p>
      {can(actor, 'customerUser.manage') ? (
        <HandoverForm action={action} customerId={customer.id} email={account.contactEmail} texts={texts.handover} />
      ) : (
        <Refused actor={actor} permission="customerUser.manage" label={t('create')} />
      )}
    </Card>
  )
}
