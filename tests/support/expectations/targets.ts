import type { Actor, Permission } from '@/lib/access/permissions'
import type { ErrorCode } from '@/lib/core/errors'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import { writtenInvitation } from '../invitations'
import { addressedTo, type Neighbour, ownInvitation, type Relation, relations } from '../neighbourhood'
import { newMark } from '../organizations'
import { matrixAllows } from '../role-matrix'
import type { Cell, Row } from './row'

export const self = ['own'] as const
export const beyond = relations.filter((relation) => relation !== 'own')
export const empty = () => ({})
export const always = (code: ErrorCode) => () => code
export const foundOnly =
  (...found: Relation[]) =>
  ({ relation }: Cell) =>
    found.includes(relation) ? ('ok' as const) : ('not_found' as const)

export const company = () => {
  const mark = newMark()
  return {
    name: `New ${mark}`,
    domain: `${mark}.example`,
    country: 'DE',
    contactName: 'C',
    contactEmail: `c@${mark}.example`,
    adminName: 'A',
    adminEmail: `a@${mark}.example`,
  }
}
export const draft = () => ({
  to: `${newMark()}@birch.example`,
  locale: 'en',
  message: '{link}',
  validDays: 30,
  delivery: 'portal',
})

export const issuing: Record<InvitationKind, Permission> = {
  partnership: 'partnership.invite',
  customer: 'customer.invite',
  customerTwoParty: 'customer.inviteWithProvider',
}

export function mayIssue(caller: Actor | null, kind: InvitationKind): boolean {
  return caller?.roles.some((role) => matrixAllows(issuing[kind], caller.organizationKind, role)) ?? false
}

/** An invitation of one's own, or of the neighbour's. */
export async function invitationId(
  { world, neighbour }: Cell,
  kind: InvitationKind,
): Promise<{ invitationId: string }> {
  const made = neighbour
    ? await writtenInvitation(neighbour.issuer, 'customer', addressedTo(neighbour.customer))
    : await ownInvitation(world, kind)
  return { invitationId: made.invitationId }
}

/** A link of one's own, of a neighbour to us, or of somebody to somebody else. */
export async function token({ world, relation, neighbour }: Cell, kind: InvitationKind): Promise<string> {
  if (!neighbour) return (await ownInvitation(world, kind)).token
  const to = relation === 'sibling' || relation === 'stranger' ? neighbour.customer : world.me
  return (await writtenInvitation(neighbour.partnerAdmin, kind, addressedTo(to))).token
}

export const partnershipId = ({ world, neighbour }: Cell) => ({
  partnershipId: neighbour?.partnershipId ?? world.me.id,
})
export const relationshipId = ({ world, neighbour }: Cell) => ({
  relationshipId: neighbour?.relationshipId ?? world.me.id,
})
export const partner = ({ world, neighbour }: Cell) => neighbour?.partner.id ?? world.me.id

/** The customer of the neighbour: ours to see only while we serve it. A customer sees itself and no other. */
export const customerId = ({ world, neighbour }: Cell) => ({ customerId: neighbour?.customer.id ?? world.me.id })
export const ofVisibleCustomer = ({ world, relation }: Cell) =>
  relation === (world.me.kind === 'customer' ? 'own' : 'active') ? ('ok' as const) : ('not_found' as const)

export const kinds = ['partnership', 'customer', 'customerTwoParty'] as const

export const accepting = (
  operation: string,
  access: Permission,
  kind: InvitationKind,
  standing: 'ok' | ErrorCode,
  agree: (token: string) => object,
): Row => ({
  operation,
  access,
  relations,
  input: async (cell) => agree(await token(cell, kind)),
  answers: ({ relation }) =>
    (
      ({
        own: 'invitation_own',
        active: standing,
        pending: 'ok',
        ended: 'ok',
        sibling: 'invitation_wrong_organization',
        stranger: 'invitation_wrong_organization',
      }) as const
    )[relation],
})

/** Whether the caller's organization is of the kind the list is for; to the other side the list is empty. */
export const whenActive =
  (kind: string, mark: (neighbour: Neighbour) => string) =>
  ({ world, relation, neighbour }: Cell) =>
    relation === 'active' && world.me.kind === kind && neighbour ? [mark(neighbour)] : []
