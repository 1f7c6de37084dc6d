import type { ReactNode } from 'react'
import { CustomerRecord } from '@/components/customer-record'
import { getCustomer } from '@/lib/domain/customers/queries'
import { read } from '@/lib/web/page'

type RecordLayoutProps = { params: Promise<{ customerId: string }>; children: ReactNode }

/** The frame of one customer's pages. What each of them shows is decided by its own reads. */
export default async function CustomerRecordLayout({ params, children }: RecordLayoutProps) {
  const customer = await read(getCustomer, { customerId: (await params).customerId })
  const { relationship } = customer
  const standing = !relationship ? 'own' : relationship.delegatedSince ? 'delegated' : 'plain'
  return (
    <CustomerRecord customer={customer} standing={standing}>
      {children}
    </CustomerRecord>
  )
}
