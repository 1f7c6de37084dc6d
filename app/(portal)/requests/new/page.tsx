import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/page-header'
import { RequestFields } from '@/components/request-fields'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Note } from '@/components/ui/note'
import { TextLink } from '@/components/ui/text-link'
import { can } from '@/lib/access/permissions'
import { draftPurchaseRequest } from '@/lib/domain/purchase-requests/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { createPurchaseRequestAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('askTitleAny') }
}

/** Asks a partner: about one subscription, about one offer, or about any. */
export default async function NewRequestPage({ searchParams }: { searchParams: SearchParams }) {
  const {
    customer = '',
    subscription,
    offer,
  } = await pickParameters(searchParams, ['customer', 'subscription', 'offer'])
  const actor = await requireActor()
  const [draft, t, ui, locale] = await Promise.all([
    read(draftPurchaseRequest, { customerId: customer, subscriptionId: subscription, offerId: offer }),
    getTranslations('requests'),
    getTranslations('ui'),
    getLocale(),
  ])
  const record = `/customers/${draft.customer.id}`
  const back = subscription ? `${record}/subscriptions/${subscription}` : record
  const [only, ...others] = draft.recipients
  const obstacle = !only ? 'nobodyToAsk' : !draft.subscription && draft.offers.length === 0 ? 'noOffers' : null
  return (
    <div className="max-w-160">
      <PageHeader
        title={only && others.length === 0 ? t('askTitle', { recipient: only.name }) : t('askTitleAny')}
        breadcrumbs={[{ href: record, label: draft.customer.name }]}
        description={t('askHint')}
      />
      <Card>
        {obstacle ? (
          <Note
            tone="info"
            action={
              obstacle === 'nobodyToAsk' && can(actor, 'customer.inviteWithProvider') ? (
                <TextLink href="/customers/request-relationship">{t('inviteWithProvider')}</TextLink>
              ) : undefined
            }
          >
            {t(obstacle)}
          </Note>
        ) : (
          <Form
            action={createPurchaseRequestAction}
            hidden={{ customerId: draft.customer.id }}
            referenceLabel={ui('errorReference')}
          >
            <RequestFields draft={draft} locale={locale} />
            <ButtonRow>
              <SubmitButton variant="primary">{t('send')}</SubmitButton>
              <ButtonLink href={back} variant="subtle">
                {t('back')}
              </ButtonLink>
            </ButtonRow>
          </Form>
        )}
      </Card>
    </div>
  )
}
