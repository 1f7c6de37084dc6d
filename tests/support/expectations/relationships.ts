import { agreedTo } from '../invitations'
import { relations } from '../neighbourhood'
import type { Cell, Row } from './row'
import {
  accepting,
  beyond,
  customerId,
  empty,
  foundOnly,
  ofVisibleCustomer,
  partner,
  partnershipId,
  relationshipId,
  whenActive,
} from './targets'

export const partnershipRows: Row[] = [
  accepting('partnerships.acceptPartnership', 'partnership.accept', 'partnership', 'already_partners', (link) => ({
    token: link,
    agreed: 'on',
  })),
  accepting('partnerships.declinePartnership', 'partnership.accept', 'partnership', 'ok', (link) => ({ token: link })),
  {
    operation: 'partnerships.removePartnership',
    access: 'partnership.remove',
    relations,
    input: partnershipId,
    answers: foundOnly('active'),
  },
  {
    operation: 'partnerships.revokeAdminAccess',
    access: 'adminAccess.revoke',
    relations,
    input: partnershipId,
    answers: foundOnly('active'),
  },
  {
    operation: 'partnerships.getRemovalImpact',
    access: 'partnership.remove',
    relations,
    input: partnershipId,
    answers: foundOnly('active'),
    shows: whenActive('provider', ({ partner: { mark } }) => mark),
  },
  {
    operation: 'partnerships.getResellerAccount',
    access: 'adminAccess.use',
    relations,
    input: (cell) => ({ resellerId: partner(cell) }),
    answers: foundOnly('active'),
    shows: whenActive('provider', ({ partner: { mark } }) => mark),
  },
  ...['', 'organization'].flatMap((search): Row[] => [
    {
      operation: 'partnerships.listResellers',
      of: search,
      access: 'partnership.list',
      relations,
      input: () => ({ search }),
      shows: whenActive('provider', ({ partner: { mark } }) => mark),
    },
    {
      operation: 'partnerships.listProviders',
      of: search,
      access: 'partnership.list',
      relations,
      input: () => ({ search }),
      shows: whenActive('reseller', ({ partner: { mark } }) => mark),
    },
  ]),
]

const served = ({ world, relation, neighbour }: Cell) =>
  relation === 'active' && neighbour && world.me.kind !== 'customer' ? [neighbour.customer.mark] : []
const noRows = (output: unknown) => (output as { rows: unknown[] }).rows.length === 0

export const customerRows: Row[] = [
  accepting(
    'customers.authorizeRelationships',
    'customerRelationship.authorize',
    'customer',
    'already_customer',
    agreedTo,
  ),
  accepting('customers.declineCustomerInvitation', 'customerRelationship.authorize', 'customer', 'ok', (link) => ({
    token: link,
  })),
  {
    operation: 'customers.removeDelegatedAdministration',
    access: 'delegatedAdministration.remove',
    relations,
    input: relationshipId,
    answers: foundOnly('active'),
  },
  {
    operation: 'customers.endRelationship',
    access: 'customerRelationship.end',
    relations,
    input: relationshipId,
    answers: foundOnly('active'),
  },
  ...['', 'organization'].flatMap((search): Row[] => [
    {
      operation: 'customers.listCustomers',
      of: search,
      access: 'customer.list',
      relations,
      input: () => ({ search }),
      shows: served,
    },
    {
      operation: 'customers.listCustomers',
      of: `partner ${search}`,
      access: 'customer.list',
      relations: beyond,
      input: (cell) => ({ search, partner: partner(cell) }),
      shows: served,
      isSilent: noRows,
    },
  ]),
  {
    operation: 'customers.getCustomer',
    access: 'customer.view',
    relations,
    input: customerId,
    answers: ofVisibleCustomer,
    shows: served,
  },
  {
    operation: 'customers.listPartnerRelationships',
    access: 'customerRelationship.list',
    relations,
    input: empty,
    shows: ({ relation, neighbour }) =>
      neighbour && (relation === 'active' || relation === 'ended') ? [neighbour.partner.mark] : [],
  },
]
