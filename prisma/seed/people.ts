import { randomUUID } from 'node:crypto'
import { type Access, type Actor, owingNothing, type Role } from '@/lib/access/permissions'
import { callFunction, Prisma } from '@/lib/core/db'
import type { Operation } from '@/lib/core/operation'
import { regionOf } from '@/lib/domain/organizations/countries'
import { changePassword, updatePreferences } from '@/lib/domain/users/commands'
import { demoPassword } from './cast'
import type { CastOrganization, CastPerson } from './casting'

/** Everybody who has entered the portal so far, by e-mail. */
const actors = new Map<string, Actor>()

/** The person of an organization who is known for a role. */
export function the(organization: CastOrganization, role: Role): Actor {
  const person = organization.people.find(({ roles }) => roles[0] === role)
  const actor = person && actors.get(person.email)
  if (!actor) throw new Error(`Nobody of ${organization.name} who is ${role} has entered the portal yet.`)
  return actor
}

export function globalAdmin(organization: CastOrganization): Actor {
  return the(organization, 'globalAdmin')
}

/** Somebody does something, as if by a request of their own. */
export function act<Input, Output>(
  operation: Operation<Access, Input, Output>,
  actor: Actor | null,
  input: Input,
): Promise<Output> {
  return operation(actor, input, { requestId: randomUUID(), ipAddress: '203.0.113.7', userAgent: null })
}

interface Ids {
  organizationId: string
  userId: string
}

/** Lets a person with a temporary password in. From here on `the` knows them. */
export function enter(organization: CastOrganization, person: CastPerson, ids: Ids, mustChangePassword = true): Actor {
  const actor: Actor = {
    ...ids,
    sessionId: randomUUID(),
    email: person.email,
    fullName: person.name,
    roles: person.roles,
    organizationKind: organization.kind,
    organizationName: organization.name,
    organizationDomain: organization.domain,
    region: regionOf(organization.country),
    locale: organization.locale,
    theme: 'system',
    timeZone: 'UTC',
    ...owingNothing(),
    mustChangePassword,
  }
  actors.set(actor.email, actor)
  return actor
}

/** Somebody who has set up an account without the seed being told its ids. */
export async function enterByEmail(organization: CastOrganization, person: CastPerson): Promise<Actor> {
  const ids = await findByEmail(person.email)
  if (!ids) throw new Error(`${person.email} has no account.`)
  const { organizationId, userId } = ids
  return enter(organization, person, { organizationId, userId }, false)
}

/** What sign-in knows of an e-mail address. */
export async function findByEmail(email: string) {
  const [row] = await callFunction<Ids & { passwordHash: string; mustChangePassword: boolean }>(
    Prisma.sql`select "userId", "organizationId", "passwordHash", "mustChangePassword" from sign_in_candidate(${email})`,
  )
  return row ?? null
}

/** The first sign-in: a password of one's own and, where it is not English, the language. */
export async function settleIn(actor: Actor, temporaryPassword: string, newPassword = demoPassword): Promise<void> {
  await replacePassword(actor, temporaryPassword, newPassword)
  const settled = { ...actor, mustChangePassword: false }
  if (actor.locale !== 'en') await act(updatePreferences, settled, { locale: actor.locale })
  actors.set(actor.email, settled)
}

export async function replacePassword(actor: Actor, currentPassword: string, newPassword: string): Promise<void> {
  await act(changePassword, actor, { currentPassword, newPassword, repeatedPassword: newPassword })
}
