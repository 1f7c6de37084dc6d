import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, type KeyRange, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { toSearchTerm } from '@/lib/core/sort-name'
import { listPartnersInput, partnershipInput, resellerInput } from './schema'

const accessFields = { select: { grantedAt: true, revokedAt: true, revokedByName: true } } as const
const partnerFields = { select: { id: true, mpnId: true, country: true, domain: true } } as const

/** S1, P2: the provider's indirect resellers in name order. */
export const listResellers = query({
  access: 'partnership.list',
  input: listPartnersInput,
  run: ({ actor, input, db }) =>
    readPage(
      input,
      async (range) => {
        const select = {
          id: true,
          resellerId: true,
          resellerName: true,
          resellerSortName: true,
          startedAt: true,
          reseller: {
            select: {
              ...partnerFields.select,
              // Spec 3.12: signed once per region, and partners share theirs.
              partnerAgreements: { where: { region: actor.region }, select: { signedAt: true }, take: 1 },
            },
          },
          adminAccess: accessFields,
        } as const
        const own = scope({ providerId: actor.organizationId })
        if (input.search) {
          const ids = await searchPartnerships(db, 'search_resellers', input.search, range)
          return inOrder(ids, await db.partnership.findMany({ where: { AND: [own, { id: { in: ids } }] }, select }))
        }
        const { where, orderBy, take } = byName('resellerSortName', range)
        return db.partnership.findMany({ where: { AND: [own, { endedAt: null }, where] }, orderBy, take, select })
      },
      (row) => ({ sort: row.resellerSortName, id: row.id }),
    ),
})

/** S2, R4: the reseller's indirect providers in name order. */
export const listProviders = query({
  access: 'partnership.list',
  input: listPartnersInput,
  run: ({ actor, input, db }) =>
    readPage(
      input,
      async (range) => {
        const select = {
          id: true,
          providerId: true,
          providerName: true,
          providerSortName: true,
          startedAt: true,
          provider: {
            select: {
              ...partnerFields.select,
              // How the reseller reaches its provider's support.
              supportProfile: { select: { email: true, phone: true, website: true } },
            },
          },
          adminAccess: accessFields,
        } as const
        const own = scope({ resellerId: actor.organizationId })
        if (input.search) {
          const ids = await searchPartnerships(db, 'search_providers', input.search, range)
          return inOrder(ids, await db.partnership.findMany({ where: { AND: [own, { id: { in: ids } }] }, select }))
        }
        const { where, orderBy, take } = byName('providerSortName', range)
        return db.partnership.findMany({ where: { AND: [own, { endedAt: null }, where] }, orderBy, take, select })
      },
      (row) => ({ sort: row.providerSortName, id: row.id }),
    ),
})

async function searchPartnerships(
  db: Database,
  name: 'search_resellers' | 'search_providers',
  term: string,
  range: KeyRange,
): Promise<string[]> {
  const from = Prisma.sql`${toSearchTerm(term)}, ${range.from?.sort ?? null}, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}, ${range.take}::int`
  const rows = await db.$queryRaw<{ id: string }[]>`select id from ${Prisma.raw(name)}(${from}) as id`
  return rows.map(({ id }) => id)
}

function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** P8: what removing a partnership would touch, before anybody confirms it. */
export const getRemovalImpact = query({
  access: 'partnership.remove',
  input: partnershipInput,
  async run({ actor, input, db }) {
    const partnership = await db.partnership.findFirst({
      where: { AND: [scope({ providerId: actor.organizationId }), { id: input.partnershipId, status: 'active' }] },
      select: {
        id: true,
        resellerId: true,
        resellerName: true,
        startedAt: true,
        adminAccess: { select: { revokedAt: true } },
      },
    })
    if (!partnership) throw new DomainError('not_found')
    const { resellerId } = partnership
    const sharedCustomers = await countSharedCustomers(db, resellerId)
    const { adminAccess, ...fields } = partnership
    return { ...fields, sharedCustomers, adminAccessEnds: adminAccess?.revokedAt === null }
  },
})

const countedAtMost = 1000

/** At most 1,001: a page says "more than 1,000". */
async function countSharedCustomers(db: Database, resellerId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count_shared_customers(${resellerId}::uuid, ${countedAtMost + 1}::int) as count`
  return row?.count ?? 0
}

/**
 * The reseller's work account, open to its provider while the separable admin access stands (S2 note, spec 0.4).
 * @throws DomainError `not_found`, `admin_access_revoked`
 */
export const getResellerAccount = query({
  access: 'adminAccess.use',
  input: resellerInput,
  async run({ actor, input, db }) {
    const partnership = await db.partnership.findFirst({
      where: { AND: [scope({ providerId: actor.organizationId }), { resellerId: input.resellerId, status: 'active' }] },
      select: { id: true, startedAt: true, adminAccess: { select: { grantedAt: true, revokedAt: true } } },
    })
    if (!partnership) throw new DomainError('not_found')
    if (!partnership.adminAccess || partnership.adminAccess.revokedAt) throw new DomainError('admin_access_revoked')
    const organization = await db.organization.findUniqueOrThrow({
      where: { id: input.resellerId },
      select: {
        id: true,
        name: true,
        domain: true,
        country: true,
        mpnId: true,
        contactName: true,
        contactEmail: true,
        contactPhone: true,
      },
    })
    const people = await db.user.findMany({
      where: { organizationId: input.resellerId, deletedAt: null },
      select: { id: true, fullName: true, email: true, roles: true, disabledAt: true },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
      take: 100,
    })
    return { partnershipId: partnership.id, since: partnership.adminAccess.grantedAt, organization, people }
  },
})
