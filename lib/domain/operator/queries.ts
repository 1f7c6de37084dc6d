import { type Database, Prisma } from '@/lib/core/db'
import { query } from '@/lib/core/operation'
import { byNewest, type KeyRange, readPage } from '@/lib/core/page'
import { listOrganizationsInput, organizationInput } from './schema'
import { findFirstGlobalAdmin, findOrganization, visibleOrganizations } from './steps'

const listFields = {
  id: true,
  kind: true,
  name: true,
  domain: true,
  country: true,
  vettingStatus: true,
  createdAt: true,
} as const

/** Everybody who takes part, whoever came last first. */
export const listOrganizations = query({
  access: 'organization.list',
  input: listOrganizationsInput,
  run: ({ actor, input: { search, kind, ...input }, db }) =>
    readPage(
      input,
      async (range) => {
        const visible = visibleOrganizations(actor)
        const { where, orderBy, take } = byNewest('id', range)
        if (!search) {
          const ofKind = kind ? { kind } : {}
          return db.organization.findMany({
            where: { AND: [visible, ofKind, where] },
            orderBy,
            take,
            select: listFields,
          })
        }
        const ids = await searchOrganizations(db, search, kind ?? null, range)
        return db.organization.findMany({ where: { AND: [visible, { id: { in: ids } }] }, orderBy, select: listFields })
      },
      (row) => ({ sort: '', id: row.id }),
    ),
})

async function searchOrganizations(db: Database, term: string, kind: string | null, range: KeyRange) {
  const from = range.from?.id ?? null
  const found = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`select id from search_organizations(${term}, ${kind}, ${from}::uuid, ${range.direction === 'backward'}, ${range.take}::int) as id`,
  )
  return found.map(({ id }) => id)
}

/** People are counted no further. */
export const peopleCounted = 1000

/** One organization: how it stands, who was let in first, how often it was verified. @throws DomainError `not_found` */
export const getOrganization = query({
  access: 'organization.list',
  input: organizationInput,
  async run({ actor, input, db }) {
    const organization = await findOrganization(db, actor, input.organizationId)
    const [counted] = await db.$queryRaw<{ people: number }[]>`
      select count_people(${organization.id}::uuid, ${peopleCounted + 1}::int) as people`
    const verifications = await db.verificationCase.findMany({
      where: { organizationId: organization.id },
      orderBy: { id: 'desc' },
      take: 20,
      select: { id: true, status: true, changed: true, openedAt: true, decidedAt: true, decidedByName: true },
    })
    return {
      ...organization,
      people: counted?.people ?? 0,
      firstGlobalAdmin: await findFirstGlobalAdmin(db, organization.id),
      verifications,
    }
  },
})
