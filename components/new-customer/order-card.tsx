import type { AddedCustomer, NewCustomerForm } from '@/lib/web/new-customer'
import { Badge } from '../ui/badge'
import { Card, CardHeader } from '../ui/card'
import { fill, moneyIn } from './words'

type OrderCardProps = {
  order: NonNullable<AddedCustomer['order']>
  form: NewCustomerForm
  resellerName: string | null
}

/** What was ordered with the new customer. */
export function OrderCard({ order, form, resellerName }: OrderCardProps) {
  const { texts, locale } = form
  const money = (amount: string) => moneyIn(locale, amount, order.currency)
  return (
    <Card padding="none">
      <CardHeader
        look="bar"
        title={fill(texts.order, { number: order.number })}
        action={<Badge tone="success">{texts.submitted}</Badge>}
      />
      <ul className="divide-y divide-border">
        {order.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move
          <li key={index} className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-3 py-2">
            <span className="min-w-0">
              <span className="font-semibold">{line.title}</span>
              <span className="block text-caption text-muted">
                {texts.terms.term[line.termDuration]},{' '}
                {fill(texts.billed, { cycle: texts.terms.billingCycle[line.billingCycle].toLowerCase() })}
                {line.hasReseller && resellerName && ` · ${fill(texts.recordedReseller, { reseller: resellerName })}`}
              </span>
            </span>
            <span className="text-right tabular-nums">
              {line.quantity} · {money(line.listAmount)}
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap justify-between gap-x-4 border-border border-t px-3 py-2 font-semibold">
        <span>{texts.total}</span>
        <span className="tabular-nums">{money(order.listTotal)}</span>
      </p>
    </Card>
  )
}
