import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { assertCurrent } from '@/lib/core/version'
import { sendLater } from '@/lib/mail/send-later'
import { acceptPart } from '../onboarding/rules'
import { rename } from '../organizations/name-steps'
import { tellPartnersOfName } from '../partnerships/name-steps'
import { reverify } from '../verification/steps'
import { changedLegalFacts, type LegalFacts, mayRename, recordOf } from './rules'
import { changeLegalProfileInput, changePrimaryContactInput, changeSupportProfileInput } from './schema'
import { holdProfile } from './steps'

/**
 * Who the company is and where it is registered (spec 3.5). What has changed is verified again; until that is decided the
 * organization stays what it was.
 * @returns which facts have changed
 * @throws DomainError `stale`, `legal_name_fixed`, `input_invalid`
 */
export const changeLegalProfile = command({
  access: 'organizationProfile.edit',
  input: changeLegalProfileInput,
  async run({ actor, input, db, audit, repeats }) {
    const { organization, legal: before } = await holdProfile(db, actor)
    const { version, name = before.name, ...fields } = input
    assertCurrent(version, before)
    if (name !== before.name && !mayRename(organization.kind, organization.vettingStatus))
      throw new DomainError('legal_name_fixed')
    const after = acceptLegal(organization.country, name, fields)
    const changed = changedLegalFacts(before, after)
    if (changed.length === 0) {
      repeats()
      return { changed }
    }
    await keepLegalProfile(db, actor.organizationId, after)
    await audit('organization.legalProfileChanged', recordOf(before, after, changed))
    if (changed.includes('legalName')) {
      await rename(db, organization, after.name)
      const kind = organization.kind === 'provider' ? 'provider' : 'reseller'
      await tellPartnersOfName(db, { id: actor.organizationId, kind }, { before: before.name, after: after.name })
    }
    await reverify(db, { organizationId: actor.organizationId, changed })
    return { changed }
  },
})

type LegalFields = Omit<z.output<typeof changeLegalProfileInput>, 'version' | 'name'>

function acceptLegal(country: string, name: string, fields: LegalFields): LegalFacts {
  const address = acceptPart(country, fields, 'billing')
  return {
    name,
    addressLine1: address.addressLine1,
    addressLine2: address.addressLine2 ?? null,
    city: address.city ?? null,
    state: address.state ?? null,
    postalCode: address.postalCode ?? null,
    registrationNumber: address.organizationRegistrationNumber ?? null,
  }
}

async function keepLegalProfile(db: Database, organizationId: string, { name: _, ...facts }: LegalFacts) {
  const { addressLine1, ...others } = facts
  const columns = { ...others, addressLine1: addressLine1 ?? '', updatedAt: clock.now() }
  await db.legalProfile.upsert({
    where: { organizationId },
    create: { organizationId, ...columns },
    update: columns,
    select: { organizationId: true },
  })
}

/**
 * Whom the operator writes to about the organization. A new address is verified again, and the old one is told.
 * @throws DomainError `stale`, `input_invalid`
 */
export const changePrimaryContact = command({
  access: 'organizationProfile.edit',
  input: changePrimaryContactInput,
  async run({ actor, input, db, audit, repeats }) {
    const { organization, contact: before } = await holdProfile(db, actor)
    const { version, contactName, contactEmail, phoneNumber } = input
    assertCurrent(version, before)
    const contactPhone = acceptPart(organization.country, { phoneNumber }, 'contact').phoneNumber ?? null
    const emailChanged = contactEmail !== before.contactEmail
    if (!emailChanged && contactName === before.contactName && contactPhone === before.contactPhone) {
      repeats()
      return { emailChanged }
    }
    await db.organization.updateMany({
      where: { id: actor.organizationId },
      data: { contactName, contactEmail, contactPhone },
    })
    await audit('organization.contactChanged', { emailChanged })
    if (emailChanged) {
      await tellOldContact(db, actor, before.contactEmail)
      await reverify(db, { organizationId: actor.organizationId, changed: ['contactEmail'] })
    }
    return { emailChanged }
  },
})

async function tellOldContact(db: Database, actor: Actor, address: string): Promise<void> {
  await sendLater(db, {
    letter: 'primaryContactChanged',
    organizationId: actor.organizationId,
    to: { address },
    locale: actor.locale,
    parameters: { organizationName: actor.organizationName, changedBy: actor.fullName },
  })
}

/**
 * How customers and partners reach support. They see it at once; nothing of it is verified.
 * @throws DomainError `stale`, `input_invalid`
 */
export const changeSupportProfile = command({
  access: 'organizationProfile.edit',
  input: changeSupportProfileInput,
  async run({ actor, input, db, audit, repeats }) {
    const { support: before } = await holdProfile(db, actor)
    const { version, website, ...fields } = input
    assertCurrent(version, before ?? {})
    const after = { ...fields, website: website ?? null }
    if (before?.email === after.email && before.phone === after.phone && before.website === after.website) {
      repeats()
      return
    }
    const { organizationId } = actor
    await db.supportProfile.upsert({
      where: { organizationId },
      create: { organizationId, ...after, updatedAt: clock.now() },
      update: { ...after, updatedAt: clock.now() },
      select: { organizationId: true },
    })
    await audit('organization.supportProfileChanged', after)
  },
})
