import { uuidv7 } from 'uuidv7'
import { type Actor, agentRoles, type Role } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { userRow } from '../organizations/steps'
import { mayGrantRole } from '../users/rules'
import type { FilePerson, PeopleColumn, Problem } from './people-file'

/** So many people are added in one transaction; a long file takes several. */
export const peopleAtOnce = 20

/** Writes down what was read, with what stands against each row. Adds nobody. */
export async function keepUpload(
  db: Database,
  actor: Actor,
  { nonce, people }: { nonce: string; people: readonly FilePerson[] },
): Promise<string> {
  const upload = { id: uuidv7(), organizationId: actor.organizationId, createdById: actor.userId, nonce }
  const { count } = await db.peopleUpload.createMany({
    data: { ...upload, createdAt: clock.now() },
    skipDuplicates: true,
  })
  if (count === 0) return findByNonce(db, actor, nonce)
  const taken = await takenAmong(db, actor, people)
  await db.peopleUploadRow.createMany({
    data: people.map(({ problems: found, ...person }) => {
      const problems = [...found, ...furtherProblems(actor, person, taken)]
      return {
        ...person,
        ...rowOf(upload),
        problems: asJson(problems),
        state: problems.length > 0 ? 'refused' : 'ready',
      }
    }),
  })
  return upload.id
}

const rowOf = ({ id: uploadId, organizationId }: { id: string; organizationId: string }) => ({
  id: uuidv7(),
  uploadId,
  organizationId,
})

/** What a JSON column takes: plain objects without a type of their own. */
const asJson = (problems: readonly Problem[]) => problems.map(({ column, error }) => ({ column, error }))

async function findByNonce(db: Database, { userId }: Actor, nonce: string): Promise<string> {
  const { id } = await db.peopleUpload.findUniqueOrThrow({
    where: { createdById_nonce: { createdById: userId, nonce } },
    select: { id: true },
  })
  return id
}

interface Taken {
  everywhere: ReadonlySet<string>
  here: ReadonlySet<string>
}

async function takenAmong(
  db: Database,
  { organizationId }: Actor,
  people: readonly { email: string }[],
): Promise<Taken> {
  const emails = people.map(({ email }) => email)
  const everywhere = await db.$queryRaw<{ email: string }[]>`select taken_emails(${emails}) as email`
  const here = await db.user.findMany({
    where: { organizationId, email: { in: everywhere.map(({ email }) => email) } },
    select: { email: true },
  })
  const asSet = (rows: readonly { email: string }[]) => new Set(rows.map(({ email }) => email))
  return { everywhere: asSet(everywhere), here: asSet(here) }
}

function furtherProblems(actor: Actor, { email, roles }: { email: string; roles: readonly Role[] }, taken: Taken) {
  const problems: Problem[] = []
  if (taken.here.has(email)) problems.push({ column: 'email', error: 'email_here' })
  else if (taken.everywhere.has(email)) problems.push({ column: 'email', error: 'email_taken' })
  return [...problems, ...beyondReach(actor, roles)]
}

/** Roles that are not the actor's to grant, by the column they stand in. */
function beyondReach(actor: Pick<Actor, 'roles' | 'organizationKind'>, roles: readonly Role[]): Problem[] {
  const refused = roles.filter((role) => !mayGrantRole(actor, role))
  return refused.map((role) => ({ column: columnOf(role), error: 'role_not_grantable' }))
}

const agents: readonly Role[] = agentRoles
const columnOf = (role: Role): PeopleColumn => (agents.includes(role) ? 'agentLevel' : 'adminLevel')

/** The next people of a confirmed upload. The upload is held, so that a second press waits and finds them added. */
export async function takeNext(db: Database, { organizationId }: Actor, uploadId: string) {
  const [held] = await db.$queryRaw<{ id: string }[]>`
    select id from "PeopleUpload" where id = ${uploadId}::uuid and "organizationId" = ${organizationId}::uuid for update`
  if (!held) throw new DomainError('not_found')
  await db.peopleUpload.updateMany({ where: { id: uploadId, confirmedAt: null }, data: { confirmedAt: clock.now() } })
  return db.peopleUploadRow.findMany({
    where: { uploadId, state: 'ready' },
    orderBy: { line: 'asc' },
    take: peopleAtOnce,
    select: { id: true, fullName: true, email: true, roles: true },
  })
}

type ReadyRow = Awaited<ReturnType<typeof takeNext>>[number]

/** Adds people with a password nobody knows; those who cannot be added say why. */
export async function addPeople(db: Database, actor: Actor, ready: readonly ReadyRow[], passwordHash: string) {
  const beyond = new Map(ready.map((row) => [row.id, beyondReach(actor, row.roles)] as const))
  const candidates = ready
    .filter(({ id }) => beyond.get(id)?.length === 0)
    .map(({ id, fullName, email, roles }) => {
      const facts = { fullName, email, roles, passwordHash, locale: actor.locale, temporary: true }
      return { rowId: id, user: userRow(actor.organizationId, facts) }
    })
  await db.user.createMany({ data: candidates.map(({ user }) => user), skipDuplicates: true })
  const written = await db.user.findMany({
    where: { id: { in: candidates.map(({ user }) => user.id) } },
    select: { id: true },
  })
  const ids = new Set(written.map(({ id }) => id))
  const added = candidates.filter(({ user }) => ids.has(user.id))
  for (const { rowId, user } of added) await settle(db, rowId, { state: 'added', userId: user.id })
  const taken: Problem[] = [{ column: 'email', error: 'email_taken' }]
  for (const { id } of ready.filter((row) => !added.some(({ rowId }) => rowId === row.id))) {
    const problems = beyond.get(id) ?? []
    await settle(db, id, { state: 'refused', problems: asJson(problems.length > 0 ? problems : taken) })
  }
  return added.map(({ user }) => user)
}

type Settled = { state: 'added'; userId: string } | { state: 'refused'; problems: { column: string; error: string }[] }

async function settle(db: Database, id: string, data: Settled): Promise<void> {
  await db.peopleUploadRow.update({ where: { id }, data, select: { id: true } })
}

/** How far an upload has come. */
export async function progressOf(db: Database, uploadId: string) {
  const groups = await db.peopleUploadRow.groupBy({ by: ['state'], where: { uploadId }, _count: true })
  const number = (state: string) => groups.find((group) => group.state === state)?._count ?? 0
  return { added: number('added'), refused: number('refused'), remaining: number('ready') }
}
