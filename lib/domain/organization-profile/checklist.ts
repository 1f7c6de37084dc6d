import type { Actor, OrganizationKind, Permission, VettingStatus } from '@/lib/access/permissions'
import { can } from '@/lib/access/permissions'

/** What there is to know about how far an organization has got. Every fact is read from what is there; none is stored. */
export interface SetupFacts {
  vettingStatus: VettingStatus
  agreementSigned: boolean
  supportDetails: boolean
  secondGlobalAdmin: boolean
  secondFactor: boolean
  peopleAdded: boolean
  firstPartner: boolean
  firstCustomer: boolean
  relationshipAuthorized: boolean
  customerAgreementAccepted: boolean
  catalogImported: boolean
  providerAdded: boolean
}

export const setupItems = [
  'verified',
  'partnerAgreement',
  'customerAgreement',
  'catalog',
  'supportDetails',
  'secondFactor',
  'secondGlobalAdmin',
  'people',
  'firstProvider',
  'firstReseller',
  'firstCustomer',
  'firstPartner',
  'providerAdded',
] as const
export type SetupItem = (typeof setupItems)[number]

interface Step {
  isDone(facts: SetupFacts): boolean
  /** Where it is done. `{own}`: the id of the reader's organization. */
  href: string
  /** Who may do it; null: everybody for themselves. */
  permission: Permission | null
}

const verified: Step = {
  isDone: ({ vettingStatus }) => vettingStatus === 'Authorized',
  href: '/enroll/status',
  permission: null,
}
const supportDetails: Step = {
  isDone: (facts) => facts.supportDetails,
  href: '/settings/support',
  permission: 'organizationProfile.edit',
}
const secondFactor: Step = { isDone: (facts) => facts.secondFactor, href: '/account/security', permission: null }
const secondGlobalAdmin: Step = {
  isDone: (facts) => facts.secondGlobalAdmin,
  href: '/user-management',
  // Nobody grants above themselves: it takes the role that may change the profile.
  permission: 'organizationProfile.edit',
}
const people: Step = { isDone: (facts) => facts.peopleAdded, href: '/user-management/new', permission: 'user.create' }
const firstCustomer: Step = {
  isDone: (facts) => facts.firstCustomer,
  href: '/customers/request-relationship',
  permission: 'customer.invite',
}

const ofCustomer = (fact: 'secondGlobalAdmin' | 'peopleAdded'): Step => ({
  isDone: (facts) => facts[fact],
  href: '/customers/{own}/users/new',
  permission: 'customerUser.manage',
})

/** What each kind of organization still needs, in the order in which it makes sense. Spec 1.B R9: the tiles of next steps. */
const steps: Record<OrganizationKind, Partial<Record<SetupItem, Step>>> = {
  reseller: {
    verified,
    partnerAgreement: {
      isDone: (facts) => facts.agreementSigned,
      href: '/partner-agreement',
      permission: 'partnerAgreement.sign',
    },
    supportDetails,
    secondFactor,
    secondGlobalAdmin,
    people,
    firstProvider: { isDone: (facts) => facts.firstPartner, href: '/find-a-provider', permission: null },
    firstCustomer,
  },
  provider: {
    verified,
    supportDetails,
    secondFactor,
    secondGlobalAdmin,
    people,
    firstReseller: {
      isDone: (facts) => facts.firstPartner,
      href: '/indirect-resellers/request-partnership',
      permission: 'partnership.invite',
    },
    firstCustomer: { ...firstCustomer, href: '/customers/new', permission: 'customer.add' },
  },
  operator: {
    secondFactor,
    secondGlobalAdmin: { ...secondGlobalAdmin, permission: 'organization.create' },
    catalog: { isDone: (facts) => facts.catalogImported, href: '/catalog-import', permission: 'catalog.import' },
    providerAdded: {
      isDone: (facts) => facts.providerAdded,
      href: '/organizations/new',
      permission: 'organization.create',
    },
  },
  customer: {
    firstPartner: { isDone: (facts) => facts.relationshipAuthorized, href: '/find-a-provider', permission: null },
    customerAgreement: {
      isDone: (facts) => facts.customerAgreementAccepted,
      href: '/customers/{own}/account',
      permission: 'customer.view',
    },
    secondFactor,
    secondGlobalAdmin: ofCustomer('secondGlobalAdmin'),
    people: ofCustomer('peopleAdded'),
  },
}

export interface Checklist {
  items: { item: SetupItem; done: boolean; href: string; permission: Permission | null }[]
  done: number
  complete: boolean
  /** Whether something is left that this very person may do. */
  mayAct: boolean
}

/** The list of the reader's kind of organization, ticked as the facts are. */
export function checklistOf(actor: Actor, facts: SetupFacts): Checklist {
  const listed = Object.entries(steps[actor.organizationKind]) as [SetupItem, Step][]
  const items = listed.map(([item, { isDone, href, permission }]) => ({
    item,
    done: isDone(facts),
    href: href.replace('{own}', actor.organizationId),
    permission,
  }))
  const open = items.filter(({ done }) => !done)
  return {
    items,
    done: items.length - open.length,
    complete: open.length === 0,
    mayAct: open.some(({ permission }) => permission === null || can(actor, permission)),
  }
}
