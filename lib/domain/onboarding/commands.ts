import type { Actor } from '@/lib/access/permissions'
import { hashPassword } from '@/lib/auth/password'
import { revokeSessionsOf } from '@/lib/auth/session'
import { noteTimeZone } from '@/lib/auth/time-zone'
import { clock } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { hashToken, newLinkSecret } from '@/lib/core/token'
import { assertCurrent } from '@/lib/core/version'
import { handoverUrl } from '@/lib/mail/letters/letters'
import { sendLater } from '@/lib/mail/send-later'
import { enterAfterChoice } from '../account-security/second-factor-steps'
import { assertAdministers, findCustomer, type VisibleCustomer } from '../customers/steps'
import { assertSeen, totalOfPurchase } from '../orders/first-periods'
import { openSubscriptions } from '../orders/opening-steps'
import { waitForSubmission, workOf } from '../orders/steps'
import { temporaryPassword } from '../organizations/steps'
import { assertPasswordIsStrong } from '../users/commands'
import { findAccount, holdAccount, keepAccount, partsOf } from './account-steps'
import { acceptAttestation, assertHasBegun, writeAttestation } from './agreement-steps'
import { findSubmission, type Submission } from './confirmation-steps'
import {
  acceptAccount,
  addressColumns,
  type Founded,
  findReseller,
  foundCustomer,
  type Reseller,
} from './founding-steps'
import { findFirstAdmin, openHandover, replaceHandover } from './handover-steps'
import { acceptPurchase } from './purchase-steps'
import { acceptPart, assertCulture, mayChangeSegment } from './rules'
import {
  acceptHandoverInput,
  attestAgreementInput,
  changeBillingInput,
  changeContactInput,
  issueHandoverInput,
  type NewCustomer,
  submitNewCustomerInput,
} from './schema'

export type Confirmation = Submission & {
  /** Null where this was submitted before: the password was shown then, once. */
  temporaryPassword: string | null
}

/**
 * P4: the customer, its first Global admin, its relationships, the attested agreement, the order and its subscriptions, all in
 * one transaction or none of it (spec 0.5). The same submission again gives what it made the first time, without the password.
 * @throws DomainError `partnership_missing`, `region_differs`, `input_invalid`, `domain_taken`, what `acceptPurchase` refuses,
 * `total_changed`
 */
export const submitNewCustomer = command({
  access: 'customer.add',
  input: submitNewCustomerInput,
  prepare: temporaryPassword,
  async run({ actor, input, db, audit, repeats }, { password, passwordHash }): Promise<Confirmation> {
    await waitForSubmission(db, actor, input.nonce)
    const before = await findSubmission(db, actor, input.nonce)
    if (before) {
      repeats()
      return { ...before, temporaryPassword: null }
    }
    const reseller = input.resellerId ? await holdReseller(db, actor, input.resellerId) : null
    const account = await acceptAccount(db, actor, input)
    const attestation = acceptAttestation(actor, account)
    const bought = await acceptPurchase(db, actor, account)
    assertSeen(actor, input.total, totalOfPurchase(bought, clock.now()).list, bought[0]?.currency)
    const customer = await foundCustomer(db, actor, account, reseller, passwordHash)
    const subject = { id: customer.id, name: customer.name }
    const added = { customerId: customer.id, resellerId: reseller?.id ?? null, delegatedAdministration: true }
    await audit('customer.added', added, { subject })
    if (attestation) {
      const { record } = await writeAttestation(db, actor, customer.id, attestation)
      await audit('agreement.attested', record, { subject })
    }
    if (bought.length > 0) {
      await openSubscriptions(workOf({ actor, db, audit }), { customer: subject, nonce: input.nonce, bought })
    }
    await welcome(db, actor, customer, account, reseller)
    const made = await findSubmission(db, actor, input.nonce)
    if (!made) throw new Error('A customer that was just founded is not there.')
    return { ...made, temporaryPassword: password }
  },
})

/** The partnership stands until the end of the transaction: who wants to end it waits. */
async function holdReseller(db: Database, actor: Actor, resellerId: string): Promise<Reseller> {
  const reseller = await findReseller(db, actor, resellerId)
  const [row] = await db.$queryRaw<{ held: boolean }[]>`select hold_partnership_with(${resellerId}::uuid) as held`
  if (!row?.held) throw new DomainError('partnership_missing')
  return reseller
}

