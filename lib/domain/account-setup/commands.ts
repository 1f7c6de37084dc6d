import type { z } from 'zod'
import { hashPassword } from '@/lib/auth/password'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { hashToken, linkToken } from '@/lib/core/token'
import { invitedKind, isAddressedTo, stateOf } from '../invitations/rules'
import { closedCode, findInvitationByLink, type OpenedInvitation } from '../invitations/steps'
import { defaultDomain } from '../onboarding/rules'
import { regionOf } from '../organizations/countries'
import { assertPasswordIsStrong } from '../users/commands'
import { linkProvesMailbox, mayClaimDomain } from './rules'
import { beginAccountSetupInput, beginWorkAccountInput, confirmAccountSetupInput } from './schema'
import { askForConfirmation, askToEnroll, createAccount } from './steps'

const setupBudget: Budget = { name: 'account-setup', points: 30, seconds: 3600 }
/** Confirmation letters to one mailbox in a day: the portal is no way to pester somebody. */
const recipientBudget: Budget = { name: 'account-setup-recipient', points: 5, seconds: 24 * 3600 }

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
    const goOnPath = `/invite/${input.token}`
    if (linkProvesMailbox(invitation, email)) {
      const sessionToken = await createAccount({ db, audit, request }, account, { kind: 'customer' })
      return { sessionToken, goOnPath }
    }
    await spend(recipientBudget, email)
    await askForConfirmation(db, invitation, account)
    return { sessionToken: null, goOnPath }
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

/**
 * S2, "Create one": somebody of a company without a work account asks for one. Nothing exists before the mailbox has
 * answered, and nobody learns here whether an address is known.
 * @throws DomainError `input_invalid`, `too_many_attempts`
 */
export const beginWorkAccount = command({
  access: 'public',
  input: beginWorkAccountInput,
  unaudited: 'The account is recorded when it comes to be; until then there is none.',
  async prepare({ input, request, read }) {
    await spend(setupBudget, request.ipAddress ?? 'unknown')
    const { email, fullName, organizationName, prefix } = input
    assertPasswordIsStrong(input.password, [email, fullName, organizationName, prefix, 'tandem'], 'password')
    await read((db) => assertDomainIsFree(db, defaultDomain(prefix)))
    await spend(recipientBudget, email)
    return hashPassword(input.password)
  },
  async run({ input, db }, passwordHash) {
    const { organizationName: name, prefix, country, fullName, email, locale } = input
    const domain = defaultDomain(prefix)
    await askToEnroll(db, { name, domain, country, fullName, email, locale, passwordHash })
  },
})

async function assertDomainIsFree(db: Database, domain: string): Promise<void> {
  const [row] = await db.$queryRaw<{ taken: boolean }[]>`select domain_is_taken(${domain}) as taken`
  if (row?.taken !== false) throw new DomainError('input_invalid', { fields: { prefix: ['domain_taken'] } })
}

/**
 * The mailbox answered: the account comes to be, once, and its owner goes on signed in: back to the invitation, or with
 * the enrollment.
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
        organizationId: true,
      },
    })
    if (!setup) throw new DomainError('invitation_unknown')
    if (setup.invitationId) await assertStillOpen(db, setup.invitationId)
    const { count } = await db.accountSetup.updateMany({
      where: { id: setup.id, confirmedAt: null, expiresAt: { gt: clock.now() } },
      // The account has the hash from here on.
      data: { confirmedAt: clock.now(), passwordHash: '' },
    })
    if (count !== 1) throw new DomainError('invitation_unknown')
    const { email, fullName, passwordHash, organizationName: name, domain, country, locale } = setup
    const account = { email, fullName, passwordHash, name, domain, country, locale }
    const { organizationId: id, invitationSalt } = setup
    const founding = id ? ({ kind: 'reseller', id, vettingStatus: 'None' } as const) : ({ kind: 'customer' } as const)
    const sessionToken = await createAccount({ db, audit, request }, account, founding)
    const goOnPath = invitationSalt ? `/invite/${linkToken('customer', invitationSalt)}` : '/enroll/membership'
    return { sessionToken, goOnPath }
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
