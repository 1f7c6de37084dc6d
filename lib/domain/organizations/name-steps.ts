import { type Database, Prisma, statement } from '@/lib/core/db'
import { toSearchText, toSortName } from '@/lib/core/sort-name'

/**
 * Names of organizations for a row that carries them. They stay the same until the end of the transaction: a change of the
 * name at the same moment comes before, or waits and then changes the new row as well.
 */
export async function holdNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await statement<{ id: string; name: string }>(
    db,
    Prisma.sql`select id, name from hold_names(${[...ids]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** An organization under the name that is held. */
export function named<Organization extends { id: string; name: string }>(
  names: Map<string, string>,
  organization: Organization,
): Organization {
  return { ...organization, name: names.get(organization.id) ?? organization.name }
}

interface Named {
  id: string
  domain: string
  mpnId: string | null
}

/** Another name for the organization of the transaction: it goes into every list that carries it. */
export async function rename(db: Database, { id, domain, mpnId }: Named, name: string): Promise<void> {
  await db.organization.updateMany({ where: { id }, data: { name } })
  await db.$executeRaw`select carry_own_name(${name}, ${toSortName(name)}, ${toSearchText(name, domain, mpnId)},
    ${toSearchText(name, mpnId)})`
}
