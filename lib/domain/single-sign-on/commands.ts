import { discoverIssuer } from '@/lib/auth/issuer/openid'
import { seal } from '@/lib/auth/sealed-secret'
import type { Database } from '@/lib/core/db'
import { DomainError, type ErrorCode, isDomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { hasSecondFactor } from '../account-security/second-factor-steps'
import { assertMaySwitchOn } from './rules'
import { configureInput, noInput, requireInput, switchInput, unlinkInput } from './schema'
import { coveredDomains, ownIssuer, verifiedDomains } from './steps'

const configureBudget: Budget = { name: 'issuer-configure', points: 30, seconds: 15 * 60 }

/**
 * Sets up the issuer, or changes it. Where issuer or client change, the secret is asked anew (the old one is nothing for a new
 * issuer), passwords are taken again, and a test has to come first.
 * @throws DomainError `input_invalid`, `domain_covered`, `confirmation_required`, `too_many_attempts`
 */
export const configureSingleSignOn = command({
  access: 'singleSignOn.manage',
  input: configureInput,
  confirmed: true,
  async prepare({ actor, input, read }) {
    await spend(configureBudget, actor.userId)
    const verified = await read(verifiedDomains)
    if (!input.domains.every((domain) => verified.includes(domain))) throw inField('domains', 'domain_not_verified')
    return askIssuer(input.issuer)
  },
  async run({ actor, input, db, audit }, issuer) {
    const { organizationId } = actor
    const { clientId, clientSecret } = input
    const before = await db.singleSignOn.findFirst({
      where: { organizationId },
      select: { issuer: true, clientId: true },
    })
    const same = before?.issuer === issuer && before.clientId === clientId
    if (!same && !clientSecret) throw inField('clientSecret', 'required')
    const sealed = clientSecret ? { encryptedSecret: seal(Buffer.from(clientSecret, 'utf8'), organizationId) } : {}
    const untested = same && !clientSecret ? {} : { testedAt: null, lastTest: {} }
    const anew = same ? {} : ({ issuer, clientId, state: 'testing', required: false } as const)
    const data = { ...sealed, ...untested, ...anew, updatedAt: new Date() }
    if (before) await db.singleSignOn.updateMany({ where: { organizationId }, data })
    else
      await db.singleSignOn.createMany({
        data: { organizationId, issuer, clientId, encryptedSecret: sealed.encryptedSecret ?? '' },
      })
    await replaceDomains(db, organizationId, input.domains)
    const { domains } = input
    await audit('singleSignOn.configured', { issuer, clientId, domains, secretChanged: clientSecret !== undefined })
    return {}
  },
})

async function replaceDomains(db: Database, organizationId: string, domains: readonly string[]): Promise<void> {
  await db.singleSignOnDomain.deleteMany({ where: { organizationId } })
  await db.singleSignOnDomain.createMany({ data: [...new Set(domains)].map((domain) => ({ domain, organizationId })) })
}

/** The name by which the issuer calls itself. What is wrong with it stands at its field. */
async function askIssuer(typed: string): Promise<string> {
  try {
    return (await discoverIssuer(typed)).issuer
  } catch (error) {
    if (isDomainError(error) && isIssuerProblem(error.code)) throw inField('issuer', error.code)
    throw error
  }
}

const issuerProblems = ['issuer_unreachable', 'issuer_address_refused', 'issuer_differs', 'issuer_not_conform'] as const

function isIssuerProblem(code: ErrorCode): code is (typeof issuerProblems)[number] {
  return (issuerProblems as readonly ErrorCode[]).includes(code)
}

function inField(field: string, message: string): DomainError {
  return new DomainError('input_invalid', { fields: { [field]: [message] } })
}

/**
 * @throws DomainError `single_sign_on_missing`, `single_sign_on_untested`, `domain_not_verified` where no domain is left,
 * `confirmation_required`
 */
export const switchSingleSignOn = command({
  access: 'singleSignOn.manage',
  input: switchInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const { organizationId } = actor
    const { issuer } = await ownIssuer(db)
    if (input.state === 'off') {
      // Off is off: switching it on again does not shut anybody out by surprise.
      await db.singleSignOn.updateMany({ where: { organizationId }, data: { state: 'off', required: false } })
      await audit('singleSignOn.switchedOff', { issuer })
      return { state: input.state }
    }
    const { testedAt } = await db.singleSignOn.findFirstOrThrow({
      where: { organizationId },
      select: { testedAt: true },
    })
    assertMaySwitchOn(testedAt)
    if ((await coveredDomains(db)).length === 0) throw new DomainError('domain_not_verified')
    await db.singleSignOn.updateMany({ where: { organizationId, testedAt }, data: { state: 'on' } })
    await audit('singleSignOn.switchedOn', { issuer })
    return { state: input.state }
  },
})

/**
 * Whether people of the covered domains may still use passwords. Global admins with a second factor always may, so that
 * somebody comes in when the issuer fails; whoever asks this of others is one of them.
 * @throws DomainError `single_sign_on_not_on`, `second_factor_first`, `confirmation_required`
 */
export const requireSingleSignOn = command({
  access: 'singleSignOn.manage',
  input: requireInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const required = input.required === 'yes'
    if (required && !(await hasSecondFactor(db, actor.userId))) throw new DomainError('second_factor_first')
    const { organizationId } = actor
    // Of switching it off at the same moment and this, one wins.
    const { count } = await db.singleSignOn.updateMany({ where: { organizationId, state: 'on' }, data: { required } })
    if (count !== 1) throw new DomainError('single_sign_on_not_on')
    await audit('singleSignOn.required', { required })
    return { required }
  },
})

/**
 * Forgets the issuer, its secret, and whom it knows by which name.
 * @throws DomainError `single_sign_on_missing`, `confirmation_required`
 */
export const removeSingleSignOn = command({
  access: 'singleSignOn.manage',
  input: noInput,
  confirmed: true,
  async run({ actor: { organizationId }, db, audit }) {
    const { issuer } = await ownIssuer(db)
    await db.singleSignOnDomain.deleteMany({ where: { organizationId } })
    const { count } = await db.singleSignOn.deleteMany({ where: { organizationId } })
    if (count !== 1) throw new DomainError('single_sign_on_missing')
    await db.issuerIdentity.deleteMany({ where: { organizationId } })
    await audit('singleSignOn.removed', { issuer })
    return {}
  },
})

/**
 * Forgets by which name the issuer knows a person: for whoever got a new account there.
 * @throws DomainError `input_invalid` where nobody of the organization with this address is linked, `confirmation_required`
 */
export const unlinkIdentity = command({
  access: 'singleSignOn.manage',
  input: unlinkInput,
  confirmed: true,
  async run({ actor: { organizationId }, input, db, audit }) {
    const person = await db.user.findFirst({
      where: { organizationId, email: input.email },
      select: { id: true, fullName: true },
    })
    const found =
      person &&
      (await db.issuerIdentity.findFirst({
        where: { organizationId, userId: person.id },
        select: { id: true, issuer: true },
      }))
    const removed = found ? await db.issuerIdentity.deleteMany({ where: { id: found.id } }) : { count: 0 }
    if (!person || !found || removed.count !== 1) throw inField('email', 'not_linked')
    await audit('issuerIdentity.unlinked', { userId: person.id, fullName: person.fullName, issuer: found.issuer })
    return {}
  },
})
