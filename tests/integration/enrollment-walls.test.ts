import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrollingCompany, linked, membershipAccount } from '../support/enrollment'
import { row, rows } from '../support/owner'

// What wall two keeps back of an enrollment, whatever the code above it gets wrong: statements sent as the application's role.

const application = new pg.Client({ connectionString: process.env.APPLICATION_DATABASE_URL })
beforeAll(() => application.connect())
afterAll(() => application.end())

/** Runs one statement as a tenant in a transaction that is rolled back: its rows, or why not. */
async function attempt(as: { id: string } | null, statement: string, values: unknown[] = []) {
  await application.query('begin')
  await application.query(`select set_config('app.organization_id', $1, true)`, [as?.id ?? ''])
  try {
    return (await application.query(statement, values)).rows
  } catch (error) {
    return (error as pg.DatabaseError).code
  } finally {
    await application.query('rollback')
  }
}

const refused = '42501'
const authorize = 'select authorize_by_directory() as done'

test('the membership directory is read and kept through its functions only, and kept by the operator only', async () => {
  const { organization } = await enrollingCompany()
  await membershipAccount({})
  expect(await attempt(organization, 'select "passwordHash" from "MembershipAccount"')).toBe(refused)
  expect(await attempt(organization, 'select "mpnId" from "MembershipProfile"')).toBe(refused)
  expect(await attempt(organization, 'update "MembershipProfile" set "inProgram" = true')).toBe(refused)
  const keep = `select keep_membership_account('x', 'x', '[]'::jsonb)`
  expect(await attempt(organization, keep)).toBe(refused)
  expect(await attempt(null, keep)).toBe(refused)
})

test('a company reads and changes its own application only, and does not verify itself', async () => {
  const [mine, other] = [await enrollingCompany(), await enrollingCompany()]
  await linked(other.admin)
  const theirs = [other.organization.id]
  const read = 'select "mpnId" from "EnrollmentApplication" where "organizationId" = $1'
  expect(await attempt(mine.organization, read, theirs)).toEqual([])
  expect(await attempt(other.organization, read, theirs)).toHaveLength(1)
  const change = `update "EnrollmentApplication" set "inProgram" = true where "organizationId" = $1 returning 1`
  expect(await attempt(mine.organization, change, theirs)).toEqual([])
  const begin = `insert into "EnrollmentApplication" ("organizationId") values ($1)`
  expect(await attempt(mine.organization, begin, [randomUUID()])).toBe(refused)
  const verify = `update "Organization" set "vettingStatus" = 'Authorized' where id = $1`
  expect(await attempt(mine.organization, verify, [mine.organization.id])).toBe(refused)
})

test('the directory authorizes nobody but a company that has enrolled with a profile it says is in the programme', async () => {
  const { organization, admin } = await enrollingCompany()
  const { mpnId } = await linked(admin, { inProgram: true })
  const done = async () => {
    const answer = await attempt(organization, authorize)
    return Array.isArray(answer) && answer[0]?.done
  }
  const claim = `update "EnrollmentApplication" set "submittedAt" = now() where "organizationId" = $1`
  // Not submitted yet.
  expect(await done()).toBe(false)
  await rows(claim, [organization.id])
  expect(await done()).toBe(true)
  // Somebody else is not meant.
  expect(await attempt((await enrollingCompany()).organization, authorize)).toEqual([{ done: false }])
  for (const spoiling of [
    `update "MembershipProfile" set "inProgram" = false where "mpnId" = $1`,
    `update "MembershipProfile" set "inProgram" = true, active = false where "mpnId" = $1`,
    `update "MembershipProfile" set active = true, country = 'AT' where "mpnId" = $1`,
  ]) {
    await rows(spoiling, [mpnId])
    expect(await done(), spoiling).toBe(false)
  }
  await rows(`update "MembershipProfile" set country = 'DE' where "mpnId" = $1`, [mpnId])
  expect(await done()).toBe(true)
  // A company that says of itself that it is in the programme, with a profile that is not.
  const liar = await enrollingCompany()
  await linked(liar.admin)
  await rows(
    `update "EnrollmentApplication" set "inProgram" = true, "submittedAt" = now() where "organizationId" = $1`,
    [liar.organization.id],
  )
  expect(await attempt(liar.organization, authorize)).toEqual([{ done: false }])
  expect(await row('select "vettingStatus" from "Organization" where id = $1', [liar.organization.id])).toEqual({
    vettingStatus: 'None',
  })
})

test('a work account is begun only for the organization it will be, never for a foreign invitation', async () => {
  const { organization } = await enrollingCompany()
  const columns = `(id, "organizationId", "invitationId", "invitationSalt", "tokenHash", email, "fullName", "passwordHash",
    "organizationName", domain, country, locale, "expiresAt")`
  const begin = `insert into "AccountSetup" ${columns} values ($1, $2, $3, $4, $5, 'x', 'x', 'x', 'x', 'x', 'DE', 'en', now())`
  const values = (future: string | null, invitation: string | null) => [
    ...[randomUUID(), future, invitation, invitation && 'salt', randomUUID()],
  ]
  expect(await attempt(organization, begin, values(organization.id, null))).toEqual([])
  expect(await attempt(organization, begin, values(randomUUID(), null))).toBe(refused)
  expect(await attempt(organization, begin, values(null, randomUUID()))).toBe(refused)
  // 23514: neither an invitation nor a future organization.
  expect(await attempt(organization, begin, values(null, null))).toMatch(/42501|23514/)
})
