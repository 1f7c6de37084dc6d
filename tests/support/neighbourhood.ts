import { uuidv7 } from 'uuidv7'
import type { Actor, OrganizationKind } from '@/lib/access/permissions'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import { type Issued, writtenInvitation } from './invitations'
import { actorOf, founded, newMark, type Organization, organization, person } from './organizations'
import { insert } from './owner'
import { partnership, relationship } from './relations'
import { allRoles } from './role-matrix'

/** How the organization of a caller stands to the one whose rows it reaches for. */
export const relations = ['own', 'active', 'pending', 'ended', 'sibling', 'stranger'] as const
export type Relation = (typeof relations)[number]

export interface Neighbour {
  /** The organization on the other side: a reseller for a provider, a provider for a reseller, a reseller for a customer. */
  partner: Organization
  partnerAdmin: Actor
  customer: Organization
  /** Somebody of an organization in that relation, who issues invitations of its own. */
  issuer: Actor
  /** Ids of rows that belong to the relation; of nothing where it has no such row. */
  partnershipId: string
  relationshipId: string
  /** All organizations that a caller in this relation is not meant to see, but for `own` and `active`. */
  hidden: Organization[]
}

export interface World {
  me: Organization
  principals: { name: string; actor: Actor | null }[]
  neighbours: Record<Exclude<Relation, 'own'>, Neighbour>
}

type PartnerKind = 'provider' | 'reseller'

const across: Record<PartnerKind, PartnerKind> = { provider: 'reseller', reseller: 'provider' }

function join(one: Organization, other: Organization, ended = false): Promise<string> {
  return one.kind === 'provider' ? partnership(one, other, { ended }) : partnership(other, one, { ended })
}

/** A caller's organization with everybody in it and one neighbour in each relation. */
export async function world(kind: OrganizationKind): Promise<World> {
  const me = await organization(kind)
  const neighbours = {} as World['neighbours']
  for (const relation of ['active', 'pending', 'ended', 'sibling', 'stranger'] as const)
    neighbours[relation] = await neighbour(me, relation)
  if (kind === 'provider' || kind === 'reseller') await shareCustomer(me, neighbours)
  const people = await principals(me)
  for (const each of Object.values(neighbours)) await leaveTraces(each)
  return { me, principals: people, neighbours }
}

/** Something in every list of the neighbours, later than anything else there is. */
async function leaveTraces({ issuer, customer }: Neighbour): Promise<void> {
  await writtenInvitation(issuer, 'customer', addressedTo(customer))
  const event = { id: uuidv7(), type: 'user.created' }
  const { organizationId, organizationName: name, fullName } = issuer
  await insert('AuditEvent', {
    ...event,
    details: {},
    actorName: fullName,
    actorOrganizationId: organizationId,
    actorOrganizationName: name,
  })
  await insert('ActivityEntry', { eventId: event.id, organizationId, type: event.type })
}

/** One customer of ours is served by everybody: only those in an active partnership with us may ever be named. */
async function shareCustomer(me: Organization, neighbours: World['neighbours']): Promise<void> {
  for (const { partner } of Object.values(neighbours))
    if (partner.kind !== me.kind) await relationship(partner, neighbours.active.customer)
}

async function principals(me: Organization): Promise<World['principals']> {
  const made: World['principals'] = [{ name: 'a visitor', actor: null }]
  for (const role of [null, ...allRoles]) {
    const somebody = await person(me, role ? [role] : [])
    made.push({ name: role ?? 'somebody without a role', actor: actorOf(somebody) })
  }
  const fresh = await person(me, allRoles, { mustChangePassword: true })
  made.push({ name: 'somebody with a temporary password', actor: actorOf(fresh, { mustChangePassword: true }) })
  made.push({
    name: 'somebody without the second factor they owe',
    actor: actorOf(fresh, { mustAddSecondFactor: true }),
  })
  made.push({ name: 'somebody of an unverified organization', actor: actorOf(fresh, { vettingStatus: 'Pending' }) })
  return made
}

/** A new neighbour in a relation, with rows nobody has touched. */
export function neighbour(me: Organization, relation: Exclude<Relation, 'own'>): Promise<Neighbour> {
  if (me.kind === 'customer') return ofCustomer(me, relation)
  return ofPartner(me, me.kind === 'operator' ? 'provider' : me.kind, me.kind === 'operator' ? 'stranger' : relation)
}

async function ofPartner(me: Organization, kind: PartnerKind, relation: Exclude<Relation, 'own'>): Promise<Neighbour> {
  const { organization: partner, admin: ofPartnerAdmin } = await founded(across[kind])
  const customer = await organization('customer')
  const made = {
    partner,
    partnerAdmin: ofPartnerAdmin,
    customer,
    issuer: ofPartnerAdmin,
    partnershipId: uuidv7(),
    relationshipId: uuidv7(),
    hidden: [partner, customer],
  }
  if (relation === 'pending') return made
  if (relation === 'active' || relation === 'ended') {
    const ended = relation === 'ended'
    return {
      ...made,
      partnershipId: await join(me, partner, ended),
      relationshipId: await relationship(me, customer, { ended, delegated: true }),
    }
  }
  const { organization: cousin, admin: issuer } = await founded(kind)
  const relative = { ...made, issuer, hidden: [partner, customer, cousin], partnershipId: await join(cousin, partner) }
  if (relation === 'stranger')
    return { ...relative, relationshipId: await relationship(cousin, customer, { delegated: true }) }
  // A cousin shares a partner with us, and the partner has a customer we do not serve.
  const shared = await organization(across[kind])
  await join(me, shared)
  return {
    ...relative,
    partnershipId: await join(cousin, shared),
    relationshipId: await relationship(shared, customer, { delegated: true }),
  }
}

async function ofCustomer(me: Organization, relation: Exclude<Relation, 'own'>): Promise<Neighbour> {
  const { organization: partner, admin: issuer } = await founded('reseller')
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const customer = await organization('customer')
  const made = {
    partner,
    partnerAdmin: issuer,
    customer,
    issuer,
    partnershipId: await partnership(provider, partner),
    hidden: [partner, provider, customer],
  }
  if (relation === 'pending') return { ...made, relationshipId: uuidv7() }
  if (relation === 'stranger')
    return { ...made, relationshipId: await relationship(partner, customer, { delegated: true }) }
  if (relation !== 'sibling')
    return {
      ...made,
      relationshipId: await relationship(partner, me, { ended: relation === 'ended', delegated: true }),
    }
  // Another customer of a partner of ours.
  await relationship(partner, me)
  return {
    ...made,
    issuer: ofProvider,
    hidden: [provider, customer],
    relationshipId: await relationship(partner, customer, { delegated: true }),
  }
}

/** Any colleague will do as the one who issued something. */
export function colleague({ principals: [, ...people] }: World): Actor {
  const actor = people[1]?.actor
  if (!actor) throw new Error('A world has people.')
  return actor
}

export function ownInvitation(of: World, kind: InvitationKind): Promise<Issued> {
  const second = kind === 'customerTwoParty' ? { second: of.neighbours.active.partner } : {}
  return writtenInvitation(colleague(of), kind, { addressee: `${newMark()}@birch.example`, ...second })
}

/** An address of that organization that nobody has been invited at before. */
export function addressedTo(to: Organization) {
  return { addressee: `${newMark()}@${to.domain}` }
}
