import type pg from 'pg'

const GROUP = 'tandem_application'

/**
 * The role the web server logs in as. It owns nothing; its rights are those of the group role that the first migration
 * makes, and row-level security applies to it.
 * @throws Error when the role could pass row-level security
 */
export async function ensureApplicationRole(owner: pg.Client, role: string, password: string): Promise<void> {
  const name = owner.escapeIdentifier(role)
  const known = await owner.query('SELECT rolsuper OR rolbypassrls AS mighty FROM pg_roles WHERE rolname = $1', [role])
  if (known.rows[0]?.mighty) throw new Error(`The role "${role}" must be neither superuser nor BYPASSRLS.`)
  const attributes = 'LOGIN NOCREATEDB NOCREATEROLE INHERIT'
  await owner.query(
    known.rowCount
      ? `ALTER ROLE ${name} ${attributes} PASSWORD ${owner.escapeLiteral(password)}`
      : `CREATE ROLE ${name} NOSUPERUSER NOBYPASSRLS ${attributes} PASSWORD ${owner.escapeLiteral(password)}`,
  )
  const member = await owner.query('SELECT pg_has_role($1, $2, $3) AS yes', [role, GROUP, 'USAGE'])
  if (!member.rows[0]?.yes) await owner.query(`GRANT ${GROUP} TO ${name}`)
}
