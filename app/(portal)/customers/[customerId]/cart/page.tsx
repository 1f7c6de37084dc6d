import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { uuidv7 } from 'uuidv7'
import { CartItems } from '@/components/cart-items'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { EmptyState } from '@/components/empty-state'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { AgreementMissing, ResellersMissing } from '@/components/purchase-guards'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import { Money } from '@/components/ui/money'
import { Select } from '@/components/ui/select'
import { getCart } from '@/lib/domain/orders/queries'
import { lastDayText } from '@/lib/i18n/days'
import { describeCode } from '@/lib/web/error-text'
import { read, requireActor } from '@/lib/web/page'
import { changeCartItemAction, emptyCartAction, removeCartItemAction, submitCartAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('review') }
}

/** P6, the review: what it costs, who earns the incentives, and what still stands against it. */
export default async function CartPage({ params }: { params: Promise<{ customerId: string }> }) {
  const { customerId } = await params
  const actor = await requireActor()
  const [cart, t, locale] = await Promise.all([read(getCart, { customerId }), getTranslations('orders'), getLocale()])
  const path = `/customers/${customerId}`
  const breadcrumbs = [{ href: `${path}/new-subscription`, label: t('newSubscription') }]
  if (cart.items.length === 0) {
    return (
      <>
        <PageHeader title={t('review')} breadcrumbs={breadcrumbs} />
        <Card>
          <EmptyState
            title={t('cartEmpty')}
            description={t('cartEmptyHint')}
            action={<ButtonLink href={`${path}/new-subscription`}>{t('chooseOffers')}</ButtonLink>}
          />
        </Card>
      </>
    )
  }
  const items = await Promise.all(
    cart.items.map(async (item) => ({
      ...item,
      lastDay: item.endsAt && lastDayText(item.endsAt, locale),
      refusal: item.refusal && (await describeCode(item.refusal.code, item.refusal.parameters)),
    })),
  )
  const blocked = items.some(({ refusal }) => refusal) || !cart.agreementAccepted
  return (
    <>
      <PageHeader
        title={t('review')}
        breadcrumbs={breadcrumbs}
        description={
          cart.expiresAt && (
            <>
              {t('keptUntil')} <LocalTime value={cart.expiresAt} locale={locale} timeZone={actor.timeZone} />
            </>
          )
        }
        actions={<ButtonLink href={`${path}/new-subscription`}>{t('chooseMore')}</ButtonLink>}
      />
      {cart.agreementAccepted ? null : <AgreementMissing customer={cart.customer} />}
      <CartItems items={items} changeAction={changeCartItemAction} removeAction={removeCartItemAction} />
      <Card className="mt-5">
        <DescriptionList
          items={(['list', 'reseller', 'retail'] as const)
            // Where no reseller serves the customer none pays.
            .filter((name) => name !== 'reseller' || cart.resellers.length > 0)
            .map((name) => ({
              key: name,
              term: t(`totals.${name}`),
              details: <Money amount={cart.total[name]} currency={cart.currency ?? 'EUR'} />,
            }))}
        />
        <Form
          action={submitCartAction}
          hidden={{ customerId, nonce: uuidv7(), total: cart.total.list }}
          idPrefix="submit"
          className="mt-5 grid gap-4"
          referenceLabel={t('reference')}
        >
          <Field name="resellerId" label={t('resellerOfRecord')} hint={t('resellerOfRecordHint')} className="max-w-100">
            <Select
              defaultValue={onlyOf(cart.resellers.filter(({ signed }) => signed))?.id ?? ''}
              options={[
                { value: '', label: t('noReseller') },
                ...cart.resellers.map(({ id, name, mpnId, signed }) => ({
                  value: id,
                  label: `${name}${mpnId ? ` (${mpnId})` : ''}${signed ? '' : ` – ${t('unsigned')}`}`,
                  disabled: !signed,
                })),
              ]}
            />
          </Field>
          <ResellersMissing resellers={cart.resellers} />
          <ButtonRow>
            <SubmitButton disabled={blocked}>{t('submit')}</SubmitButton>
            <DialogButton dialogId="empty-cart" variant="subtle">
              {t('cancel')}
            </DialogButton>
          </ButtonRow>
        </Form>
      </Card>
      <ConfirmDialog
        id="empty-cart"
        title={t('emptyTitle')}
        confirmLabel={t('empty')}
        cancelLabel={t('keep')}
        danger
        action={emptyCartAction}
        fields={{ customerId }}
      >
        <p>{t('emptyText', { customer: cart.customer.name })}</p>
      </ConfirmDialog>
    </>
  )
}

/** Nobody has to be chosen among one. */
function onlyOf<Row>(rows: readonly Row[]): Row | null {
  return rows.length === 1 ? (rows[0] ?? null) : null
}
