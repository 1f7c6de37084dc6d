import { uuidv7 } from 'uuidv7'
import { openSession } from '@/lib/auth/session'
import { after, clock, day } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import type { CommandContext } from '@/lib/core/operation'
import { newLinkSecret } from '@/lib/core/token'
import { sendLater } from '@/lib/mail/send-later'
import type { OpenedInvitation } from '../invitations/steps'
import { createUser, foundOrganization, type NewOrganization } from '../organizations/steps'

/** An account as somebody has asked for it, whoever may have it in the end. */
export interface Account extends Pick<NewOrganization, 'name' | 'domain' | 'country'> {
  fullName: string
  email: string
  passwordHash: string
  locale: 'en' | 'ru'
}

export type Work = Pick<CommandContext<'public', unknown>, 'db' | 'audit' | 'request'>

const setupLife = 2 * day

// C1: a customer has one admin role. S2, enrolment step 9: whoever enrolls a company is Global admin and Admin agent.
const firstPerson = { customer: ['globalAdmin'], reseller: ['globalAdmin', 'adminAgent'] } as const

type Founding = { kind: 'customer' } | { kind: 'reseller'; id: string; vettingStatus: 'None' }

/**
 * Creates an organization with its first person and signs that person in.
 * @returns the session token
 * @throws DomainError `domain_taken`, `email_taken`
 */
export async function createAccount(
  { db, audit, request }: Work,
  { fullName, email, passwordHash, locale, ...organization }: Account,
  founding: Founding,
): Promise<string> {
  const { kind } = founding
  const contact = { contactName: fullName, contactEmail: email }
  const organizationId = await foundOrganization(db, { ...organization, ...contact, ...founding })
  const roles = firstPerson[kind]
  const newUser = { email, fullName, roles, passwordHash, locale, temporary: false }
  const userId = await createUser(db, organizationId, newUser)
  const as = { userId, fullName, organizationId, organizationName: organization.name }
  await audit('organization.created', { organizationId, kind }, { as })
  return openSession(db, { id: userId, organizationId }, request)
}

/** The mailbox has to answer before anything exists. */
export async function askForConfirmation(
  db: Database,
  { id: invitationId, link, issuerOrganizationId }: OpenedInvitation,
  account: Account,
): Promise<void> {
  const { salt, tokenHash } = newLinkSecret('accountSetup')
  await writeSetup(db, account, { tokenHash, invitationId, invitationSalt: link.salt })
  const { fullName, name: organizationName } = account
  await sendLater(db, {
    letter: 'accountConfirmation',
    organizationId: issuerOrganizationId,
    to: { address: account.email },
    locale: account.locale,
    parameters: { fullName, organizationName, salt },
  })
}

/**
 * The same for a company that enrolls by itself. Somebody who has an account gets a letter that says so, and the token of
 * the setup, which nobody ever learns; all else is alike, down to the statements.
 */
export async function askToEnroll(db: Database, account: Account): Promise<void> {
  const { salt, tokenHash } = newLinkSecret('accountSetup')
  const organizationId = uuidv7()
  await enterOrganization(db, organizationId)
  const [row] = await db.$queryRaw<{ known: boolean }[]>`select has_account(${account.email}) as known`
  await writeSetup(db, account, { tokenHash, organizationId })
  const { email, fullName, locale, name: organizationName } = account
  const posting = { organizationId, to: { address: email }, locale }
  if (row?.known) await sendLater(db, { letter: 'enrollmentAccountKnown', parameters: {}, ...posting })
  else
    await sendLater(db, {
      letter: 'enrollmentConfirmation',
      parameters: { fullName, organizationName, salt },
      ...posting,
    })
}

type Origin = { tokenHash: string } & ({ invitationId: string; invitationSalt: string } | { organizationId: string })

async function writeSetup(db: Database, { name: organizationName, ...fields }: Account, origin: Origin): Promise<void> {
  await db.accountSetup.createMany({
    data: { ...fields, ...origin, organizationName, createdAt: clock.now(), expiresAt: after(setupLife) },
  })
}
