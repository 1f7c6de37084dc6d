import type { Actor, OrganizationKind, Role } from '@/lib/access/permissions'
import { founded, member, type Organization, organization } from './organizations'
import { relationship } from './relations'

/** A customer with its Global admin, and partners in each standing. */

export interface Served {
  customer: Organization
  ofCustomer: Actor
  provider: Organization
  ofProvider: Actor
}

/** A customer that gave its provider delegated administration. */
export async function served(...roles: Role[]): Promise<Served> {
  const { organization: customer, admin: ofCustomer } = await founded('customer')
  const provider = await organization('provider')
  await relationship(provider, customer, { delegated: true })
  return {
    customer,
    ofCustomer,
    provider,
    ofProvider: await member(provider, ...(roles.length ? roles : (['adminAgent'] as const))),
  }
}

/** Partners that may not act inside of the customer's account, with what they are answered. */
export async function outsiders(customer: Organization): Promise<[what: string, actor: Actor, code: string][]> {
  const partner = async (kind: OrganizationKind, how?: { ended?: boolean; delegated?: boolean }) => {
    const made = await founded(kind)
    if (how) await relationship(made.organization, customer, how)
    return made.admin
  }
  return [
    ['a provider without delegated administration', await partner('provider', {}), 'delegation_missing'],
    ['a reseller without delegated administration', await partner('reseller', {}), 'delegation_missing'],
    [
      'a partner whose relationship has ended',
      await partner('reseller', { ended: true, delegated: true }),
      'not_found',
    ],
    ['a strange provider', await partner('provider'), 'not_found'],
    ['another customer', await partner('customer'), 'not_found'],
  ]
}
