import { relations } from '../neighbourhood'
import type { Row } from './row'
import { always, beyond, draft, empty, foundOnly, invitationId, kinds, mayIssue, partner, self, token } from './targets'

const managing: Row[] = ['disclose', 'remind', 'resend', 'revoke'].flatMap((verb) => [
  ...kinds.map(
    (kind): Row => ({
      operation: `invitations.${verb}Invitation`,
      of: kind,
      access: 'invitation.manage',
      relations: self,
      input: (cell) => invitationId(cell, kind),
      answers: ({ caller }) => (mayIssue(caller, kind) ? 'ok' : 'role_missing'),
    }),
  ),
  {
    operation: `invitations.${verb}Invitation`,
    of: 'others',
    access: 'invitation.manage',
    relations: beyond,
    input: (cell) => invitationId(cell, 'customer'),
    answers: always('not_found'),
  },
])

export const invitationRows: Row[] = [
  { operation: 'invitations.requestPartnership', access: 'partnership.invite', relations: self, input: draft },
  { operation: 'invitations.inviteCustomer', access: 'customer.invite', relations: self, input: draft },
  {
    operation: 'invitations.inviteCustomerWithProvider',
    access: 'customer.inviteWithProvider',
    relations,
    input: (cell) => ({ ...draft(), providerId: partner(cell) }),
    answers: ({ relation }) => (relation === 'active' ? 'ok' : 'partnership_missing'),
  },
  ...managing,
  { operation: 'invitations.listInvitations', access: 'invitation.list', relations, input: empty },
  ...kinds.map(
    (kind): Row => ({
      operation: 'invitations.getInvitation',
      of: kind,
      access: 'invitation.list',
      relations: self,
      input: (cell) => invitationId(cell, kind),
      answers: ({ caller }) => (mayIssue(caller, kind) ? 'ok' : 'not_found'),
    }),
  ),
  {
    operation: 'invitations.getInvitation',
    of: 'others',
    access: 'invitation.list',
    relations: beyond,
    input: (cell) => invitationId(cell, 'customer'),
    answers: always('not_found'),
  },
  ...(['partnership', 'customer'] as const).map(
    (kind): Row => ({
      operation: 'invitations.draftInvitation',
      of: kind,
      access: 'invitation.manage',
      relations: self,
      input: () => ({ kind }),
      answers: ({ caller }) => (mayIssue(caller, kind) ? 'ok' : 'role_missing'),
    }),
  ),
  {
    operation: 'invitations.draftInvitation',
    of: 'customerTwoParty',
    access: 'invitation.manage',
    relations,
    input: (cell) => ({ kind: 'customerTwoParty', providerId: partner(cell) }),
    answers: (cell) => (mayIssue(cell.caller, 'customerTwoParty') ? foundOnly('active')(cell) : 'role_missing'),
  },
  {
    operation: 'invitations.viewInvitation',
    access: 'public',
    relations: ['own', 'active', 'pending', 'ended'],
    input: async (cell) => ({ token: await token(cell, 'customer') }),
    shows: ({ neighbour, world }) => [neighbour?.partner.mark ?? world.me.mark],
  },
  {
    operation: 'invitations.recordOpening',
    access: 'public',
    relations,
    input: async (cell) => ({ token: await token(cell, 'customer'), evidence: 'fetch' }),
  },
]
