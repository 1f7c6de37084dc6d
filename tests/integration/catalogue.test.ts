import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { invitationFrom } from '../support/invitations'
import { founded, type Organization, signedIn } from '../support/organizations'
import { rows } from '../support/owner'
import { agreement, partnership, relationship } from '../support/relations'

// Wall two as PostgreSQL itself sees it.

/** Counters belong to nobody; the rest of the tables belong to tenants, the mailbox to whoever opens it. */
const shared = ['rate_limit']
/** The membership directory stands in for a service of somebody else's: only functions of its owner reach it. */
const closed = ['MembershipAccount', 'MembershipProfile']
const application = new pg.Client({ connectionString: process.env.APPLICATION_DATABASE_URL })
const role = new URL(process.env.APPLICATION_DATABASE_URL ?? '').username
let provider: Organization

beforeAll(async () => {
  await application.connect()
  // Something in every table.
  const { organization, admin } = await founded('provider')
  provider = organization
  const { organization: reseller } = await founded('reseller')
  const { organization: customer } = await founded('customer')
  const partnershipId = await partnership(provider, reseller)
  await relationship(provider, customer, { delegated: true })
  await agreement(customer)
  await signedIn(admin)
  await invitationFrom(admin, 'partnership', { to: 'office@birch.example', delivery: 'portal' })
  await removePartnership(admin, { partnershipId, notify: true })
  await rows(
    `insert into "MailboxMessage" (id, "toAddress", subject, html, text) values (gen_random_uuid(), 'a@b.example', 's', 'h', 't')`,
  )
})
afterAll(() => application.end())

async function tables(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' order by 1`,
  )
  return found.map(({ name }) => name)
}

describe('the tables', () => {
  test('are eighteen or more, and each has row-level security and a policy', async () => {
    expect((await tables()).length).toBeGreaterThanOrEqual(18)
    const open =
      await rows(`select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
      and (not relrowsecurity or not exists (select from pg_policies p where p.tablename = c.relname)) order by 1`)
    expect(open).toEqual(closed.map((relname) => ({ relname })))
    expect(
      await rows('select relname from pg_class where relrowsecurity and relname = any($1) order by 1', [closed]),
    ).toEqual(closed.map((relname) => ({ relname })))
  })

  test('show nothing to a connection that names no tenant', async () => {
    for (const table of (await tables()).filter((name) => ![...shared, ...closed].includes(name))) {
      const { rows: seen } = await application.query(`select count(*)::int as n from "${table}"`)
      expect(seen, table).toEqual([{ n: 0 }])
    }
    const filled = await rows<{ n: string }>('select count(*) as n from "Organization"')
    expect(Number(filled[0]?.n)).toBeGreaterThan(0)
  })

  test('show nothing to a connection that once named one and names none now', async () => {
    await application.query('begin')
    await application.query(`select set_config('app.organization_id', $1, true)`, [provider.id])
    expect((await application.query('select id from "Organization" where id = $1', [provider.id])).rows).toHaveLength(1)
    await application.query('commit')
    expect((await application.query('select id from "Organization"')).rows).toEqual([])
    expect((await application.query('select id from "Mail"')).rows).toEqual([])
  })

  test.each(['not a uuid', "' or true --", '00000000-0000-0000-0000-000000000000'])(
    'show nothing to a tenant called %s',
    async (tenant) => {
      await application.query('begin')
      await application.query(
        `select set_config('app.organization_id', $1, true), set_config('app.key_hash', $1, true)`,
        [tenant],
      )
      const seen = await application.query('select id from "Organization"').then(
        ({ rows: found }) => found.length,
        () => 'refused',
      )
      await application.query('rollback')
      expect([0, 'refused']).toContain(seen)
    },
  )
})

