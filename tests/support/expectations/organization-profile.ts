import { versionOf } from '@/lib/core/version'
import { rows } from '../owner'
import type { Cell, Row } from './row'
import { empty, foundOnly, partner, self } from './targets'

/** What the form of a part showed, read beside the application. */
async function current({ world: { me } }: Cell) {
  const [found] = await rows<Record<string, string | null>>(
    `select o.name, o."contactName", o."contactEmail", o."contactPhone", l."addressLine1", l."addressLine2", l.city, l.state,
       l."postalCode", l."registrationNumber", s.email, s.phone, s.website
     from "Organization" o left join "LegalProfile" l on l."organizationId" = o.id
     left join "SupportProfile" s on s."organizationId" = o.id where o.id = $1`,
    [me.id],
  )
  const pick = (...names: string[]) => Object.fromEntries(names.map((name) => [name, found?.[name] ?? null]))
  const support = pick('email', 'phone', 'website')
  return {
    legal: versionOf(pick('name', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'registrationNumber')),
    contact: versionOf(pick('contactName', 'contactEmail', 'contactPhone')),
    support: versionOf(support.email ? support : {}),
  }
}

let streets = 0
const anotherStreet = () => {
  streets += 1
  return `Street ${streets}`
}

export const organizationProfileRows: Row[] = [
  {
    operation: 'organization-profile.getOrganizationProfile',
    access: 'organizationProfile.view',
    relations: self,
    input: empty,
    shows: ({ world }) => [world.me.mark],
  },
  {
    operation: 'organization-profile.getSetupChecklist',
    access: 'setupChecklist.view',
    relations: self,
    input: empty,
  },
  {
    operation: 'organization-profile.listAdminAccess',
    access: 'adminAccess.list',
    relations: ['own', 'active', 'pending', 'ended', 'sibling', 'stranger'],
    input: empty,
    shows: ({ relation, neighbour }) => (relation === 'active' && neighbour ? [neighbour.partner.mark] : []),
  },
  {
    operation: 'organization-profile.getPartnerProfile',
    access: 'partnership.list',
    relations: ['own', 'active', 'pending', 'ended', 'sibling', 'stranger'],
    input: (cell) => ({ partnerId: partner(cell) }),
    answers: foundOnly('active'),
    shows: ({ relation, neighbour }) => (relation === 'active' && neighbour ? [neighbour.partner.mark] : []),
  },
  {
    operation: 'organization-profile.changeLegalProfile',
    access: 'organizationProfile.edit',
    relations: self,
    input: async (cell) => ({
      version: (await current(cell)).legal,
      addressLine1: anotherStreet(),
      city: 'Hamburg',
      postalCode: '20095',
    }),
  },
  {
    operation: 'organization-profile.changePrimaryContact',
    access: 'organizationProfile.edit',
    relations: self,
    input: async (cell) => ({
      version: (await current(cell)).contact,
      contactName: `${anotherStreet()} ${cell.world.me.mark}`,
      contactEmail: cell.world.me.contactEmail,
    }),
  },
  {
    operation: 'organization-profile.changeSupportProfile',
    access: 'organizationProfile.edit',
    relations: self,
    input: async (cell) => ({
      version: (await current(cell)).support,
      email: 'help@alder.example',
      phone: `+49 40 555 0${100 + streets}`,
    }),
  },
]
