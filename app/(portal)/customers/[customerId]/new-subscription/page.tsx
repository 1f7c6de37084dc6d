import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { OfferPicker } from '@/components/offer-picker'
import { PageHeader } from '@/components/page-header'
import { AgreementMissing } from '@/components/purchase-guards'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { listOffersForCustomer } from '@/lib/domain/catalog/queries'
import { getCartOutline } from '@/lib/domain/orders/queries'
import { toPickable } from '@/lib/web/offer-choices'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { addToCartAction } from './actions'

type NewSubscriptionProps = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

const kinds = ['base', 'addOn', 'trial'] as const
const families = ['office365', 'azure', 'businessApplications', 'security', 'deviceManagement', 'voice'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('newSubscription') }
}

/** P6: choose offers and quantities for a customer; with `parent`, add-ons for one of its subscriptions. */
export default async function NewSubscriptionPage({ params, searchParams }: NewSubscriptionProps) {
  const { customerId } = await params
  const { parent, ...given } = await pickParameters(searchParams, ['search', 'family', 'kind', 'parent'])
  await requireActor()
  const { search } = given
  const family = families.find((one) => one === given.family)
  const kind =
    given.kind === 'all' ? undefined : (kinds.find((one) => one === given.kind) ?? (parent ? 'addOn' : 'base'))
  const [cart, { offers }, t, terms] = await Promise.all([
    read(getCartOutline, { customerId }),
    read(listOffersForCustomer, { customerId, search, family, kind }),
    getTranslations('orders'),
    getTranslations('terms'),
  ])
  const path = `/customers/${customerId}`
  return (
    <>
      <PageHeader
        title={t('newSubscription')}
        breadcrumbs={[{ href: path, label: t('subscriptions') }]}
        description={t('chooseHint')}
        actions={
          cart.items > 0 ? (
            <ButtonLink href={`${path}/cart`}>
              {t('toCart')} · {t('inCart', { count: cart.items })}
            </ButtonLink>
          ) : null
        }
      />
      {cart.agreementAccepted ? null : <AgreementMissing customer={cart.customer} />}
      <Card padding="none" as="div">
        <FilterBar
          action={`${path}/new-subscription`}
          search={{ label: t('searchOffers'), value: search ?? '' }}
          keep={{ parent }}
          filters={[
            {
              name: 'family',
              label: t('family'),
              value: family ?? '',
              options: [
                { value: '', label: t('allFamilies') },
                ...families.map((family) => ({ value: family, label: terms(`family.${family}`) })),
              ],
            },
            {
              name: 'kind',
              label: t('kind'),
              value: kind ?? 'all',
              options: [
                { value: 'base', label: t('base') },
                { value: 'addOn', label: t('addOns') },
                { value: 'trial', label: t('trials') },
                { value: 'all', label: t('allKinds') },
              ],
            },
          ]}
        />
        {offers.length === 0 ? (
          <EmptyState illustration="search" title={t('noOffers')} />
        ) : (
          <Form
            action={addToCartAction}
            hidden={{ customerId, ...(parent ? { parentSubscriptionId: parent } : {}) }}
            className="grid"
            referenceLabel={t('reference')}
          >
            <OfferPicker offers={await toPickable(offers)} />
            <div className="sticky bottom-0 border-border border-t bg-surface px-3 py-3">
              <ButtonRow>
                <SubmitButton>{t('addToCart')}</SubmitButton>
                <ButtonLink href={path} variant="subtle">
                  {t('cancel')}
                </ButtonLink>
              </ButtonRow>
            </div>
          </Form>
        )}
      </Card>
    </>
  )
}