describe("the application's role", () => {
  test('owns nothing, is nobody mighty, and makes nothing', async () => {
    expect(
      await rows(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1`,
        [role],
      ),
    ).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
    ])
    const owned = await rows(
      `select oid::regclass::text from pg_class where relowner in ($1::regrole, 'tandem_application'::regrole)
      union all select oid::regproc::text from pg_proc where proowner in ($1::regrole, 'tandem_application'::regrole)`,
      [role],
    )
    expect(owned).toEqual([])
    const memberships = await rows<{ name: string }>(
      `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = $1::regrole`,
      [role],
    )
    expect(memberships).toEqual([{ name: 'tandem_application' }])
    for (const statement of [
      'create table x (a int)',
      'create schema x',
      'create role x',
      'alter table "User" disable row level security',
      'drop policy own on "Session"',
      'set row_security = off; select * from "User"',
      'set role tandem',
      'select * from _prisma_migrations',
      'select * from graphile_worker._private_jobs',
    ]) {
      await expect(application.query(statement), statement).rejects.toThrow(
        /permission denied|must be owner|row-level security|must be able to SET ROLE/,
      )
      await application.query('reset all')
    }
  })

  test('may change just what it has to', async () => {
    const granted: Record<string, string[]> = {}
    for (const right of ['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'UPDATE', 'INSERT', 'SELECT']) {
      for (const table of await tables()) {
        const [found] = await rows<{ yes: boolean }>('select has_table_privilege($1, $2, $3) as yes', [
          role,
          `"${table}"`,
          right,
        ])
        if (found?.yes) granted[right] = [...(granted[right] ?? []), table]
      }
    }
    expect(granted.TRUNCATE ?? []).toEqual([])
    expect(granted.REFERENCES ?? []).toEqual([])
    expect(granted.TRIGGER ?? []).toEqual([])
    expect(granted.DELETE).toEqual([
      'CartItem',
      'IssuerIdentity',
      'KnownCustomer',
      'KnownDevice',
      'LicenseAssignment',
      'ProviderLogo',
      'RecoveryCode',
      'SecondFactor',
      'SecondFactorDraft',
      'SingleSignOn',
      'SingleSignOnDomain',
      'rate_limit',
    ])
    expect(granted.UPDATE).toEqual(['rate_limit'])
    // Of a person all but the password hash, of an issuer all but the secret, hence column by column.
    expect(granted.SELECT).toEqual(
      (await tables()).filter((table) => !['User', 'SingleSignOn', ...closed].includes(table)),
    )
  })

  // Facts that do change, each through one command of its own.
  const changingReferences = [
    'EnrollmentApplication.mpnId',
    'EnrollmentApplication.submittedById',
    'InvitationRequest.invitationId',
    'KnownCustomer.microsoftId',
    'Organization.mpnId',
    'PeopleUploadRow.userId',
    'ProviderCard.mpnId',
    'ProviderLogo.createdAt',
    'PurchaseRequest.orderId',
    // A factor or a logo that is replaced begins anew; a session gets a new token when somebody confirms who they are.
    'SecondFactor.createdAt',
    'SecondFactorDraft.createdAt',
    'Session.tokenHash',
    // Another client of the issuer, with a secret of its own.
    'SingleSignOn.clientId',
    'Subscription.offerId',
    'Subscription.resellerId',
    'Subscription.supportContactId',
    'SupportProfile.email',
  ]

  test('may change no identity, no party and no beginning of anything', async () => {
    const changeable = await rows<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.column_privileges
       where grantee = 'tandem_application' and privilege_type = 'UPDATE' and table_schema = 'public' and table_name <> 'rate_limit' order by 1`,
    )
    const fixed =
      /\.(id|createdAt|startedAt|grantedAt|email|domain|kind|region|token\w*|salt|hour|\w*(Organization|User|partner|customer|provider|reseller|invitation|partnership)Id|\w+Id)$/
    expect(changeable.map(({ place }) => place).filter((place) => fixed.test(place))).toEqual(changingReferences)
    expect(changeable.length).toBeGreaterThan(20)
  })

  test('may not read the sealed secret of an issuer but of its own organization', async () => {
    for (const column of ['"encryptedSecret"', '*'])
      await expect(application.query(`select ${column} from "SingleSignOn"`)).rejects.toThrow(/permission denied/)
    await application.query('begin')
    await application.query(`select set_config('app.organization_id', $1, true)`, [
      '01900000-0000-7000-8000-000000000001',
    ])
    const { rows: found } = await application.query('select * from own_single_sign_on()')
    await application.query('rollback')
    expect(found).toEqual([])
  })

  test('may not read password hashes but one by one of its own organization', async () => {
    await expect(application.query('select "passwordHash" from "User"')).rejects.toThrow(/permission denied/)
    await expect(application.query('select * from "User"')).rejects.toThrow(/permission denied/)
    const [somebody] = await rows<{ id: string; organizationId: string }>(
      'select id, "organizationId" from "User" limit 1',
    )
    const hashAs = async (organizationId: string) => {
      await application.query('begin')
      await application.query(`select set_config('app.organization_id', $1, true)`, [organizationId])
      const { rows: found } = await application.query('select own_password_hash($1) as hash', [somebody?.id])
      await application.query('rollback')
      return found[0]?.hash
    }
    expect(await hashAs(somebody?.organizationId ?? '')).toMatch(/^\$argon2id/)
    expect(await hashAs('01900000-0000-7000-8000-000000000001')).toBeNull()
  })

  test('calls no function of the owner that looks for objects where the caller says', async () => {
    const loose = await rows(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(array_to_string(proconfig, ',') ~ 'search_path=public, pg_temp', false)`,
    )
    expect(loose).toEqual([])
  })
})

describe('the record', () => {
  test.each(['AuditEvent', 'ActivityEntry'])(
    '%s cannot be changed, removed or emptied, not even by the owner of the table or a superuser',
    async (table) => {
      for (const statement of [
        `update "${table}" set type = 'x'`,
        `delete from "${table}"`,
        `truncate "${table}" cascade`,
      ]) {
        await expect(rows(statement), statement).rejects.toThrow(/append-only/)
        await expect(application.query(statement), statement).rejects.toThrow(/permission denied|append-only/)
        const superuser = new pg.Client({
          connectionString: Object.assign(new URL(inject('run').superuserUrl), {
            pathname: new URL(process.env.APPLICATION_DATABASE_URL ?? '').pathname,
          }).toString(),
        })
        await superuser.connect()
        await expect(
          superuser.query(statement).finally(() => superuser.end()),
          statement,
        ).rejects.toThrow(/append-only/)
      }
    },
  )
})
