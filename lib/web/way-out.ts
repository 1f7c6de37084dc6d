import { getTranslations } from 'next-intl/server'
import { type Actor, can, type Permission } from '@/lib/access/permissions'
import type { DomainError, ErrorCode, ErrorParameters } from '@/lib/core/errors'
import type { Messages } from '@/lib/i18n/messages'
import { owedPath } from './page'

export interface WayOut {
  href: string
  label: string
}

interface Way {
  label: keyof Messages['errors']['wayOut']
  /** Null where the refusal does not say about whom it is. */
  href: (parameters: ErrorParameters) => string | null
  /** Whoever may not go there is only told. */
  permission?: Permission
}

const about = (name: string, path: (id: string) => string) => (parameters: ErrorParameters) =>
  parameters[name] ? path(String(parameters[name])) : null

const requestRelationship: Way = {
  label: 'requestRelationship',
  href: () => '/customers/request-relationship',
  permission: 'customer.invite',
}

const ofReseller: Way = {
  label: 'reseller',
  href: about('resellerId', (id) => `/indirect-resellers/${id}`),
  permission: 'partnership.list',
}

/** Where the reason of a refusal can be removed (spec 0.7: a guard names what is missing and offers the fix). */
const ways: Partial<Record<ErrorCode, Way>> = {
  // What was typed stays: the proof is given in another tab.
  confirmation_required: { label: 'confirmIdentity', href: () => `${owedPath.confirmation_required}?tab=yes` },
  relationship_missing: requestRelationship,
  delegation_missing: requestRelationship,
  customer_agreement_missing: {
    label: 'customerAccount',
    href: about('customerId', (id) => `/customers/${id}/account`),
    permission: 'customer.view',
  },
  reseller_not_eligible: {
    label: 'indirectResellers',
    href: () => '/indirect-resellers',
    permission: 'partnership.list',
  },
  request_pending: { label: 'ownRequests', href: () => '/requests?box=sent', permission: 'purchaseRequest.list' },
  reseller_not_serving: ofReseller,
  reseller_agreement_missing: ofReseller,
}

/** A page that opens beside the form and removes the reason of the refusal, so that the same can be sent again. */
export async function wayOutOf(error: DomainError, actor: Actor | null): Promise<WayOut | undefined> {
  const way = ways[error.code]
  if (!way || !actor || (way.permission && !can(actor, way.permission))) return undefined
  const href = way.href(error.parameters)
  if (!href) return undefined
  const t = await getTranslations('errors.wayOut')
  return { href, label: t(way.label) }
}
