import { describe, expect, test } from 'vitest'
import { type OrganizationKind, organizationKinds, roles, vettingStatuses } from '@/lib/access/permissions'
import { versionOf } from '@/lib/core/version'
import { checklistOf, type SetupFacts, setupItems } from '@/lib/domain/organization-profile/checklist'
import {
  addressLine,
  changedLegalFacts,
  type LegalFacts,
  mayRename,
  recordOf,
} from '@/lib/domain/organization-profile/rules'
import { anActor } from '../support/actors'
import { read } from '../support/source-tree'

const legal: LegalFacts = {
  name: 'Alder IT GmbH',
  addressLine1: 'Erlenweg 8',
  addressLine2: null,
  city: 'Berlin',
  state: null,
  postalCode: '10115',
  registrationNumber: null,
}

describe('the legal name', () => {
  test('is a reseller’s to change at any time, a provider’s until it is authorized, nobody else’s', () => {
    const may = organizationKinds.flatMap((kind) =>
      vettingStatuses.filter((status) => mayRename(kind, status)).map((status) => `${kind} ${status}`),
    )
    expect(may).toEqual([
      ...['provider None', 'provider Pending', 'provider Rejected'],
      ...['reseller None', 'reseller Pending', 'reseller Authorized', 'reseller Rejected'],
    ])
  })
})

describe('what has changed', () => {
  test('is told fact by fact', () => {
    const changed = (change: Partial<LegalFacts>) => changedLegalFacts(legal, { ...legal, ...change })
    expect(changed({})).toEqual([])
    expect(changed({ name: 'Alder SE' })).toEqual(['legalName'])
    for (const part of ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const)
      expect(changed({ [part]: 'other' }), part).toEqual(['address'])
    expect(changed({ registrationNumber: '1' })).toEqual(['registrationNumber'])
    expect(changed({ name: 'A', city: 'B', registrationNumber: 'C' })).toEqual([
      ...['legalName', 'address', 'registrationNumber'],
    ])
  })

  test('is recorded before and after, and nothing that has stayed', () => {
    const after = { ...legal, name: 'Alder SE', city: 'Potsdam' }
    expect(recordOf(legal, after, ['address'])).toEqual({
      changed: ['address'],
      before: 'Erlenweg 8, 10115 Berlin',
      after: 'Erlenweg 8, 10115 Potsdam',
    })
    expect(recordOf(legal, after, ['legalName', 'address']).after).toBe('Alder SE; Erlenweg 8, 10115 Potsdam')
    expect(addressLine({ ...legal, addressLine1: null, city: null, postalCode: null })).toBe('')
  })
})

describe('the version of a form', () => {
  test('is the same for the same values in any order, and another for anything else', () => {
    const { name, ...others } = legal
    expect(versionOf({ ...others, name })).toBe(versionOf(legal))
    const versions = [
      versionOf(legal),
      versionOf({ ...legal, state: '' }),
      versionOf({ ...legal, city: null, state: 'Berlin' }),
      versionOf({}),
    ]
    expect(new Set(versions).size).toBe(4)
    for (const version of versions) expect(version).toMatch(/^[\w-]{22}$/)
  })
})

const nothing: SetupFacts = {
  vettingStatus: 'None',
  agreementSigned: false,
  supportDetails: false,
  secondGlobalAdmin: false,
  secondFactor: false,
  peopleAdded: false,
  firstPartner: false,
  firstCustomer: false,
  relationshipAuthorized: false,
  customerAgreementAccepted: false,
  catalogImported: false,
  providerAdded: false,
}
const facts = Object.keys(nothing).filter((fact) => fact !== 'vettingStatus')
const everything = {
  ...nothing,
  ...Object.fromEntries(facts.map((fact) => [fact, true])),
  vettingStatus: 'Authorized',
} as SetupFacts
const of = (kind: OrganizationKind, known: SetupFacts) => checklistOf(anActor(kind, roles), known)

describe('the setup checklist', () => {
  test.each(organizationKinds)('of a %s begins with nothing and ends with everything', (kind) => {
    expect(of(kind, nothing)).toMatchObject({ done: 0, complete: false, mayAct: true })
    const { items, ...rest } = of(kind, everything)
    expect(rest).toEqual({ done: items.length, complete: true, mayAct: false })
  })

  test('has no item that two facts tick, and none that no fact ticks', () => {
    for (const kind of organizationKinds) {
      const ticks = facts.map((fact) => of(kind, { ...nothing, [fact]: true }).done)
      expect(ticks.every((count) => count <= 1)).toBe(true)
      const verified = kind === 'provider' || kind === 'reseller' ? 1 : 0
      expect(ticks.reduce((sum, count) => sum + count, 0) + verified).toBe(of(kind, nothing).items.length)
    }
  })

  test('uses every item there is', () => {
    const used = new Set(organizationKinds.flatMap((kind) => of(kind, nothing).items.map(({ item }) => item)))
    expect([...used].sort()).toEqual([...setupItems].sort())
  })

  test('leads to addresses of the reader’s own organization', () => {
    const actor = anActor('customer', roles)
    const { items } = checklistOf(actor, nothing)
    expect(items.map(({ href }) => href).filter((href) => href.includes('{'))).toEqual([])
    expect(items.some(({ href }) => href.includes(actor.organizationId))).toBe(true)
  })

  test.each(['en', 'ru'])('has words for every item in %s', (locale) => {
    const { item } = JSON.parse(read(`lib/i18n/messages/${locale}/setup.json`)) as { item: Record<string, object> }
    expect(Object.keys(item).sort()).toEqual([...setupItems].sort())
    for (const words of Object.values(item)) expect(Object.keys(words)).toEqual(['title', 'text', 'action'])
  })
})
