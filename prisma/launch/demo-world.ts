import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectDirectory } from './entry'
import { type PortalOptions, processEnvironment } from './portal'
import { runToEnd } from './processes'

interface DemoSignIn {
  organization: string
  kind: string
  name: string
  email: string
  roles: string[]
  password: string
}

interface Cast {
  demoSignIns: DemoSignIn[]
  demoSecondFactor: { email: string; secret: string }
}

/** Fills the database with the demo world; does nothing when it is there. */
export async function seedDemoWorld(options: PortalOptions, output: string): Promise<void> {
  if (!existsSync(join(projectDirectory, 'prisma/seed.ts'))) {
    console.log('There is no prisma/seed.ts: the database stays empty.')
    return
  }
  const args = ['--import', 'tsx', 'prisma/seed.ts']
  await runToEnd({ name: 'The seed', args, env: processEnvironment(options, true), output })
}

/** The people of the demo world as a table, one block an organization; empty when there are none. */
export async function describeSignIns(): Promise<string> {
  const file = join(projectDirectory, 'prisma/seed/cast.ts')
  if (!existsSync(file)) return ''
  const { demoSignIns, demoSecondFactor }: Cast = await import(pathToFileURL(file).href)
  const rows = demoSignIns.map(({ email, password, name, roles }) => [email, password, name, roles.join(', ')])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines: string[] = []
  let heading = ''
  for (const [index, { organization, kind }] of demoSignIns.entries()) {
    const next = `${organization} (${kind})`
    if (next !== heading) lines.push('', `  ${next}`)
    heading = next
    lines.push(
      `    ${rows[index]
        ?.map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
    )
  }
  return [...lines, ...describeSecondStep(demoSecondFactor), ...(await describeMembershipAccounts())].join('\n')
}

/** What an authenticator app needs for the one person who signs in with a code as well. */
function describeSecondStep({ email, secret }: Cast['demoSecondFactor']): string[] {
  const uri = `otpauth://totp/Tandem:${encodeURIComponent(email)}?secret=${secret}&issuer=Tandem`
  return ['', `  Second step of ${email}: a code of an authenticator app that has this secret`, `    ${secret}  ${uri}`]
}

interface DemoMembershipAccount {
  userName: string
  password: string
  remark: string
}

/** Accounts of the membership directory, for whoever tries the enrollment. */
async function describeMembershipAccounts(): Promise<string[]> {
  const file = join(projectDirectory, 'prisma/seed/membership.ts')
  const { membershipAccounts }: { membershipAccounts: DemoMembershipAccount[] } = await import(pathToFileURL(file).href)
  const width = Math.max(...membershipAccounts.map(({ userName }) => userName.length))
  const rows = membershipAccounts.map(
    ({ userName, password, remark }) => `    ${userName.padEnd(width)}  ${password}  ${remark}`,
  )
  return ['', '  Partner Membership Center, asked while enrolling', ...rows]
}
