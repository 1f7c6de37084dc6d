import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/access/permissions'
import { authorizeRelationships } from '@/lib/domain/customers/commands'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { agreedTo, type Choices, type Issued, invitationFrom } from './invitations'
import { founded, type Organization } from './organizations'
import { count, row } from './owner'
import { answerOf } from './refusal'
import { partnership } from './relations'

export const invitationKinds: InvitationKind[] = ['partnership', 'customer', 'customerTwoParty']

export interface Issuer {
  admin: Actor
  organization: Organization
  /** For two parties: the provider beside the reseller, and its partnership. */
  provider: Organization
  ofProvider: Actor
  partnershipId: string
}

/** Somebody who may issue invitations of a kind. */
export async function issuerOf(kind: InvitationKind): Promise<Issuer> {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  if (kind !== 'customerTwoParty')
    return { admin: ofProvider, organization: provider, provider, ofProvider, partnershipId: '' }
  const { organization: reseller, admin } = await founded('reseller')
  return { admin, organization: reseller, provider, ofProvider, partnershipId: await partnership(provider, reseller) }
}

export function issue(kind: InvitationKind, { admin, provider }: Issuer, choices: Choices = {}): Promise<Issued> {
  return invitationFrom(admin, kind, { provider, ...choices })
}

/** Whom an invitation of a kind is for. */
export function invitee(kind: InvitationKind) {
  return founded(kind === 'partnership' ? 'reseller' : 'customer')
}

export function accept(kind: InvitationKind, actor: Actor, token: string): Promise<unknown> {
  return kind === 'partnership'
    ? acceptPartnership(actor, { token, agreed: true })
    : authorizeRelationships(actor, agreedTo(token))
}

/** How many relationships an invitation has made, per partner it names. */
export async function relationshipsMadeBy(invitationId: string, kind: InvitationKind): Promise<number> {
  if (kind === 'partnership') return count('Partnership', '"invitationId" = $1', [invitationId])
  const made = await count('CustomerRelationship', '"invitationId" = $1', [invitationId])
  return kind === 'customer' ? made : made / 2
}

/** Lets two things happen at once, neither of them always first. */
export async function atOnce(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[string, string]> {
  const headStart = Math.random() * 12 - 6
  const late = (wait: number, work: () => Promise<unknown>) =>
    answerOf((wait > 0 ? sleep(wait) : Promise.resolve()).then(work))
  return Promise.all([late(-headStart, one), late(headStart, other)])
}

/** When the transaction that last wrote a row was committed, as text that sorts. */
export async function committed(table: string, id: string): Promise<string> {
  const found = await row<{ at: string }>(
    `select to_char(pg_xact_commit_timestamp(xmin), 'YYYYMMDDHH24MISSUS') as at from "${table}" where id = $1`,
    [id],
  )
  return found.at
}
