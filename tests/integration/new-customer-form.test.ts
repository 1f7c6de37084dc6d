import { describe, expect, test } from 'vitest'
import { listActivity } from '@/lib/domain/activity/queries'
import { getCustomer } from '@/lib/domain/customers/queries'
import { issueHandover, submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { checkNewCustomer, draftNewCustomer, findDomain, getAccount } from '@/lib/domain/onboarding/queries'
import { buying, newCustomer, providerWithReseller } from '../support/new-customer'
import { founded, newMark, organization } from '../support/organizations'
import { rows } from '../support/owner'
import { refusal } from '../support/refusal'
import { request } from '../support/request'
import { offer } from '../support/subscriptions'

describe('the form', () => {
  test('starts with the reseller it was opened for, and knows no others', async () => {
    const { agent, reseller } = await providerWithReseller()
    expect(await draftNewCustomer(agent, { reseller: reseller.id })).toMatchObject({
      reseller: { id: reseller.id, name: reseller.name },
      resellers: [],
      country: 'DE',
      mayAttest: true,
      mayOrder: true,
    })
    expect((await draftNewCustomer(agent, {})).resellers).toEqual([{ id: reseller.id, name: reseller.name }])
    const stranger = await organization('reseller')
    expect(await refusal(draftNewCustomer(agent, { reseller: stranger.id }))).toBe('not_found')
  })

  test('adds up what the order will come to', async () => {
    const { agent } = await providerWithReseller()
    const { input } = await buying(7)
    const checked = await checkNewCustomer(agent, { step: 'subscriptions', ...input })
    expect(checked.total).toMatchObject({ list: '56.00', retail: '70.00', currency: 'EUR' })
    const made = await submitNewCustomer(agent, input, request())
    expect(made.order?.listTotal).toBe(checked.total?.list)
  })

  test('says why an offer cannot be bought, before anybody tries', async () => {
    const { agent } = await providerWithReseller()
    const [usual, elsewhere, school] = [
      await offer(),
      await offer({ countries: ['FR'] }),
      await offer({ segment: 'Education' }),
    ]
    const { offers } = await checkNewCustomer(agent, { step: 'account', ...newCustomer() })
    const of = (id: string) => offers?.find(({ offerId }) => offerId === id)
    expect(of(usual.id)).toMatchObject({ reason: null, choices: [{ id: usual.availabilityId, list: '8.00' }] })
    expect(of(elsewhere.id)).toMatchObject({ reason: 'country', choices: [] })
    expect(of(school.id)).toMatchObject({ reason: 'segment' })
    const pupils = await checkNewCustomer(agent, { step: 'account', ...newCustomer({ segment: 'Education' }) })
    expect(pupils.offers?.find(({ offerId }) => offerId === school.id)?.reason).toBeNull()
  })
})

describe('a domain', () => {
  test('is free until somebody has it, and then there are free ones like it', async () => {
    const { admin } = await founded('provider')
    const prefix = newMark()
    expect(await findDomain(admin, { prefix: ` ${prefix.toUpperCase()}.onmicrosoft.com ` })).toEqual({
      prefix,
      domain: `${prefix}.onmicrosoft.com`,
      isFree: true,
      suggestions: [],
    })
    await organization('customer', { domain: `${prefix}.onmicrosoft.com` })
    await organization('customer', { domain: `${prefix}de.onmicrosoft.com` })
    const { isFree, suggestions } = await findDomain(admin, { prefix, country: 'DE' })
    expect(isFree).toBe(false)
    expect(suggestions).toHaveLength(5)
    expect(suggestions).not.toContain(`${prefix}de`)
    for (const suggestion of suggestions) expect((await findDomain(admin, { prefix: suggestion })).isFree).toBe(true)
  })

  test.each(['', '-a', 'a-', 'a b', 'ä', 'a.b', 'x'.repeat(28)])('cannot be called %j', async (prefix) => {
    const { admin } = await founded('provider')
    expect(await refusal(findDomain(admin, { prefix }))).toBe('input_invalid')
  })
})

describe('the temporary password', () => {
  test('stands in one answer and nowhere else: no table, no letter, no record, no later answer', async () => {
    const { agent, reseller } = await providerWithReseller()
    const { input } = await buying(2, { resellerId: reseller.id })
    const made = await submitNewCustomer(agent, input, request())
    const password = made.temporaryPassword ?? ''
    expect(password).toMatch(/^(?:\w{6}-){3}\w{6}$/)
    const { customerId } = made
    await issueHandover(agent, { customerId, delivery: 'portal' }, request())
    const later = [
      await submitNewCustomer(agent, input, request()),
      await getAccount(agent, { customerId }),
      await getCustomer(agent, { customerId }),
      await listActivity(agent, { customerId }),
    ]
    expect(JSON.stringify(later)).not.toContain(password)
    const tables = await rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(40)
    const holding: string[] = []
    for (const { name } of tables) {
      const found = await rows(`select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`, [password])
      if (found.length > 0) holding.push(name)
    }
    expect(holding).toEqual([])
    // The search finds what does stand there.
    const [account] = await rows(`select 1 from "CustomerAccount" t where strpos(t::text, $1) > 0`, [input.nonce])
    expect(account).toBeDefined()
  })
})
