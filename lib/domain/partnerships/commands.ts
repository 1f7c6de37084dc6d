import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma, statement } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { releasePartnerLater } from '@/lib/jobs/release-partner'
import { sendLater } from '@/lib/mail/send-later'
import { declineInput } from '../invitations/schema'
import {
  claimInvitation,
  declineInvitation,
  notifyInviters,
  type OpenedInvitation,
  openInvitation,
} from '../invitations/steps'
import { notifyHolders } from '../notifications/steps'
import { holdNames, named } from '../organizations/name-steps'
import { acceptPartnershipInput, partnershipInput, removePartnershipInput } from './schema'

/**
 * S2, R3: the reseller authorizes an indirect provider. Creates the partnership and the separable admin access to the
 * reseller's work account.
 * @throws DomainError any `invitation_…` code, `region_differs`, `already_partners`
 */
export const acceptPartnership = command({
  access: 'partnership.accept',
  input: acceptPartnershipInput,
  key: (input) => input.token,
  async run({ actor, input, db, audit }) {
    const invitation = await openInvitation(db, input.token, actor, ['partnership'], ({ issuer }) =>
      assertNotPartnersYet(db, issuer.id, actor.organizationId),
    )
    const { issuer } = invitation
    await claimInvitation(db, invitation, actor)
    const partnershipId = await createPartnership(db, invitation, actor)
    const parameters = { organizationName: actor.organizationName, acceptedBy: actor.fullName }
    await Promise.all([
      grantAdminAccess(db, { partnershipId, providerId: issuer.id }, actor),
      audit('partnership.accepted', { partnershipId, invitationId: invitation.id }, { subject: issuer }),
      sendLater(db, {
        letter: 'partnershipAccepted',
        organizationId: issuer.id,
        to: { userId: invitation.issuerUserId },
        locale: invitation.locale,
        parameters: { resellerName: actor.organizationName, acceptedBy: actor.fullName },
      }),
      notifyInviters(db, invitation, { kind: 'invitationAccepted', parameters }),
    ])
    return { partnershipId, providerId: issuer.id }
  },
})

async function assertNotPartnersYet(db: Database, providerId: string, resellerId: string): Promise<void> {
  const standing = await db.partnership.findFirst({
    where: { providerId, resellerId, status: 'active' },
    select: { id: true },
  })
  if (standing) throw new DomainError('already_partners')
}

async function createPartnership(db: Database, invitation: OpenedInvitation, actor: Actor): Promise<string> {
  const [names, [registered]] = await Promise.all([
    holdNames(db, [invitation.issuer.id, actor.organizationId]),
    statement<{ mpnId: string | null }>(
      db,
      Prisma.sql`select "mpnId" from "Organization" where id = ${actor.organizationId}::uuid`,
    ),
  ])
  const own = {
    id: actor.organizationId,
    name: actor.organizationName,
    domain: actor.organizationDomain,
    mpnId: registered?.mpnId ?? null,
  }
  const provider = named(names, invitation.issuer)
  const reseller = named(names, own)
  const { id } = await db.partnership.create({
    data: {
      providerId: provider.id,
      resellerId: reseller.id,
      providerName: provider.name,
      resellerName: reseller.name,
      providerSortName: toSortName(provider.name),
      resellerSortName: toSortName(reseller.name),
      providerSearch: toSearchText(provider.name, provider.domain, provider.mpnId),
      resellerSearch: toSearchText(reseller.name, reseller.domain, reseller.mpnId),
      invitationId: invitation.id,
      startedAt: clock.now(),
    },
    select: { id: true },
  })
  return id
}

/** The provider's access to the reseller's work account: comes with the partnership, and can be taken back apart from it. */
async function grantAdminAccess(
  db: Database,
  partnership: { partnershipId: string; providerId: string },
  { organizationId, fullName }: Actor,
): Promise<void> {
  await db.partnershipAdminAccess.create({
    data: { ...partnership, resellerId: organizationId, grantedByName: fullName, grantedAt: clock.now() },
    select: { id: true },
  })
}

/** @throws DomainError any `invitation_…` code */
export const declinePartnership = command({
  access: 'partnership.accept',
  input: declineInput,
  key: (input) => input.token,
  run: (context) => declineInvitation(context, ['partnership']),
})

/**
 * P8: the provider ends a partnership. Customers stay with both; the admin access to the reseller's account ends.
 * @throws DomainError `not_found`
 */
export const removePartnership = command({
  access: 'partnership.remove',
  input: removePartnershipInput,
  async run({ actor, input, db, audit }) {
    const partnership = await db.partnership.findFirst({
      where: { AND: [scope({ providerId: actor.organizationId }), { id: input.partnershipId, status: 'active' }] },
      select: { id: true, resellerId: true, resellerName: true, reseller: { select: { contactEmail: true } } },
    })
    if (!partnership) throw new DomainError('not_found')
    const now = clock.now()
    const { count } = await db.partnership.updateMany({
      where: { id: partnership.id, status: 'active' },
      data: { status: 'ended', endedAt: now, endedByName: actor.fullName },
    })
    if (count !== 1) throw new DomainError('not_found')
    await db.partnershipAdminAccess.updateMany({
      where: { partnershipId: partnership.id, revokedAt: null },
      data: { revokedAt: now, revokedByName: actor.fullName },
    })
    const subject = { id: partnership.resellerId, name: partnership.resellerName }
    await audit('partnership.removed', { partnershipId: partnership.id, notified: input.notify }, { subject })
    await releasePartnerLater(db, { partnerId: partnership.resellerId, locale: actor.locale })
    if (!input.notify) return
    await sendLater(db, {
      letter: 'partnershipRemoved',
      organizationId: partnership.resellerId,
      to: { address: partnership.reseller.contactEmail },
      locale: actor.locale,
      parameters: { providerName: actor.organizationName },
    })
    await notifyHolders(
      db,
      { organizationId: partnership.resellerId, kind: 'reseller', permission: 'partnership.accept' },
      {
        kind: 'partnershipRemoved',
        parameters: { organizationName: actor.organizationName },
        path: '/indirect-providers',
      },
    )
  },
})

/**
 * S2 note, spec 0.4: the reseller takes back the provider's admin access to its work account; the partnership stays.
 * @throws DomainError `not_found`
 */
export const revokeAdminAccess = command({
  access: 'adminAccess.revoke',
  input: partnershipInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const partnership = await db.partnership.findFirst({
      where: { AND: [scope({ resellerId: actor.organizationId }), { id: input.partnershipId, status: 'active' }] },
      select: { id: true, providerId: true, providerName: true, provider: { select: { contactEmail: true } } },
    })
    if (!partnership) throw new DomainError('not_found')
    const { count } = await db.partnershipAdminAccess.updateMany({
      where: { partnershipId: partnership.id, revokedAt: null },
      data: { revokedAt: clock.now(), revokedByName: actor.fullName },
    })
    if (count !== 1) throw new DomainError('not_found')
    const subject = { id: partnership.providerId, name: partnership.providerName }
    await audit('adminAccess.revoked', { partnershipId: partnership.id }, { subject })
    await sendLater(db, {
      letter: 'adminAccessRevoked',
      organizationId: partnership.providerId,
      to: { address: partnership.provider.contactEmail },
      locale: actor.locale,
      parameters: { resellerName: actor.organizationName },
    })
  },
})
