import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { installOperator } from '@/lib/domain/organizations/commands'
import { signIn } from '@/lib/domain/users/commands'
import { freshDatabase, query } from '../support/databases'
import { answers } from '../support/refusal'
import { request } from '../support/request'

// A portal of its own: everywhere else organizations are there already.
const { ownerUrl, applicationUrl } = await freshDatabase()
process.env.APPLICATION_DATABASE_URL = applicationUrl

const operator = {
  name: 'Operator',
  domain: 'operator.example',
  country: 'DE',
  contactName: 'O',
  contactEmail: 'o@operator.example',
  adminName: 'Olga',
  adminEmail: 'olga@operator.example',
}

describe('installing the portal', () => {
  test('works exactly once, though eight ask at the same time', async () => {
    const works = Array.from({ length: 8 }, (_, number) =>
      installOperator(null, {
        ...operator,
        domain: `operator${number}.example`,
        adminEmail: `olga@operator${number}.example`,
      }),
    )
    expect(await answers(works)).toEqual({ ok: 1, already_installed: 7 })
    expect(await query(ownerUrl, 'select kind from "Organization"')).toEqual([{ kind: 'operator' }])
    const done = (await Promise.allSettled(works)).find((work) => work.status === 'fulfilled')
    const [user] = await query<{ email: string }>(ownerUrl, 'select email from "User"')
    const { sessionToken } = await signIn(
      null,
      { email: user?.email ?? '', password: done?.value.temporaryPassword ?? '' },
      request(),
    )
    expect(await findActor(sessionToken)).toMatchObject({
      organizationKind: 'operator',
      roles: ['globalAdmin'],
      mustChangePassword: true,
    })
    expect(
      await query(ownerUrl, `select type, count(*)::int as n from "AuditEvent" group by type order by type`),
    ).toEqual([
      { type: 'organization.created', n: 1 },
      { type: 'user.signedIn', n: 1 },
    ])
  })
})
