import type { z } from 'zod'
import { hashPassword } from '@/lib/auth/password'
import { openSession } from '@/lib/auth/session'
import { after, clock, day } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { type CommandContext, command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { hashToken, linkToken, newLinkSecret } from '@/lib/core/token'
import { sendLater } from '@/lib/mail/send-later'
import { invitedKind, isAddressedTo, stateOf } from '../invitations/rules'
import { closedCode, findInvitationByLink, type OpenedInvitation } from '../invitations/steps'
import { regionOf } from '../organizations/countries'
import { createUser, foundOrganization, type NewOrganization } from '../organizations/steps'
import { assertPasswordIsStrong } from '../users/commands'
import { linkProvesMailbox, mayClaimDomain } from './rules'
import { beginAccountSetupInput, confirmAccountSetupInput } from './schema'

const setupBudget: Budget = { name: 'account-setup', points: 30, seconds: 3600 }
/** Confirmation letters to one mailbox in a day: the portal is no way to pester somebody. */
const recipientBudget: Budget = { name: 'account-setup-recipient', points: 5, seconds: 24 * 3600 }
const setupLife = 2 * day

/**
 * C1: somebody without an account sets one up from an invitation to a customer. Where the link itself proves who owns the
 * mailbox, the account exists at once; otherwise a confirmation mail goes out and nothing exists before it is answered.
 * @returns the session token of the new account, or null while the mailbox waits to be proven
 * @throws DomainError any `invitation_…` code, `region_differs`, `domain_taken`, `email_taken`, `input_invalid`
 */
export const beginAccountSetup = command({
  access: 'public',
  input: beginAccountSetupInput,
  key: (input) => input.token,
  unaudited: 'The account is recorded when it comes to be; until then there is none.',
  async prepare({ input, request, read }) {
    await spend(setupBudget, request.ipAddress ?? 'unknown')
    await read((db) => openForNewCustomer(db, input))
    const { email, fullName, organizationName, domain } = input
    assertPasswordIsStrong(input.password, [email, fullName, organizationName, domain, 'tandem'], 'password')
    return hashPassword(input.password)
  },
  async run({ input, db, audit, request }, passwordHash) {
    const invitation = await openForNewCustomer(db, input)
    const { organizationName: name, domain, country, fullName, email, locale } = input
    const account = { name, domain, country, fullName, email, locale, passwordHash }
    const invitationPath = `/invite/${input.token}`
    if (linkProvesMailbox(invitation, email)) {
      return { sessionToken: await createAccount({ db, audit, request }, account), invitationPath }
    }
    await spend(recipientBudget, email)
    await askForConfirmation(db, invitation, account)
    return { sessionToken: null, invitationPath }
  },
})

type Setup = z.output<typeof beginAccountSetupInput>

async function openForNewCustomer(db: Database, { token, country, email, domain }: Setup): Promise<OpenedInvitation> {
  const invitation = await findInvitationByLink(db, token)
  if (!invitation) throw new DomainError('invitation_unknown')
  const closed = closedCode(invitation, clock.now())
  if (closed) throw new DomainError(closed)
  if (invitedKind(invitation.kind) !== 'customer') throw new DomainError('invitation_wrong_kind')
  if (!isAddressedTo(invitation.addressee, email)) throw new DomainError('invitation_wrong_organization')
  if (regionOf(country) !== invitation.issuer.region) throw new DomainError('region_differs')
  if (!mayClaimDomain(email, domain)) throw new DomainError('input_invalid', { fields: { domain: ['domain_foreign'] } })
  return invitation
}

interface Account extends Pick<NewOrganization, 'name' | 'domain' | 'country'> {
  fullName: string
  email: string
  passwordHash: string
  locale: 'en' | 'ru'
}

type Work = Pick<CommandContext<'public', unknown>, 'db' | 'audit' | 'request'>

async function createAccount({ db, audit, request }: Work, account: Account): Promise<string> {
  const { fullName, email, passwordHash, locale, ...organization } = account
  const organizationId = await foundOrganization(db, {
    kind: 'customer',
    ...organization,
    contactName: fullName,
    contactEmail: email,
  })
  const userId = await createUser(db, organizationId, {
    email,
    fullName,
    roles: ['globalAdmin'],
    passwordHash,
    locale,
    temporary: false,
  })
  const as = { userId, fullName, organizationId, organizationName: organization.name }
  await audit('organization.created', { organizationId, kind: 'customer' }, { as })
  return openSession(db, { id: userId, organizationId }, request)
}

async function askForConfirmation(db: Database, invitation: OpenedInvitation, account: Account): Promise<void> {
  const { salt, tokenHash } = newLinkSecret('accountSetup')
  const { name: organizationName, ...fields } = account
  await db.accountSetup.createMany({
    data: {
      invitationId: invitation.id,
      invitationSalt: invitation.link.salt,
      tokenHash,
      organizationName,
      ...fields,
      createdAt: clock.now(),
      expiresAt: after(setupLife),
    },
  })
  await sendLater(db, {
    letter: 'accountConfirmation',
    organizationId: invitation.issuerOrganizationId,
    to: { address: account.email },
    locale: account.locale,
    parameters: { fullName: account.fullName, organizationName, salt },
  })
}

/**
 * The mailbox answered: the account comes to be, once, and its owner goes back to the invitation signed in.
 * @throws DomainError `invitation_unknown`, `domain_taken`, `email_taken`
 */
export const confirmAccountSetup = command({
  access: 'public',
  input: confirmAccountSetupInput,
  key: (input) => input.token,
  async run({ input, db, audit, request }) {
    const setup = await db.accountSetup.findUnique({
      where: { tokenHash: hashToken(input.token) },
      select: {
        id: true,
        email: true,
        fullName: true,
        passwordHash: true,
        organizationName: true,
        domain: true,
        country: true,
        locale: true,
        invitationSalt: true,
        invitationId: true,
      },
    })
    if (!setup) throw new DomainError('invitation_unknown')
    await assertStillOpen(db, setup.invitationId)
    const { count } = await db.accountSetup.updateMany({
      where: { id: setup.id, confirmedAt: null, expiresAt: { gt: clock.now() } },
      // The account has the hash from here on.
      data: { confirmedAt: clock.now(), passwordHash: '' },
    })
    if (count !== 1) throw new DomainError('invitation_unknown')
    const { id: _id, invitationId: _invitation, invitationSalt, organizationName: name, ...account } = setup
    const sessionToken = await createAccount({ db, audit, request }, { name, ...account })
    return { sessionToken, invitationPath: `/invite/${linkToken('customer', invitationSalt)}` }
  },
})

/** Whoever was to be invited may have been uninvited since. */
async function assertStillOpen(db: Database, invitationId: string): Promise<void> {
  const invitation = await db.invitation.findUnique({
    where: { id: invitationId },
    select: { status: true, expiresAt: true },
  })
  if (!invitation || stateOf(invitation, clock.now()) !== 'active') throw new DomainError('invitation_not_active')
}
