import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCustomerWizard } from '@/components/new-customer/new-customer-wizard'
import { readNewCustomerForm } from '@/lib/web/new-customer'
import { pickParameters, type SearchParams } from '@/lib/web/page'
import { issueHandoverAction } from '../[customerId]/account/actions'
import { checkNewCustomerAction, submitNewCustomerAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('onboarding'))('title') }
}

/** P4: a customer of one's own, or for the reseller whose row one came from. */
export default async function NewCustomerPage({ searchParams }: { searchParams: SearchParams }) {
  const { reseller } = await pickParameters(searchParams, ['reseller'])
  const [form, t, customers, partnerships] = await Promise.all([
    readNewCustomerForm(reseller),
    getTranslations('onboarding'),
    getTranslations('customers'),
    getTranslations('partnerships'),
  ])
  const from = form.reseller
    ? { href: '/indirect-resellers', label: partnerships('resellersTitle') }
    : { href: '/customers', label: customers('title') }
  return (
    <NewCustomerWizard
      form={form}
      title={t('title')}
      hint={t('hint')}
      from={from}
      checkAction={checkNewCustomerAction}
      submitAction={submitNewCustomerAction}
      handoverAction={issueHandoverAction}
    />
  )
}
