import { describe, expect, inject, test } from 'vitest'
import type { Actor, Role } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { endRelationship } from '@/lib/domain/customers/commands'
import { listCustomers } from '@/lib/domain/customers/queries'
import { requestPartnership, revokeInvitation } from '@/lib/domain/invitations/commands'
import { acceptPartnership, removePartnership, revokeAdminAccess } from '@/lib/domain/partnerships/commands'
import { getResellerAccount, listResellers } from '@/lib/domain/partnerships/queries'
import { changePassword, signOut } from '@/lib/domain/users/commands'
import { invitationFrom } from '../support/invitations'
import {
  actorOf,
  founded,
  type Organization,
  organization,
  type Person,
  person,
  signedIn,
} from '../support/organizations'
import { rows } from '../support/owner'
import { times } from '../support/property'
import { answerOf } from '../support/refusal'
import { partnership, relationship } from '../support/relations'

// What was taken away is gone at the next request: each try looks the session up afresh, as a request does.

const tries = times(20, 100)
const draft = { locale: 'en', message: '{link}', validDays: 30, delivery: 'self' } as const

interface Scene {
  provider: Organization
  reseller: Organization
  customer: Organization
  partnershipId: string
  relationshipId: string
}

async function scene(): Promise<Scene> {
  const [provider, reseller, customer] = [
    await organization('provider'),
    await organization('reseller'),
    await organization('customer'),
  ]
  return {
    provider,
    reseller,
    customer,
    partnershipId: await partnership(provider, reseller),
    relationshipId: await relationship(provider, customer),
  }
}

const roles = (who: Person, ...given: Role[]) =>
  rows('update "User" set roles = $1 where id = $2', [`{${given.join(',')}}`, who.id])
const adminOf = async (of: Organization) => actorOf(await person(of, ['globalAdmin']))

interface Case {
  title: string
  take(who: Person, actor: Actor | null, made: Scene): Promise<unknown>
  /** What worked before. */
  act(actor: Actor | null, made: Scene): Promise<unknown>
  refused: string
}

const invite = (actor: Actor | null) => requestPartnership(actor, draft)

const cases: Case[] = [
  { title: 'a role that was removed', take: (who) => roles(who, 'billingAdmin'), act: invite, refused: 'role_missing' },
  {
    title: 'all roles that were removed',
    take: (who) => roles(who),
    act: (actor) => listCustomers(actor, {}),
    refused: 'role_missing',
  },
  {
    title: 'an account that was disabled',
    take: (who) => rows('update "User" set "disabledAt" = now() where id = $1', [who.id]),
    act: invite,
    refused: 'not_signed_in',
  },
  {
    title: 'a session that was signed out',
    take: (_who, actor) => signOut(actor, {}),
    act: invite,
    refused: 'not_signed_in',
  },
  {
    title: 'a session that a change of the password elsewhere ended',
    take: (who) =>
      changePassword(actorOf(who), {
        currentPassword: inject('run').password,
        newPassword: 'a bicycle made of glass',
        repeatedPassword: 'a bicycle made of glass',
      }),
    act: invite,
    refused: 'not_signed_in',
  },
  {
    title: 'a password that must be changed now',
    take: (who) => rows('update "User" set "mustChangePassword" = true where id = $1', [who.id]),
    act: (actor) => listResellers(actor, {}),
    refused: 'password_change_required',
  },
  {
    title: 'an admin access that the reseller revoked',
    take: async (_who, _actor, { reseller, partnershipId }) =>
      revokeAdminAccess(await adminOf(reseller), { partnershipId }),
    act: (actor, { reseller }) => getResellerAccount(actor, { resellerId: reseller.id }),
    refused: 'admin_access_revoked',
  },
  {
    title: 'a partnership that has ended',
    take: async (_who, _actor, { provider, partnershipId }) =>
      removePartnership(await adminOf(provider), { partnershipId }),
    act: (actor, { reseller }) => getResellerAccount(actor, { resellerId: reseller.id }),
    refused: 'not_found',
  },
  {
    title: 'a relationship that the customer ended',
    take: async (_who, _actor, { customer, relationshipId }) =>
      endRelationship(await adminOf(customer), { relationshipId }),
    act: async (actor, { customer }) => {
      const { rows: found } = await listCustomers(actor, { search: customer.mark })
      if (found.length === 0) throw new Error('nobody there')
    },
    refused: 'nobody there',
  },
]

describe(`of ${tries} tries each, none succeeds`, () => {
  test.each(cases)('with $title', async ({ take, act, refused }) => {
    let succeeded = 0
    const given = new Set<string>()
    for (let number = 0; number < tries; number += 1) {
      const made = await scene()
      const who = await person(made.provider, ['globalAdmin'])
      const token = await signedIn(who)
      await act(await findActor(token), made)
      await take(who, await findActor(token), made)
      const answer = await answerOf(findActor(token).then((actor) => act(actor, made))).catch(
        (error: Error) => error.message,
      )
      if (answer === 'ok') succeeded += 1
      given.add(answer)
    }
    expect(succeeded).toBe(0)
    expect([...given]).toEqual([refused])
  })

  test('with an invitation that was revoked', async () => {
    const { admin } = await founded('provider')
    const given = new Set<string>()
    for (let number = 0; number < tries; number += 1) {
      const reseller = await person(await organization('reseller'), ['globalAdmin'])
      const token = await signedIn(reseller)
      const issued = await invitationFrom(admin, 'partnership')
      await revokeInvitation(admin, { invitationId: issued.invitationId })
      given.add(await answerOf(acceptPartnership(await findActor(token), { token: issued.token, agreed: true })))
    }
    expect([...given]).toEqual(['invitation_revoked'])
  })
})

describe('what was given', () => {
  test('works at the next request, too', async () => {
    const who = await person(await organization('provider'))
    const token = await signedIn(who)
    expect(await answerOf(findActor(token).then(invite))).toBe('role_missing')
    await roles(who, 'salesAgent')
    expect(await answerOf(findActor(token).then(invite))).toBe('ok')
  })
})
