import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CustomerRecord } from '@/components/customer-record'
import { findCustomerRecord } from '@/lib/web/customer-record'

type RecordLayoutProps = { params: Promise<{ customerId: string }>; children: ReactNode }

/** Whose record it is: of several open ones each has another name. */
export async function generateMetadata({ params }: Pick<RecordLayoutProps, 'params'>): Promise<Metadata> {
  const customer = await findCustomerRecord((await params).customerId)
  return customer ? { title: { template: `%s · ${customer.name} · Tandem`, default: customer.name } } : {}
}

/**
 * The frame of one customer's pages. What each of them shows is decided by its own reads: without a relationship a
 * subscription or an order opens alone.
 */
export default async function CustomerRecordLayout({ params, children }: RecordLayoutProps) {
  const customer = await findCustomerRecord((await params).customerId)
  if (!customer) return children
  const { relationship } = customer
  const standing = !relationship ? 'own' : relationship.delegatedSince ? 'delegated' : 'plain'
  return (
    <CustomerRecord customer={customer} standing={standing}>
      {children}
    </CustomerRecord>
  )
}
