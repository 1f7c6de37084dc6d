import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import { DataTable } from './data-table'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { NameCell } from './name-cell'
import { Money } from './ui/money'
import { Note } from './ui/note'
import { TextInput } from './ui/text-input'

export interface CartItemRow {
  id: string
  title: string
  quantity: number
  termDuration: 'P1M' | 'P1Y' | 'P3Y'
  billingCycle: 'Monthly' | 'Annual' | 'None'
  currency: string
  isAddOn: boolean
  /** What the subscription is called that an add-on joins. */
  parentName: string | null
  /** Where it ends with that one and not after its own term: its last day, in words. */
  lastDay: string | null
  /** Whether only the part of a billing period until then is billed. */
  isPart: boolean
  unit: { list: string }
  amount: { list: string }
  /** What stands against it, in words. */
  refusal: string | null
}

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

type CartItemsProps = { items: readonly CartItemRow[]; changeAction: Action; removeAction: Action }

/** What is about to be ordered; quantities can still be changed. */
export function CartItems({ items, changeAction, removeAction }: CartItemsProps) {
  const t = useTranslations('orders')
  const terms = useTranslations('terms')
  const catalog = useTranslations('catalog')
  const detailOf = ({ termDuration, billingCycle, isAddOn, parentName, lastDay, isPart }: CartItemRow) =>
    [
      `${terms(`term.${termDuration}`)}, ${catalog(`billed.${billingCycle}`)}`,
      ...(isAddOn ? [parentName ? t('addOnTo', { name: parentName }) : t('addOn')] : []),
      ...(lastDay ? [t('endsWithBase', { day: lastDay })] : []),
      ...(isPart ? [t('partOfPeriod')] : []),
    ].join(' · ')
  return (
    <DataTable
      caption={t('cart')}
      rows={items}
      rowKey={(item) => item.id}
      rowName={(item) => item.title}
      columns={[
        {
          key: 'title',
          header: t('offer'),
          cell: (item) => (
            <>
              <NameCell name={item.title} detail={detailOf(item)} />
              {item.refusal && (
                <div className="mt-2">
                  <Note tone="danger">{item.refusal}</Note>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'quantity',
          header: t('quantity'),
          cell: (item) => (
            <Form
              action={changeAction}
              hidden={{ itemId: item.id }}
              idPrefix={`change-${item.id}`}
              className="flex flex-wrap items-end gap-2"
            >
              <Field
                name="quantity"
                className="w-24"
                label={<span className="sr-only">{t('quantityOf', { title: item.title })}</span>}
              >
                <TextInput inputMode="numeric" defaultValue={String(item.quantity)} />
              </Field>
              <SubmitButton variant="secondary">{t('update')}</SubmitButton>
            </Form>
          ),
        },
        {
          key: 'unit',
          header: t('unitPrice'),
          align: 'end',
          cell: (item) => <Money amount={item.unit.list} currency={item.currency} />,
        },
        {
          key: 'amount',
          header: t('amount'),
          align: 'end',
          cell: (item) => <Money amount={item.amount.list} currency={item.currency} />,
        },
        {
          key: 'remove',
          header: '',
          onCard: 'plain',
          cell: (item) => (
            <Form action={removeAction} hidden={{ itemId: item.id }} idPrefix={`remove-${item.id}`}>
              <SubmitButton variant="subtle" aria-label={t('removeItem', { title: item.title })}>
                {t('remove')}
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  )
}