/** To the customer's contact: who opened the account and for whom. Never the password. */
async function welcome(
  db: Database,
  actor: Actor,
  customer: Founded,
  account: NewCustomer,
  reseller: Reseller | null,
): Promise<void> {
  await sendLater(db, {
    letter: 'customerWelcome',
    organizationId: customer.id,
    to: { address: account.email },
    locale: customer.locale,
    parameters: {
      firstName: account.firstName,
      customerName: customer.name,
      providerName: actor.organizationName,
      resellerName: reseller?.name ?? null,
      userName: customer.userName,
    },
  })
}

/**
 * The provider attests that the customer agreed (spec 3.12).
 * @throws DomainError `not_found`, `input_invalid`, `stale` where an agreement stands
 */
export const attestAgreement = command({
  access: 'customerAgreement.attest',
  input: attestAgreementInput,
  async run({ actor, input, db, audit }) {
    const { customerId, ...attestation } = input
    const customer = await findCustomer(db, actor, customerId)
    assertHasBegun(actor, attestation.agreedOn)
    const { stands, record } = await writeAttestation(db, actor, customer.id, attestation)
    if (!stands) throw new DomainError('stale')
    await audit('agreement.attested', record, { subject: { id: customer.id, name: customer.name } })
    return { customerId }
  },
})

/**
 * Whom to reach at a customer, and in which language.
 * @throws DomainError `not_found`, `delegation_missing`, `stale`, `input_invalid`
 */
export const changeContact = command({
  access: 'customer.editContact',
  input: changeContactInput,
  async run({ actor, input, db, audit }) {
    const customer = await findOwnOrServed(db, actor, input.customerId)
    const { firstName, lastName, email, culture } = input
    const before = await holdAccount(db, customer.id)
    assertCurrent(input.version, partsOf(before).contact)
    assertCulture(customer.country, culture)
    const { phoneNumber = null } = acceptPart(customer.country, { phoneNumber: input.phoneNumber }, 'contact')
    await keepAccount(db, customer.id, { firstName, lastName, contactEmail: email, phoneNumber, culture })
    const changed = before.culture !== culture
    const cultures = { cultureBefore: changed ? before.culture : null, cultureAfter: changed ? culture : null }
    await audit('customer.contactChanged', { customerId: customer.id, ...cultures }, subjectOf(actor, customer))
    return { customerId: customer.id }
  },
})

/**
 * Where a customer is, which number it is registered under, and its segment. The segment decides what can be bought from
 * now on; what was bought stays.
 * @throws DomainError `not_found`, `role_missing` for the segment, `stale`, `input_invalid`
 */
export const changeBilling = command({
  access: 'customer.editBilling',
  input: changeBillingInput,
  async run({ actor, input, db, audit }) {
    const customer = await findOwnOrServed(db, actor, input.customerId)
    const { customerId: _id, version, segment: given, ...address } = input
    // Names no permission: the customer's people who may edit the rest would be told that they may.
    if (given && !mayChangeSegment(actor)) throw new DomainError('role_missing')
    const before = await holdAccount(db, customer.id)
    assertCurrent(version, partsOf(before).billing)
    const segment = given ?? before.segment
    const { phoneNumber: _phone, ...columns } = addressColumns(acceptPart(customer.country, address, 'billing'))
    await keepAccount(db, customer.id, { segment, ...columns })
    const changed = before.segment !== segment
    const segments = { segmentBefore: changed ? before.segment : null, segmentAfter: changed ? segment : null }
    await audit('customer.billingChanged', { customerId: customer.id, ...segments }, subjectOf(actor, customer))
    return { customerId: customer.id }
  },
})

/** A provider keeps the profile of whom it serves; a reseller needs the customer's delegated administration (S2). */
async function findOwnOrServed(db: Database, actor: Actor, customerId: string): Promise<VisibleCustomer> {
  const customer = await findCustomer(db, actor, customerId)
  if (actor.organizationKind === 'reseller') assertAdministers(customer)
  return customer
}

