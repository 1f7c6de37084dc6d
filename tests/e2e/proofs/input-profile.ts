import { versionOf } from '@/lib/core/version'
import { company } from '../support/people'
import { partners } from '../support/world'
import { code, cookieOf, type Door, email, id, text } from './input-fields'

/** Everything of the organization profile. Each form has an organization of its own: what one saves is news to the others. */
export async function profileDoors(): Promise<Door[]> {
  const [ours, theirs] = [await partners(), await partners()]
  const { legal, contact, support } = await forms()
  return [
    {
      action: 'changeLegalProfileAction',
      path: '/settings/legal-profile',
      cookie: legal.cookie,
      fields: {
        version: code(legal.version),
        name: text('Alder IT Europe', true),
        addressLine1: text('Elbchaussee 1'),
        addressLine2: text('Rear building', true),
        city: text('Hamburg'),
        postalCode: text('22765'),
      },
    },
    {
      action: 'changePrimaryContactAction',
      path: '/settings/contact',
      cookie: contact.cookie,
      fields: {
        version: code(contact.version),
        contactName: text('Nora Weber'),
        contactEmail: email('nora@alder-it.example'),
        phoneNumber: text('+49 30 555 0162', true),
      },
    },
    {
      action: 'changeSupportProfileAction',
      path: '/settings/support',
      cookie: support.cookie,
      fields: {
        version: code(support.version),
        email: email('help@alder-it.example'),
        phone: text('+49 30 555 0199'),
        website: text('https://help.alder-it.example', true),
      },
    },
    {
      action: 'withdrawAdminAccessAction',
      path: '/settings/admin-access',
      cookie: await cookieOf(ours.reseller.admin),
      fields: { partnershipId: id(ours.partnershipId, theirs.partnershipId) },
    },
  ]
}

async function forms() {
  const [one, two, three] = [
    await company('reseller', 'Alder IT GmbH'),
    await company('reseller', 'Birch Cloud'),
    await company('reseller', 'Cedar Cloud'),
  ]
  const nowhere = {
    addressLine1: null,
    addressLine2: null,
    city: null,
    state: null,
    postalCode: null,
    registrationNumber: null,
  }
  const { contactName, contactEmail } = two.organization
  return {
    legal: { cookie: await cookieOf(one.admin), version: versionOf({ name: one.organization.name, ...nowhere }) },
    contact: {
      cookie: await cookieOf(two.admin),
      version: versionOf({ contactName, contactEmail, contactPhone: null }),
    },
    support: { cookie: await cookieOf(three.admin), version: versionOf({}) },
  }
}
