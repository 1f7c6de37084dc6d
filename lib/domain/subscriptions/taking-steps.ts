import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { visibleSubscriptions } from '../orders/scopes'
import type { Work } from '../orders/steps'
import { advanceTree, isDue } from './advance-steps'
import { type Act, type Standing, stateRefusal, whoRefusal } from './rules'
import type { Family } from './schema'
import { type Held, lockTree, type Tree } from './tree-steps'

/** What every change begins with: finding the subscription, asking who and in what state, locking it. */

export interface Subject {
  subscriptionId: string
  /** Of the form that was filled in. */
  version?: number | undefined
}

export interface Taken {
  subscription: Held
  /** The base it belongs to, or itself; with the add-ons. */
  tree: Tree
  now: Date
}

type Context = Pick<CommandContext<'order.create', unknown>, 'db' | 'audit' | 'actor'>

/** The part of a command that the steps work with, for a subscription the actor's organization sells or administers. */
export function workOf({ db, audit, actor }: Context): Work {
  const { organizationId: providerId, fullName: name, organizationName } = actor
  return { db, audit, providerId, by: { name, organizationName } }
}

/**
 * Takes a subscription in hand for one act. It is locked with its base and add-ons, and what had fallen due has been done.
 * @throws DomainError `not_found`, `role_missing`, `delegation_missing`, `relationship_missing`, `stale`, `busy` and what
 * the state of the subscription stands against
 */
export async function takeInHand(work: Work, actor: Actor, act: Act, subject: Subject): Promise<Taken> {
  const { db } = work
  const seen = await findVisible(db, actor, subject.subscriptionId)
  const refused = whoRefusal(
    act,
    seen,
    actor,
    await standingTowards(db, actor, { ...seen, parentFamily: seen.parent?.family ?? null }),
  )
  if (refused) throw refused
  const taken = await lock(db, seen)
  const { subscription, tree, now } = taken
  if (subject.version !== undefined && subject.version !== subscription.version) throw new DomainError('stale')
  await catchUp(work, tree, now)
  const parentStatus = subscription.parentId ? tree.base.status : null
  const against = stateRefusal(act, subscription, { parentStatus, now })
  if (against) throw against
  return taken
}

async function findVisible(db: Database, actor: Actor, id: string) {
  const seen = await db.subscription.findFirst({
    where: { AND: [visibleSubscriptions(actor), { id }] },
    select: {
      id: true,
      parentId: true,
      parent: { select: { family: true } },
      providerId: true,
      customerId: true,
      family: true,
    },
  })
  if (!seen) throw new DomainError('not_found')
  return seen
}

interface Administered {
  customerId: string
  parentId: string | null
  family: Family
  /** Of the subscription it was added to, if that is seen. */
  parentFamily: Family | null
}

/** What there is between the actor's organization and the customer of a subscription. */
export async function standingTowards(
  db: Database,
  { organizationId }: Actor,
  { customerId, parentId, family, parentFamily }: Administered,
): Promise<Standing> {
  const relationship = await db.customerRelationship.findFirst({
    where: { partnerId: organizationId, customerId, endedAt: null },
    select: {
      delegatedAdministrations: { where: { revokedAt: null }, select: { id: true }, take: 1 },
      customer: {
        select: {
          tenantOwners: { where: { partnerId: organizationId, revokedAt: null }, select: { id: true }, take: 1 },
        },
      },
    },
  })
  if (!relationship) return { serves: false, delegated: false, administers: false }
  const { delegatedAdministrations, customer } = relationship
  // S1: a tenant owner manages the Azure family, and nothing else.
  const owns = (parentId ? parentFamily : family) === 'azure' && customer.tenantOwners.length > 0
  const delegated = delegatedAdministrations.length > 0
  return { serves: true, delegated, administers: owns || delegated }
}

async function lock(db: Database, { id, parentId }: { id: string; parentId: string | null }): Promise<Taken> {
  const tree = await lockTree(db, parentId ?? id)
  const subscription = tree && [tree.base, ...tree.addOns].find((held) => held.id === id)
  if (!tree || !subscription) throw new DomainError('not_found')
  return { tree, subscription, now: clock.now() }
}

/** What fell due before the worker came to it is done first. Only its provider can: others are asked to wait. */
async function catchUp(work: Work, tree: Tree, now: Date): Promise<void> {
  if (!isDue(tree, now)) return
  if (tree.base.providerId !== work.providerId) throw new DomainError('busy')
  const byPortal = { ...work, by: { ...work.by, name: null } }
  while (!(await advanceTree(byPortal, tree, now)));
}
