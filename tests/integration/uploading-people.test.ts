import { describe, expect, test } from 'vitest'
import { importCustomerUsers } from '@/lib/domain/customer-users/commands'
import { signIn } from '@/lib/domain/users/commands'
import { member, person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'
import { outsiders, served } from '../support/serving'

const head = 'First name,Last name,Display name,User name,Status\n'

describe('a file with people', () => {
  test('brings in its good rows with one location, and says what is wrong with the others', async () => {
    const { customer, provider, ofProvider } = await served()
    const taken = await person(customer)
    const file = [
      head.trim(),
      'Anna,Weiss,Anna Weiss,anna,',
      `,,Boris Braun,${taken.email},`,
      ',,,clara,',
      `Дарья,Орлова,Дарья Орлова,daria@${customer.domain},`,
    ].join('\r\n')
    const watch = watched()
    const input = { customerId: customer.id, usageLocation: 'DE', file: `\ufeff${file}` }
    const { rows: answered } = await importCustomerUsers(ofProvider, input, watch.request)
    expect(answered).toEqual([
      {
        line: 2,
        displayName: 'Anna Weiss',
        userName: `anna@${customer.domain}`,
        temporaryPassword: expect.any(String),
        errors: [],
      },
      {
        line: 3,
        displayName: 'Boris Braun',
        userName: taken.email,
        temporaryPassword: null,
        errors: [{ column: 'userName', error: 'user_name_taken' }],
      },
      {
        line: 4,
        displayName: '',
        userName: `clara@${customer.domain}`,
        temporaryPassword: null,
        errors: [{ column: 'displayName', error: 'required' }],
      },
      {
        line: 5,
        displayName: 'Дарья Орлова',
        userName: `daria@${customer.domain}`,
        temporaryPassword: expect.any(String),
        errors: [],
      },
    ])
    expect(await watch.events()).toMatchObject([
      { type: 'customerUser.imported', details: { created: 2, refused: 2 }, readers: readers(customer, provider) },
    ])
    const passwords = answered.flatMap(({ temporaryPassword }) => temporaryPassword ?? [])
    expect(new Set(passwords).size).toBe(2)
    const { text } = await row<{ text: string }>(
      `select string_agg(u::text, ' ') || (select string_agg(e::text, ' ') from "AuditEvent" e where e."requestId" = $2) as text
       from "User" u where "organizationId" = $1`,
      [customer.id, watch.request.requestId],
    )
    for (const password of passwords) expect(text).not.toContain(password)
    expect(
      await rows(
        `select "fullName", "usageLocation", roles::text[], "mustChangePassword" from "User"
        where "organizationId" = $1 and email like 'daria@%'`,
        [customer.id],
      ),
    ).toEqual([{ fullName: 'Дарья Орлова', usageLocation: 'DE', roles: [], mustChangePassword: true }])
    await signIn(null, { email: `anna@${customer.domain}`, password: passwords[0] ?? '' }, request())
  })

  test('uploaded several times at once brings in each person once', async () => {
    const { customer, ofProvider, ofCustomer } = await served()
    const file = `${head},,Anna,anna,\n,,Boris,boris,`
    const upload = (actor: typeof ofProvider) =>
      importCustomerUsers(actor, { customerId: customer.id, usageLocation: 'DE', file })
    const results = await Promise.all([upload(ofProvider), upload(ofCustomer), upload(ofProvider)])
    const given = results.flatMap(({ rows: answered }) => answered.filter(({ temporaryPassword }) => temporaryPassword))
    expect(given.map(({ userName }) => userName).sort()).toEqual([
      `anna@${customer.domain}`,
      `boris@${customer.domain}`,
    ])
    expect(await count('User', `"organizationId" = $1 and "fullName" in ('Anna', 'Boris')`, [customer.id])).toBe(2)
  })

  test('that cannot be read changes nothing', async () => {
    const { customer, ofProvider } = await served()
    const before = await count('User', '"organizationId" = $1', [customer.id])
    const upload = (file: string) =>
      importCustomerUsers(ofProvider, { customerId: customer.id, usageLocation: 'DE', file })
    const many = head + Array.from({ length: 101 }, (_, number) => `,,P,p${number},`).join('\n')
    expect((await refusalOf(upload(many))).parameters).toEqual({ reason: 'rows' })
    expect((await refusalOf(upload('Name\nAnna'))).parameters).toEqual({ reason: 'columns' })
    expect(await refusal(upload(''))).toBe('input_invalid')
    expect(await refusal(upload('x'.repeat(60_001)))).toBe('input_invalid')
    expect(await count('User', '"organizationId" = $1', [customer.id])).toBe(before)
  })

  test('is taken from whoever may, and not too often', async () => {
    const { customer, provider, ofProvider } = await served()
    const input = { customerId: customer.id, usageLocation: 'DE', file: head }
    for (const [what, actor, code] of await outsiders(customer))
      expect(await refusal(importCustomerUsers(actor, input)), what).toBe(code)
    expect(await refusal(importCustomerUsers(await member(provider, 'userManagementAdmin'), input))).toBe(
      'role_missing',
    )
    expect(await answers(Array.from({ length: 21 }, () => importCustomerUsers(ofProvider, input)))).toEqual({
      ok: 20,
      too_many_attempts: 1,
    })
  })
})
