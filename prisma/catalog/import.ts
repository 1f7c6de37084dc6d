import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { type Actor, owingNothing, type Role } from '@/lib/access/permissions'
import { disconnect } from '@/lib/core/db'
import { type DomainError, isDomainError } from '@/lib/core/errors'
import { importCatalog } from '@/lib/domain/catalog/commands'
import { rowErrorsOf } from '@/lib/domain/catalog/csv'
import { errorWords } from '@/lib/i18n/error-words'

// node --import tsx prisma/catalog/import.ts <file>
// Imports a catalogue file in the name of the operator's first Global admin. Started by `npm run catalog:import`.

const words = errorWords('en')

async function importFile(file: string): Promise<number> {
  const actor = await operator()
  if (!actor) return complain(['The portal has no operator yet: it has to be founded first.'])
  try {
    // What is no UTF-8 becomes U+FFFD, which the import refuses by name.
    const content = readFileSync(file, 'utf8')
    const request = { requestId: randomUUID(), ipAddress: null, userAgent: null }
    report(actor, await importCatalog(actor, { content }, request))
    return 0
  } catch (error) {
    if (isDomainError(error)) return complain([`${file} is not imported, nothing has changed.`, ...complaintsOf(error)])
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return complain([`There is no file ${file}.`])
    throw error
  }
}

function report(actor: Actor, counts: Awaited<ReturnType<typeof importCatalog>>): void {
  const line = (what: string, all: number, written: number, withdrawn: number) =>
    console.log(`  ${what}: ${all} in the file, ${written} new or changed, ${withdrawn} withdrawn`)
  console.log(`The catalogue is imported in the name of ${actor.fullName}.`)
  line('Offers', counts.offers, counts.writtenOffers, counts.withdrawnOffers)
  line('Prices', counts.availabilities, counts.writtenAvailabilities, counts.withdrawnAvailabilities)
}

function complain(lines: readonly string[]): number {
  for (const line of lines) console.error(line)
  return 1
}

/** What is wrong with the file, and where. */
function complaintsOf(error: DomainError): string[] {
  const named = rowErrorsOf(error)
  const unnamed = Number(error.parameters.count ?? 0) - named.length
  return [
    words(error.code, error.parameters),
    ...named.map(({ line, column, problem }) => {
      const place = column === '' ? `line ${line}` : `line ${line}, ${column}`
      return `  ${place}: ${words(`fields.${problem}`)}`
    }),
    ...(unnamed > 0 ? [`  and ${unnamed} more`] : []),
  ]
}

/** Nobody has signed in here: whoever may start this program holds the database. */
async function operator(): Promise<Actor | null> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query<OperatorRow>(
      `SELECT u.id AS "userId", u.email, u."fullName", u.roles::text[] AS roles, o.id AS "organizationId",
         o.name AS "organizationName", o.domain AS "organizationDomain", o.region
       FROM "Organization" o JOIN "User" u ON u."organizationId" = o.id
       WHERE o.kind = 'operator' AND 'globalAdmin' = ANY (u.roles) AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
       ORDER BY u.id LIMIT 1`,
    )
    const settings = { locale: 'en', theme: 'system', timeZone: 'UTC', ...owingNothing() } as const
    return rows[0] ? { ...rows[0], ...settings, sessionId: randomUUID(), organizationKind: 'operator' } : null
  } finally {
    await client.end()
  }
}

interface OperatorRow
  extends Pick<Actor, 'userId' | 'email' | 'fullName' | 'organizationId' | 'organizationName' | 'organizationDomain'> {
  roles: Role[]
  region: string
}

try {
  process.exitCode = await importFile(process.argv[2] ?? '')
} finally {
  await disconnect()
}
