import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import type { Locale } from '@/lib/i18n/locale'
import { acceptAddress } from '../organizations/address'
import { regionOf } from '../organizations/countries'
import { holdNames, named } from '../organizations/name-steps'
import { createUser, foundOrganization } from '../organizations/steps'
import { adminUserName, assertCulture, defaultDomain, languageOf } from './rules'
import type { NewCustomer } from './schema'

export interface Reseller {
  id: string
  name: string
}

/** Resellers the actor's organization works with today. */
export function activeResellers(actor: Actor) {
  return { AND: [scope({ providerId: actor.organizationId }), { endedAt: null }] }
}

/** @throws DomainError `partnership_missing`, `region_differs` */
export async function findReseller(db: Database, actor: Actor, resellerId: string): Promise<Reseller> {
  const partnership = await db.partnership.findFirst({
    where: { AND: [activeResellers(actor), { resellerId }] },
    select: { resellerName: true, reseller: { select: { region: true } } },
  })
  if (!partnership) throw new DomainError('partnership_missing')
  if (partnership.reseller.region !== actor.region) throw new DomainError('region_differs')
  return { id: resellerId, name: partnership.resellerName }
}

/**
 * What a country asks of its customers, whether the provider may serve it, whether the domain is free.
 * @returns the account as it will be kept
 * @throws DomainError `region_differs`, `input_invalid`
 */
export async function acceptAccount(db: Database, actor: Actor, given: NewCustomer): Promise<NewCustomer> {
  if (regionOf(given.country) !== actor.region) throw new DomainError('region_differs')
  assertCulture(given.country, given.culture)
  const accepted = { ...given, ...acceptAddress(given.country, given) }
  if (await isDomainTaken(db, defaultDomain(given.prefix)))
    throw new DomainError('input_invalid', { fields: { prefix: ['domain_taken'] } })
  return accepted
}

async function isDomainTaken(db: Database, domain: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ taken: boolean }[]>`select domain_is_taken(${domain}) as taken`
  return row?.taken !== false
}

/** Those of the domains that nobody has, in the order given. */
export async function freeDomains(db: Database, domains: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ domain: string }[]>`
    select domain from unnest(${[...domains]}::text[]) with ordinality as given(domain, place)
    where not domain_is_taken(domain) order by place`
  return rows.map(({ domain }) => domain)
}

export interface Founded {
  id: string
  name: string
  domain: string
  userName: string
  locale: Locale
}

/**
 * Founds the customer with its account, its first Global admin and its relationships (S1: whoever is associated with the
 * account administers it). Afterwards the tenant is the provider again.
 * @throws DomainError `domain_taken`
 */
export async function foundCustomer(
  db: Database,
  actor: Actor,
  account: NewCustomer,
  reseller: Reseller | null,
  passwordHash: string,
): Promise<Founded> {
  const domain = defaultDomain(account.prefix)
  const locale: Locale = languageOf(account.culture) === 'ru' ? 'ru' : 'en'
  const names = await holdNames(db, [actor.organizationId, ...(reseller ? [reseller.id] : [])])
  const customerId = await foundOrganization(db, {
    kind: 'customer',
    name: account.companyName,
    domain,
    country: account.country,
    contactName: `${account.firstName} ${account.lastName}`,
    contactEmail: account.email,
    contactPhone: account.phoneNumber,
  })
  await writeAccount(db, customerId, actor, account)
  const userName = adminUserName(domain)
  await createUser(db, customerId, {
    email: userName,
    fullName: `${account.firstName} ${account.lastName}`,
    roles: ['globalAdmin'],
    passwordHash,
    locale,
    temporary: true,
  })
  const founded = { id: customerId, name: account.companyName, domain, userName, locale }
  const provider = { id: actor.organizationId, name: actor.organizationName }
  await relate(db, actor, founded, { ...named(names, provider), kind: 'provider' })
  if (reseller) await relate(db, actor, founded, { ...named(names, reseller), kind: 'reseller' })
  await enterOrganization(db, actor.organizationId)
  return founded
}

async function writeAccount(db: Database, customerId: string, actor: Actor, account: NewCustomer): Promise<void> {
  await db.customerAccount.createMany({
    data: {
      customerId,
      foundedById: actor.organizationId,
      nonce: account.nonce,
      segment: account.segment,
      culture: account.culture,
      language: languageOf(account.culture),
      firstName: account.firstName,
      lastName: account.lastName,
      contactEmail: account.email,
      ...addressColumns(account),
      updatedAt: clock.now(),
    },
  })
}

/** Fields of an address as the table has them. */
export function addressColumns(address: Pick<NewCustomer, 'addressLine1' | AddressOptions>) {
  return {
    phoneNumber: address.phoneNumber ?? null,
    addressLine1: address.addressLine1,
    addressLine2: address.addressLine2 ?? null,
    city: address.city ?? null,
    state: address.state ?? null,
    postalCode: address.postalCode ?? null,
    registrationNumber: address.organizationRegistrationNumber ?? null,
  }
}

type AddressOptions =
  | 'phoneNumber'
  | 'addressLine2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'organizationRegistrationNumber'

type Partner = Reseller & { kind: 'provider' | 'reseller' }

/** The new customer's relationship with a partner, delegated administration included. The tenant is the customer. */
async function relate(db: Database, actor: Actor, customer: Founded, partner: Partner): Promise<void> {
  const pair = { partnerId: partner.id, customerId: customer.id }
  await db.customerRelationship.create({
    data: {
      ...pair,
      partnerKind: partner.kind,
      partnerName: partner.name,
      partnerSortName: toSortName(partner.name),
      customerName: customer.name,
      customerSortName: toSortName(customer.name),
      customerDomain: customer.domain,
      customerSearch: toSearchText(customer.name, customer.domain),
      startedAt: clock.now(),
      delegatedAdministrations: {
        create: { ...pair, grantedAt: clock.now(), grantedByName: actor.fullName },
      },
    },
    select: { id: true },
  })
}
