import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { hashToken, linkToken, newLinkSecret } from '@/lib/core/token'
import { inviteCustomer, inviteCustomerWithProvider, requestPartnership } from '@/lib/domain/invitations/commands'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import type { Organization } from './organizations'
import { insert, row } from './owner'

export interface Choices {
  to?: string
  delivery?: 'self' | 'portal'
  /** Beside the issuing reseller, for two parties. */
  provider?: Organization
  delegated?: boolean
  validDays?: number
  maxUses?: number
  message?: string
}

export interface Issued {
  invitationId: string
  token: string
}

/** Issues an invitation through the command. By default an open link that the issuer carries. */
export async function invitationFrom(actor: Actor, kind: InvitationKind, choices: Choices = {}): Promise<Issued> {
  const { to, delivery = 'self', validDays = 30, maxUses, message = 'Good day!\n\n{link}\n\nRegards' } = choices
  const draft = {
    locale: 'en' as const,
    message,
    validDays,
    delivery,
    ...(to ? { to } : {}),
    ...(maxUses ? { maxUses } : {}),
  }
  const { invitationId, link } = await issue(actor, kind, draft, choices)
  return { invitationId, token: link ? tokenIn(link) : await currentToken(invitationId) }
}

type Draft = Parameters<typeof requestPartnership>[1]

function issue(actor: Actor, kind: InvitationKind, draft: Draft, { provider, delegated = false }: Choices) {
  if (kind === 'partnership') return requestPartnership(actor, draft)
  const withRights = { ...draft, includeDelegatedAdministration: delegated }
  if (kind === 'customer') return inviteCustomer(actor, withRights)
  return inviteCustomerWithProvider(actor, { ...withRights, providerId: provider?.id ?? '' })
}

export function tokenIn(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}

/** The token of the link that is mailed, which the issuer never sees. */
export async function currentToken(invitationId: string): Promise<string> {
  const statement = `select i.kind, l.salt from "Invitation" i join "InvitationLink" l on l."invitationId" = i.id
    where i.id = $1 and l."replacedAt" is null`
  const { kind, salt } = await row<{ kind: InvitationKind; salt: string }>(statement, [invitationId])
  return linkToken(kind === 'partnership' ? 'partnership' : 'customer', salt)
}

/** Writes an invitation as it stands, where thousands are needed or the command would refuse. */
export async function writtenInvitation(
  actor: Actor,
  kind: InvitationKind,
  columns: Record<string, unknown> & { second?: Organization } = {},
): Promise<Issued> {
  const invitationId = uuidv7()
  const { second, ...others } = columns
  await insert('Invitation', {
    id: invitationId,
    kind,
    issuerOrganizationId: actor.organizationId,
    issuerUserId: actor.userId,
    issuerUserName: actor.fullName,
    secondOrganizationId: second?.id ?? null,
    locale: 'en',
    message: '{link}',
    maxUses: columns.addressee ? 1 : 25,
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
    ...others,
  })
  const { salt, token } = newLinkSecret(kind === 'partnership' ? 'partnership' : 'customer')
  const link = {
    id: uuidv7(),
    invitationId,
    issuerOrganizationId: actor.organizationId,
    salt,
    tokenHash: hashToken(token),
  }
  await insert('InvitationLink', link)
  return { invitationId, token }
}

/** Accepting what `invitationFrom` has issued. */
export function agreedTo(token: string) {
  return { token, agreed: true, agreement: true }
}
