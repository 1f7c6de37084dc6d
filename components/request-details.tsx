import { useTranslations } from 'next-intl'
import type { PurchaseRequest } from '@/lib/web/purchase-request'
import { DescriptionList } from './ui/description-list'
import { LocalTime } from './ui/local-time'
import { TextLink } from './ui/text-link'

type RequestDetailsProps = { request: PurchaseRequest; locale: string; timeZone: string }

/** Who asked whom for what, and the answer. */
export function RequestDetails({ request, locale, timeZone }: RequestDetailsProps) {
  const t = useTranslations('requests')
  const moment = (value: Date) => <LocalTime value={value} locale={locale} timeZone={timeZone} />
  const { customerId, subscriptionId, related, decidedAt, decidedByName, answer, approvedQuantity, orderId } = request
  const record = `/customers/${customerId}`
  const lines = (text: string) => <span className="whitespace-pre-line">{text}</span>
  return (
    <DescriptionList
      items={[
        { term: t('askedBy'), details: t('person', { person: request.askedByName, organization: request.fromName }) },
        { term: t('askedOf'), details: request.toName },
        { term: t('age'), details: moment(request.createdAt) },
        { term: t('customer'), details: <TextLink href={record}>{request.customerName}</TextLink> },
        ...(subscriptionId && request.subscriptionVisible
          ? [
              {
                term: t('subscription'),
                details: <TextLink href={`${record}/subscriptions/${subscriptionId}`}>{request.title}</TextLink>,
              },
            ]
          : []),
        ...(request.comment ? [{ term: t('reason'), details: lines(request.comment) }] : []),
        ...(related.parent
          ? [
              {
                term: t('madeFor', { customer: related.parent.fromName }),
                details: <TextLink href={`/requests/${related.parent.id}`}>{t('seeParent')}</TextLink>,
              },
            ]
          : []),
        ...(related.child
          ? [
              {
                term: t('forwardedTo', { provider: related.child.toName }),
                details: <TextLink href={`/requests/${related.child.id}`}>{t('seeForwarded')}</TextLink>,
              },
            ]
          : []),
        ...(decidedAt
          ? [
              {
                term: t('decided'),
                details: (
                  <>
                    {moment(decidedAt)}
                    {decidedByName ? `, ${decidedByName}` : null}
                  </>
                ),
              },
            ]
          : []),
        ...(answer ? [{ term: t('answer'), details: lines(answer) }] : []),
        ...(approvedQuantity ? [{ term: t('approvedQuantity'), details: String(approvedQuantity) }] : []),
        ...(orderId
          ? [{ term: t('order'), details: <TextLink href={`${record}/orders/${orderId}`}>{t('seeOrder')}</TextLink> }]
          : []),
      ]}
    />
  )
}
