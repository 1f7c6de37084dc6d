import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { choosePassword } from '@/lib/domain/account-security/commands'
import { installOperator } from '@/lib/domain/operator/commands'
import { freshDatabase, query } from '../support/databases'
import { answers, refusal } from '../support/refusal'
import { request } from '../support/request'

// A portal of its own: everywhere else organizations are there already.
const { ownerUrl, applicationUrl } = await freshDatabase()
process.env.APPLICATION_DATABASE_URL = applicationUrl

const operator = {
  name: 'Operator',
  domain: 'operator.example',
  country: 'DE',
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
    const token = done?.value.token ?? ''
    expect(
      await query(ownerUrl, `select id from "PasswordLink" where "tokenHash" = '${token}' or salt = '${token}'`),
    ).toEqual([])
    const chosen = { token, newPassword: 'a bicycle made of glass', repeatedPassword: 'a bicycle made of glass' }
    const { sessionToken } = await choosePassword(null, chosen, request())
    expect(await findActor(sessionToken ?? '')).toMatchObject({
      email: user?.email,
      organizationKind: 'operator',
      roles: ['globalAdmin'],
      mustChangePassword: false,
    })
    expect(await refusal(choosePassword(null, chosen, request()))).toBe('password_link_used')
    expect(
      await query(ownerUrl, `select type, count(*)::int as n from "AuditEvent" group by type order by type`),
    ).toEqual([
      { type: 'organization.created', n: 1 },
      { type: 'user.passwordChosen', n: 1 },
    ])
  })
})
