import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import pg from 'pg'

// The yardstick: what a page with one session query and one list query costs before anybody adds walls, words or looks.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })

const sessionQuery = `select u.id, u."fullName", u.roles::text[], o.id as "organizationId", o.name
  from "Session" s join "User" u on u.id = s."userId" join "Organization" o on o.id = u."organizationId"
  where s."tokenHash" = $1 and s."revokedAt" is null and s."expiresAt" > now()`

const listQuery = `select id, "customerId", "customerName", "customerDomain", "startedAt" from "CustomerRelationship"
  where "partnerId" = $1 and "endedAt" is null order by "customerSortName", id limit 26`

export default async function Page() {
  const token = (await cookies()).get('session')?.value ?? ''
  const session = await pool.query(sessionQuery, [createHash('sha256').update(token).digest('hex')])
  const [actor] = session.rows
  if (!actor) return <p>Sign in</p>
  const { rows } = await pool.query(listQuery, [actor.organizationId])
  return (
    <main>
      <h1>
        Customers of {actor.name}, {actor.fullName}
      </h1>
      <table>
        <thead>
          <tr>
            <th>Company</th>
            <th>Domain</th>
            <th>Id</th>
            <th>Since</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 25).map((row) => (
            <tr key={row.id}>
              <td>{row.customerName}</td>
              <td>{row.customerDomain}</td>
              <td>{row.customerId}</td>
              <td>{row.startedAt.toISOString().slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > 25 && <a href={`?after=${rows[24].id}`}>Next</a>}
    </main>
  )
}
