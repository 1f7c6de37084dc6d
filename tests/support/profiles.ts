import type { Actor } from '@/lib/access/permissions'
import { getOrganizationProfile } from '@/lib/domain/organization-profile/queries'
import type { Organization } from './organizations'
import { insert, rows } from './owner'

/** Legal and support profile as an enrollment leaves them behind. */
export async function profiled(of: Organization): Promise<void> {
  await insert('LegalProfile', {
    organizationId: of.id,
    addressLine1: 'Elbchaussee 1',
    city: 'Hamburg',
    postalCode: '22765',
  })
  await insert('SupportProfile', {
    organizationId: of.id,
    email: `help@${of.domain}`,
    phone: '+49 40 555 0100',
    website: `https://${of.domain}/help`,
  })
}

/** The legal form as it is opened, ready to be sent with something changed. */
export async function legalForm(actor: Actor, change: Record<string, string> = {}) {
  const { legal, versions } = await getOrganizationProfile(actor, {})
  return {
    version: versions.legal,
    name: legal.name,
    addressLine1: legal.addressLine1 ?? 'Elbchaussee 1',
    addressLine2: legal.addressLine2 ?? '',
    city: legal.city ?? 'Hamburg',
    state: legal.state ?? '',
    postalCode: legal.postalCode ?? '22765',
    organizationRegistrationNumber: legal.registrationNumber ?? '',
    ...change,
  }
}

export async function contactForm(actor: Actor, change: Record<string, string> = {}) {
  const { contact, versions } = await getOrganizationProfile(actor, {})
  const { contactPhone, ...fields } = contact
  return { version: versions.contact, ...fields, phoneNumber: contactPhone ?? '', ...change }
}

export async function supportForm(actor: Actor, change: Record<string, string> = {}) {
  const { support, versions } = await getOrganizationProfile(actor, {})
  return {
    version: versions.support,
    email: support?.email ?? `help@${actor.organizationDomain}`,
    phone: support?.phone ?? '+49 40 555 0100',
    website: support?.website ?? '',
    ...change,
  }
}

/** What is being verified of an organization, oldest first: what changed, and the checks. */
export function verificationsOf({ id }: { id: string }) {
  return rows<{ status: string; changed: string[]; checks: string[] }>(
    `select c.status, c.changed,
       array(select k.kind::text from "VerificationCheck" k where k."caseId" = c.id order by k.kind) as checks
     from "VerificationCase" c where c."organizationId" = $1 order by c.id`,
    [id],
  )
}
