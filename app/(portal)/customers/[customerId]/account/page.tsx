import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AgreementCard } from '@/components/account/agreement-card'
import { BillingCard } from '@/components/account/billing-card'
import { ContactCard } from '@/components/account/contact-card'
import { HandoverCard } from '@/components/account/handover-card'
import { TextLink } from '@/components/ui/text-link'
import { can } from '@/lib/access/permissions'
import { readAccount } from '@/lib/web/account'
import { requireActor } from '@/lib/web/page'
import { attestAgreementAction, changeBillingAction, changeContactAction, issueHandoverAction } from './actions'
import { CustomerLevers } from './customer-levers'

type AccountPageProps = { params: Promise<{ customerId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('onboarding.account'))('title') }
}

/** A customer's account: company, contact, agreement, and what is still to be handed over. */
export default async function AccountPage({ params }: AccountPageProps) {
  const { customerId } = await params
  const [actor, view, t, setup] = await Promise.all([
    requireActor(),
    readAccount(customerId),
    getTranslations('onboarding.account'),
    getTranslations('setup'),
  ])
  // A reseller keeps the contact only where the customer lets it administer its account.
  const administers = actor.organizationKind !== 'reseller' || Boolean(view.customer.relationship?.delegatedSince)
  return (
    <>
      <h1 className="mb-4">{t('title')}</h1>
      <div className="grid max-w-210 gap-4">
        <BillingCard
          view={view}
          actor={actor}
          mayEdit={can(actor, 'customer.editBilling')}
          action={changeBillingAction}
        />
        <ContactCard
          view={view}
          actor={actor}
          mayEdit={administers && can(actor, 'customer.editContact')}
          action={changeContactAction}
        />
        <AgreementCard view={view} actor={actor} action={attestAgreementAction} />
        <CustomerLevers customerId={customerId} />
        <HandoverCard view={view} actor={actor} action={issueHandoverAction} />
        {actor.organizationKind === 'customer' && can(actor, 'setupChecklist.view') ? (
          <p>
            <TextLink href="/settings/setup">{setup('title')}</TextLink>
          </p>
        ) : null}
      </div>
    </>
  )
}
