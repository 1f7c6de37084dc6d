import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { hashToken } from '@/lib/core/token'
import { authorizeRelationships } from '@/lib/domain/customers/commands'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { type Act, acts, anAdmin, insertAll, providerAdmin, type Setting } from './acts'

/** Resellers that authorize the measured provider, each for the first time. */
export async function acceptances({ database }: Setting): Promise<Act[]> {
  const invited = newcomers('reseller', acts.acceptances)
  const tokens = await invite(database, invited, 'partnership')
  return invited.map((actor, index) => () => acceptPartnership(actor, { token: tokens[index] ?? '', agreed: true }))
}

/** Customers that accept the agreement and authorize the measured provider with delegated administration. */
export async function authorizations({ database }: Setting): Promise<Act[]> {
  const invited = newcomers('customer', acts.authorizations)
  const tokens = await invite(database, invited, 'customer')
  return invited.map((actor, index) => {
    const input = { token: tokens[index] ?? '', agreed: true as const, agreement: true }
    return () => authorizeRelationships(actor, input)
  })
}

function newcomers(kind: 'reseller' | 'customer', many: number): Actor[] {
  return Array.from({ length: many }, (_, index) => {
    const name = `New ${kind} ${index} ${randomBytes(4).toString('hex')}`
    return anAdmin(kind, uuidv7(), uuidv7(), name)
  })
}

/** Writes the invited with an invitation each. Returns the tokens of the links. */
async function invite(database: Setting['database'], invited: Actor[], kind: 'partnership' | 'customer') {
  await insertAll(database, 'Organization', invited.map(asOrganization))
  await insertAll(database, 'User', invited.map(asUser))
  const issuer = { issuerOrganizationId: providerAdmin.organizationId }
  const invitations = invited.map((actor) => ({
    id: uuidv7(),
    kind,
    status: 'active',
    ...issuer,
    issuerUserId: providerAdmin.userId,
    issuerUserName: providerAdmin.fullName,
    includeDelegatedAdministration: kind === 'customer',
    addressee: actor.email,
    locale: 'en',
    message: '{link}',
    maxUses: 1,
    uses: 0,
    validDays: 30,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
  }))
  await insertAll(database, 'Invitation', invitations)
  const prefix = kind === 'partnership' ? 'inv_r_' : 'inv_c_'
  const tokens = invited.map(() => prefix + randomBytes(32).toString('base64url'))
  const links = invitations.map(({ id }, index) => ({
    id: uuidv7(),
    invitationId: id,
    ...issuer,
    tokenHash: hashToken(tokens[index] ?? ''),
    salt: randomBytes(32).toString('base64url'),
    createdAt: new Date(),
  }))
  await insertAll(database, 'InvitationLink', links)
  return tokens
}

function asOrganization(actor: Actor) {
  return {
    id: actor.organizationId,
    kind: actor.organizationKind,
    name: actor.organizationName,
    domain: actor.organizationDomain,
    country: 'DE',
    region: actor.region,
    contactName: actor.fullName,
    contactEmail: actor.email,
    createdAt: new Date(),
  }
}

function asUser(actor: Actor) {
  return {
    id: actor.userId,
    organizationId: actor.organizationId,
    email: actor.email,
    fullName: actor.fullName,
    sortName: actor.fullName.toLowerCase(),
    search: `${actor.fullName.toLowerCase()} ${actor.email}`,
    roles: actor.roles,
    passwordHash: 'none',
    mustChangePassword: false,
    locale: 'en',
    theme: 'system',
    timeZone: 'UTC',
    createdAt: new Date(),
  }
}
