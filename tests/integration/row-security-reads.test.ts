import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Neighbour, type World, world } from '../support/neighbourhood'
import { rows } from '../support/owner'
import { allKinds } from '../support/role-matrix'

// What wall two shows to a tenant, whatever the code above it asks for: every table, read whole, as the application's role.

const application = new pg.Client({ connectionString: process.env.APPLICATION_DATABASE_URL })
beforeAll(() => application.connect())
afterAll(() => application.end())

/** Every table with the columns that the application may read. */
async function readable(): Promise<{ name: string; columns: string }[]> {
  return rows(
    `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.column_privileges
     where grantee = 'tandem_application' and privilege_type = 'SELECT' and table_schema = 'public' and table_name <> 'rate_limit'
     group by table_name order by 1`,
  )
}

async function everythingSeenBy({ me }: World): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>()
  await application.query('begin')
  await application.query(`select set_config('app.organization_id', $1, true)`, [me.id])
  for (const { name, columns } of await readable()) {
    const { rows: found } = await application.query(
      `select to_json(t)::text as text from (select ${columns} from "${name}") t`,
    )
    seen.set(
      name,
      found.map(({ text }) => text),
    )
  }
  await application.query('rollback')
  return seen
}

/** Where somebody is named who should not be. */
function naming(seen: Map<string, string[]>, { hidden }: Neighbour, except: string[] = []): string[] {
  return [...seen].flatMap(([table, found]) =>
    found
      .filter(
        (text) => !except.includes(table) && hidden.some(({ id, mark }) => text.includes(id) || text.includes(mark)),
      )
      .map((text) => `${table}: ${text}`),
  )
}

describe.each(allKinds)('a %s', (kind) => {
  let made: World
  let seen: Map<string, string[]>
  beforeAll(async () => {
    made = await world(kind)
    seen = await everythingSeenBy(made)
  })

  test('sees itself and its people', () => {
    const people = new Set(made.principals.flatMap(({ actor }) => (actor ? [actor.userId] : [])))
    expect(seen.size).toBeGreaterThanOrEqual(17)
    expect(seen.get('Organization')?.some((text) => text.includes(made.me.id))).toBe(true)
    expect(seen.get('User')?.filter((text) => text.includes(made.me.mark))).toHaveLength(people.size)
  })

  test.each(['pending', 'sibling', 'stranger'] as const)('sees nothing that names somebody %s', (relation) => {
    // Who takes part in the portal is the operator's to know.
    const known = kind === 'operator' ? ['Organization'] : []
    expect(naming(seen, made.neighbours[relation], known)).toEqual([])
  })

  test('sees of an ended relation its history and who it was with, nothing else', () => {
    const history = [
      'Organization',
      'Partnership',
      'PartnershipAdminAccess',
      'CustomerRelationship',
      'DelegatedAdministration',
    ]
    expect(naming(seen, made.neighbours.ended, history)).toEqual([])
    const texts = ['CustomerRelationship', 'Partnership'].flatMap((table) => seen.get(table) ?? [])
    const ended = naming(new Map([['', texts]]), made.neighbours.ended)
    expect(ended.filter((text) => !text.includes(made.me.id))).toEqual([])
  })

  test('sees of its active partners no invitation, no letter, no session and no record', () => {
    const { active } = made.neighbours
    const open = [
      'Organization',
      'Partnership',
      'PartnershipAdminAccess',
      'CustomerRelationship',
      'DelegatedAdministration',
    ]
    // The separable admin access opens the people of a reseller to its provider.
    const shared = kind === 'provider' ? [...open, 'User'] : open
    expect(naming(seen, active, shared)).toEqual([])
  })
})
