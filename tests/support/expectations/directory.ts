import { askedFor, card, cardInput, known, tinyPng } from '../directory'
import { relations } from '../neighbourhood'
import { newMark, type Organization, organization } from '../organizations'
import { insert, rows } from '../owner'
import type { Cell, Row } from './row'
import { always, empty, self } from './targets'

/** The provider whose card is looked for: the neighbour of a reseller, otherwise somebody nobody knows. */
async function listed({ world: { me }, neighbour }: Cell, published = true): Promise<Organization> {
  const provider = me.kind === 'reseller' && neighbour ? neighbour.partner : await organization('provider')
  await card(provider, { published })
  return provider
}

const own =
  (published: boolean) =>
  async ({ world: { me } }: Cell) => {
    if (me.kind === 'provider') await card(me, { published })
    return {}
  }

/** A request between us and the neighbour where we are partners or nobody has answered yet, otherwise between others. */
async function request({ world: { me }, relation, neighbour }: Cell): Promise<{ requestId: string }> {
  const ours = relation === 'active' || relation === 'pending'
  const other = neighbour?.partner
  if (me.kind === 'provider' && other)
    return { requestId: await askedFor(other, ours ? me : await organization('provider')) }
  if (me.kind === 'reseller' && other)
    return { requestId: await askedFor(ours ? me : await organization('reseller'), other) }
  return { requestId: await askedFor(await organization('reseller'), await organization('provider')) }
}

const ofOurs = ({ relation }: Cell) =>
  relation === 'active' || relation === 'pending' ? ('ok' as const) : ('not_found' as const)
const marks = ({ relation, neighbour }: Cell) =>
  neighbour && (relation === 'active' || relation === 'pending') ? [neighbour.partner.mark] : []

/** A known customer of ours, or of somebody else's. */
async function knownCustomer({ world: { me }, relation }: Cell) {
  const of = relation === 'own' && me.kind === 'reseller' ? me : await organization('reseller')
  return { knownCustomerId: await known(of) }
}
const ownOnly = ({ relation }: Cell) => (relation === 'own' ? ('ok' as const) : ('not_found' as const))
const file = () => ({ file: `Company name,Primary domain name\nBirch,${newMark()}.example\n` })

const cardRows: Row[] = [
  {
    operation: 'directory.listProviderCards',
    access: 'public',
    relations,
    input: async (cell) => ({ search: (await listed(cell)).mark }),
    shows: ({ world: { me }, neighbour }) => (me.kind === 'reseller' && neighbour ? [neighbour.partner.mark] : []),
  },
  {
    operation: 'directory.listProviderCards',
    of: 'before it is published',
    access: 'public',
    relations,
    input: async (cell) => ({ search: (await listed(cell, false)).mark }),
  },
  {
    operation: 'directory.viewProvider',
    access: 'public',
    relations,
    input: async (cell) => ({ providerId: (await listed(cell)).id }),
    shows: ({ world: { me }, neighbour }) => (me.kind === 'reseller' && neighbour ? [neighbour.partner.mark] : []),
  },
  {
    operation: 'directory.viewProvider',
    of: 'before it is published',
    access: 'public',
    relations,
    input: async (cell) => ({ providerId: (await listed(cell, false)).id }),
    answers: always('not_found'),
  },
  {
    operation: 'directory.viewProviderLogo',
    access: 'public',
    relations: self,
    input: async (cell) => {
      const { id: organizationId } = await listed(cell)
      await rows('update "ProviderCard" set "logoDigest" = $2 where "organizationId" = $1', [organizationId, 'a'])
      await insert('ProviderLogo', { organizationId, contentType: 'image/png', bytes: Buffer.from(tinyPng) })
      return { providerId: organizationId }
    },
  },
  { operation: 'directory.getProviderCard', access: 'providerCard.edit', relations: self, input: empty },
  {
    operation: 'directory.editProviderCard',
    access: 'providerCard.edit',
    relations: self,
    input: () => ({ ...cardInput }),
  },
  { operation: 'directory.publishProviderCard', access: 'providerCard.edit', relations: self, input: own(false) },
  { operation: 'directory.unpublishProviderCard', access: 'providerCard.edit', relations: self, input: own(true) },
  {
    operation: 'directory.changeProviderLogo',
    access: 'providerCard.edit',
    relations: self,
    input: async (cell) => ({ ...(await own(true)(cell)), logo: { name: 'logo.png', content: tinyPng } }),
  },
  { operation: 'directory.removeProviderLogo', access: 'providerCard.edit', relations: self, input: own(true) },
]

const requestRows: Row[] = [
  {
    operation: 'directory.listInvitationRequests',
    access: 'invitationRequest.list',
    relations,
    input: async (cell) => {
      await request(cell)
      return {}
    },
    shows: marks,
  },
  {
    operation: 'directory.getInvitationRequest',
    access: 'invitationRequest.list',
    relations,
    input: request,
    answers: ofOurs,
    shows: marks,
  },
  {
    operation: 'directory.requestInvitation',
    access: 'invitationRequest.ask',
    relations,
    input: async (cell) => ({ providerId: cell.neighbour ? (await listed(cell)).id : cell.world.me.id }),
    answers: ({ relation }) => (relation === 'own' ? 'not_found' : relation === 'active' ? 'already_partners' : 'ok'),
  },
  {
    operation: 'directory.withdrawInvitationRequest',
    access: 'invitationRequest.ask',
    relations,
    input: request,
    answers: ofOurs,
  },
  {
    operation: 'directory.answerInvitationRequest',
    access: 'invitationRequest.answer',
    relations,
    input: request,
    answers: (cell) => (cell.relation === 'active' ? 'already_partners' : ofOurs(cell)),
  },
  {
    operation: 'directory.declineInvitationRequest',
    access: 'invitationRequest.answer',
    relations,
    input: async (cell) => ({ ...(await request(cell)), reason: 'Not in your country' }),
    answers: ofOurs,
  },
]

const knownRows: Row[] = [
  {
    operation: 'known-customers.listKnownCustomers',
    access: 'knownCustomer.manage',
    relations: self,
    input: async (cell) => {
      await knownCustomer(cell)
      return {}
    },
    shows: ({ world: { me } }) => [me.mark],
  },
  { operation: 'known-customers.getKnownCustomerCount', access: 'knownCustomer.manage', relations: self, input: empty },
  {
    operation: 'known-customers.getKnownCustomer',
    access: 'knownCustomer.manage',
    relations: ['own', 'stranger'],
    input: knownCustomer,
    answers: ownOnly,
  },
  { operation: 'known-customers.previewKnownCustomers', access: 'knownCustomer.manage', relations: self, input: file },
  { operation: 'known-customers.importKnownCustomers', access: 'knownCustomer.manage', relations: self, input: file },
  {
    operation: 'known-customers.removeKnownCustomer',
    access: 'knownCustomer.manage',
    relations: ['own', 'stranger'],
    input: knownCustomer,
    answers: ownOnly,
  },
  { operation: 'known-customers.clearKnownCustomers', access: 'knownCustomer.manage', relations: self, input: empty },
]

export const directoryRows: Row[] = [...cardRows, ...requestRows, ...knownRows]
