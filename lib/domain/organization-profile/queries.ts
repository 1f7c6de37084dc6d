import { can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { versionOf } from '@/lib/core/version'
import { findSignature } from '../agreements/steps'
import { checksTouchedBy } from '../verification/rules'
import { changedData } from '../verification/schema'
import { readChecklist } from './checklist-steps'
import { mayRename } from './rules'
import { getOrganizationProfileInput, getSetupChecklistInput, listAdminAccessInput, partnerInput } from './schema'
import { countAdminAccess, findReview, readProfile, supportFields } from './steps'

/** The actor's own organization: what it has told about itself, what of it is being verified, and who else has access. */
export const getOrganizationProfile = query({
  access: 'organizationProfile.view',
  input: getOrganizationProfileInput,
  async run({ actor, db }) {
    const { organization, legal, contact, support } = await readProfile(db, actor)
    const reseller = organization.kind === 'reseller'
    return {
      ...organization,
      legal,
      contact,
      support,
      versions: { legal: versionOf(legal), contact: versionOf(contact), support: versionOf(support ?? {}) },
      mayRename: mayRename(organization.kind, organization.vettingStatus),
      /** What a change of each fact has verified again. */
      verifies: changedData.map((fact) => ({ fact, checks: checksTouchedBy([fact]) })),
      review: organization.kind === 'operator' ? null : await findReview(db, actor),
      // Spec 3.12: resellers sign.
      signature: reseller ? await findSignature(db, actor) : null,
      providersWithAccess: reseller ? await countAdminAccess(db, actor) : null,
    }
  },
})

/** S2 note, spec 0.4: the providers of a reseller, and which of them may administer its account. */
export const listAdminAccess = query({
  access: 'adminAccess.list',
  input: listAdminAccessInput,
  run: ({ actor, input, db }) =>
    readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byName('providerSortName', range)
        return db.partnership.findMany({
          where: { AND: [scope({ resellerId: actor.organizationId }), { endedAt: null }, where] },
          orderBy,
          take,
          select: {
            id: true,
            providerId: true,
            providerName: true,
            providerSortName: true,
            provider: { select: { domain: true } },
            adminAccess: { select: { grantedAt: true, grantedByName: true, revokedAt: true } },
          },
        })
      },
      (row) => ({ sort: row.providerSortName, id: row.id }),
    ),
})

/** R9: what the actor's organization still needs, computed from what is there. */
export const getSetupChecklist = query({
  access: 'setupChecklist.view',
  input: getSetupChecklistInput,
  run: ({ actor, db }) => readChecklist(db, actor),
})

/**
 * A partner of the actor's organization: how to reach its support, to everybody who lists partners; who it is, to whoever may
 * view partner profiles; where it is registered, to a provider whose admin access to its account stands.
 * @throws DomainError `not_found`
 */
export const getPartnerProfile = query({
  access: 'partnership.list',
  input: partnerInput,
  async run({ actor, input, db }) {
    const provider = actor.organizationKind === 'provider'
    const own = provider ? { providerId: actor.organizationId } : { resellerId: actor.organizationId }
    const partner = provider ? { resellerId: input.partnerId } : { providerId: input.partnerId }
    const fields = { select: partnerFields }
    const partnership = await db.partnership.findFirst({
      where: { AND: [scope(own), partner, { status: 'active' }] },
      select: {
        id: true,
        startedAt: true,
        adminAccess: { select: { grantedAt: true, revokedAt: true } },
        reseller: fields,
        provider: fields,
      },
    })
    if (!partnership) throw new DomainError('not_found')
    const found = provider ? partnership.reseller : partnership.provider
    const { contactName, contactEmail, contactPhone, legalProfile, supportProfile, ...organization } = found
    const views = can(actor, 'organizationProfile.view')
    const administers = provider && partnership.adminAccess?.revokedAt === null
    return {
      ...organization,
      since: partnership.startedAt,
      support: supportProfile,
      contact: views ? { contactName, contactEmail, contactPhone } : null,
      legal: views && administers ? legalProfile : null,
      administeredSince: administers ? (partnership.adminAccess?.grantedAt ?? null) : null,
    }
  },
})

const partnerFields = {
  id: true,
  kind: true,
  name: true,
  domain: true,
  country: true,
  mpnId: true,
  vettingStatus: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  supportProfile: { select: supportFields },
  legalProfile: {
    select: {
      addressLine1: true,
      addressLine2: true,
      city: true,
      state: true,
      postalCode: true,
      registrationNumber: true,
    },
  },
} as const
