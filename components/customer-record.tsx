import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OrganizationMark } from './organization-mark'
import { type TabLink, TabLinks } from './tab-links'
import { Note } from './ui/note'
import { TextLink } from './ui/text-link'

type CustomerRecordProps = {
  customer: { id: string; name: string; domain: string }
  /** `own`: the customer looks at itself; `delegated`: a partner acts on its behalf; `plain`: a partner without that right. */
  standing: 'own' | 'delegated' | 'plain'
  children: ReactNode
}

/** The frame of everything about one customer: who it is, in whose name one acts, and its pages. */
export function CustomerRecord({ customer, standing, children }: CustomerRecordProps) {
  const t = useTranslations('customers.record')
  const path = `/customers/${customer.id}`
  const tabs: TabLink[] = [
    { href: path, label: t('subscriptions') },
    { href: `${path}/users`, label: t('users') },
    { href: `${path}/orders`, label: t('orders') },
    { href: `${path}/account`, label: t('account') },
    { href: `${path}/activity`, label: t('activity') },
  ]
  return (
    <>
      <div className="mb-3 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
        <OrganizationMark id={customer.id} name={customer.name} />
        <div className="min-w-0 flex-1">
          {standing !== 'own' && (
            <TextLink href="/customers" look="plain" className="text-caption text-muted">
              {t('back')}
            </TextLink>
          )}
          <p className="font-semibold [overflow-wrap:anywhere]">{customer.name}</p>
          <p className="text-caption text-muted [overflow-wrap:anywhere]">{customer.domain}</p>
        </div>
      </div>
      {standing === 'delegated' && (
        <div className="mb-3">
          <Note tone="warning">{t('onBehalf', { customer: customer.name })}</Note>
        </div>
      )}
      <TabLinks label={t('tabs', { customer: customer.name })} tabs={tabs} />
      {children}
    </>
  )
}