function subjectOf(actor: Actor, { id, name }: VisibleCustomer) {
  return id === actor.organizationId ? {} : { subject: { id, name } }
}

/**
 * A link with which the customer's first person chooses a password that nobody else has seen. Works once, for seven days; a
 * new one replaces the one before.
 * @returns the link where it is to be passed on by hand, shown once; null where the portal mailed it
 * @throws DomainError `not_found`, `delegation_missing`, `handover_needless`, `too_many_attempts` of letters
 */
export const issueHandover = command({
  // The account it opens administers the customer: whoever may only reset passwords would reach everything with it (spec 2.2).
  access: 'customerUser.manage',
  input: issueHandoverInput,
  async prepare({ input }) {
    // The address it goes to is one that partners can write.
    if (input.delivery === 'portal') await spend(handoverLetterBudget, input.customerId)
  },
  async run({ actor, input, db, audit }) {
    const customer = await findCustomer(db, actor, input.customerId)
    assertAdministers(customer)
    const admin = await findFirstAdmin(db, customer.id)
    // The customer's own people have a password: they can let each other in on the page of users.
    if (!customer.relationship || !admin?.mustChangePassword) throw new DomainError('handover_needless')
    const { salt, token, tokenHash } = newLinkSecret('handover')
    await replaceHandover(db, actor, { customerId: customer.id, userId: admin.id, tokenHash })
    const subject = { id: customer.id, name: customer.name }
    await audit('handover.issued', { customerId: customer.id, userId: admin.id }, { subject })
    if (input.delivery === 'self') return { customerId: customer.id, link: handoverUrl(token) }
    const { contactEmail } = (await findAccount(db, customer.id)).account
    await sendLater(db, {
      letter: 'handover',
      organizationId: actor.organizationId,
      to: { address: contactEmail },
      locale: admin.locale,
      parameters: {
        customerName: customer.name,
        issuerName: actor.organizationName,
        userName: admin.email,
        salt,
      },
    })
    return { customerId: customer.id, link: null }
  },
})

const handoverBudget: Budget = { name: 'handover', points: 30, seconds: 3600 }
const handoverLetterBudget: Budget = { name: 'handover-letter', points: 10, seconds: 3600 }

/**
 * Chooses the first password with a hand-over link: voids the temporary one and the link, ends all sessions, and signs in where no
 * second factor is asked.
 * @returns the session token for the cookie; null where the second factor is still to be given, or the issuer to be asked
 * @throws DomainError any `handover_…` code, `input_invalid`, `too_many_attempts`
 */
export const acceptHandover = command({
  access: 'public',
  input: acceptHandoverInput,
  key: (input) => input.token,
  async prepare({ input, request, read }) {
    await spend(handoverBudget, request.ipAddress ?? 'unknown')
    const { email, fullName, organizationName } = await read(openHandover)
    assertPasswordIsStrong(input.newPassword, [email, fullName, organizationName, 'tandem'])
    return hashPassword(input.newPassword)
  },
  async run({ input, db, audit, request }, passwordHash) {
    const { handoverId, userId, organizationId, fullName, organizationName, issuerName } = await openHandover(db)
    const { count } = await db.credentialHandover.updateMany({
      where: { tokenHash: hashToken(input.token), usedAt: null, replacedAt: null },
      data: { usedAt: clock.now() },
    })
    if (count !== 1) throw new DomainError('handover_used')
    const { issuerOrganizationId } = await db.credentialHandover.findUniqueOrThrow({
      where: { id: handoverId },
      select: { issuerOrganizationId: true },
    })
    // From here on as the customer that the link belongs to.
    await enterOrganization(db, organizationId)
    await db.user.update({
      where: { id: userId },
      data: { passwordHash, mustChangePassword: false, temporaryPasswordExpiresAt: null },
      select: { id: true },
    })
    await noteTimeZone(db, userId, input.timeZone)
    await revokeSessionsOf(db, userId)
    const as = { userId, fullName, organizationId, organizationName }
    const subject = { id: issuerOrganizationId, name: issuerName }
    await audit('handover.used', { customerId: organizationId, userId }, { as, subject })
    return { ...(await enterAfterChoice(db, { id: userId, organizationId }, request)), returnTo: '/dashboard' }
  },
})
