import type { Actor } from '@/lib/access/permissions'
import { beginAccountSetup, confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import { authorizeRelationships } from '@/lib/domain/customers/commands'
import {
  inviteCustomer,
  inviteCustomerWithProvider,
  recordOpening,
  remindInvitation,
  requestPartnership,
} from '@/lib/domain/invitations/commands'
import type { InvitationKind } from '@/lib/domain/invitations/schema'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { demoPassword } from './cast'
import type { CastOrganization } from './casting'
import { confirmationTokenInLetter, invitationTokenInLetter } from './letters'
import { act, enterByEmail, globalAdmin } from './people'
import { messageOf } from './texts'

/** An invitation as the story needs it: who asked, and the secret that whoever gets the link holds. */
export interface Asked {
  issuer: Actor
  invitationId: string
  token: string
}

interface Wish {
  /** Nobody in particular: an open link. */
  to?: string
  validDays?: number
  /** The issuer takes the link along instead of having the portal mail it. */
  carried?: boolean
  delegated?: boolean
}

export async function askReseller(issuer: Actor, wish: Wish): Promise<Asked> {
  const sent = await act(requestPartnership, issuer, draft(issuer, 'partnership', wish))
  return asked(issuer, 'partnership', sent)
}

export async function askCustomer(issuer: Actor, wish: Wish): Promise<Asked> {
  const includeDelegatedAdministration = wish.delegated ?? false
  const sent = await act(inviteCustomer, issuer, { ...draft(issuer, 'customer', wish), includeDelegatedAdministration })
  return asked(issuer, 'customer', sent)
}

/** A reseller asks for itself and for one of its providers. */
export async function askCustomerWith(provider: CastOrganization, issuer: Actor, wish: Wish): Promise<Asked> {
  const sent = await act(inviteCustomerWithProvider, issuer, {
    ...draft(issuer, 'customerTwoParty', wish, provider.name),
    includeDelegatedAdministration: wish.delegated ?? false,
    providerId: globalAdmin(provider).organizationId,
  })
  return asked(issuer, 'customerTwoParty', sent)
}

function draft(
  issuer: Actor,
  kind: InvitationKind,
  { to, validDays = 30, carried, delegated = false }: Wish,
  provider = '',
) {
  const { locale, fullName: person, organizationName: organization } = issuer
  const message = messageOf[locale][kind]({ person, organization, provider, delegated })
  const delivery = carried || !to ? ('self' as const) : ('portal' as const)
  return { to, locale, message, validDays, delivery }
}

interface Sent {
  invitationId: string
  link: string | null
}

async function asked(issuer: Actor, kind: InvitationKind, { invitationId, link }: Sent): Promise<Asked> {
  const token = link
    ? link.slice(link.lastIndexOf('/') + 1)
    : await invitationTokenInLetter(issuer, invitationId, kind === 'partnership')
  return { issuer, invitationId, token }
}

export async function remind({ issuer, invitationId }: Asked): Promise<void> {
  await act(remindInvitation, issuer, { invitationId })
}

/** The mail server of the recipient looks at every link before anybody reads the letter. */
export async function scan({ token }: Asked): Promise<void> {
  await act(recordOpening, null, { token, evidence: 'fetch' })
}

/** Somebody reads the landing page. Whoever is signed in is known for a person; of others the page waits for a sign. */
export async function read({ token }: Asked, reader: Actor | null = null): Promise<void> {
  await act(recordOpening, reader, { token, evidence: 'fetch' })
  if (!reader) await act(recordOpening, null, { token, evidence: 'person' })
}

/** @returns the id of the partnership */
export async function becomePartner(reseller: CastOrganization, { token }: Asked): Promise<string> {
  const { partnershipId } = await act(acceptPartnership, globalAdmin(reseller), { token, agreed: true })
  return partnershipId
}

/** @returns the ids of the relationships, the issuer's first */
export async function authorize(customer: CastOrganization, { token }: Asked): Promise<string[]> {
  const input = { token, agreed: true, agreement: true }
  const { relationshipIds } = await act(authorizeRelationships, globalAdmin(customer), input)
  return relationshipIds
}

/** C1. Whoever comes with a link that was mailed to them is in at once; others have to wait for a letter. */
export async function setUpAccount(customer: CastOrganization, { issuer, token }: Asked): Promise<void> {
  const { name: organizationName, domain, country, locale, people } = customer
  const [{ name: fullName, email }] = people
  const account = { organizationName, domain, country, locale, fullName, email, password: demoPassword }
  const { sessionToken } = await act(beginAccountSetup, null, { token, ...account })
  if (sessionToken === null)
    await act(confirmAccountSetup, null, { token: await confirmationTokenInLetter(issuer, email) })
  await enterByEmail(customer, people[0])
}
