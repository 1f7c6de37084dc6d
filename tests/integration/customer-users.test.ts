import { describe, expect, inject, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { day } from '@/lib/core/clock'
import {
  addCustomerUser,
  deleteCustomerUser,
  editCustomerUser,
  resetCustomerUserPassword,
  restoreCustomerUser,
} from '@/lib/domain/customer-users/commands'
import { getCustomerUser, listCustomerUsers } from '@/lib/domain/customer-users/queries'
import { signIn } from '@/lib/domain/users/commands'
import { forgetWhatHasLapsed } from '@/lib/jobs/forget'
import { actorOf, member, person, signedIn } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { walk } from '../support/paging'
import { times } from '../support/property'
import { atOnce } from '../support/races'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock, request } from '../support/request'
import { outsiders, served } from '../support/serving'
import { assignment, subscription } from '../support/subscriptions'

const facts = { displayName: 'Anna Weiss', usageLocation: 'DE', role: 'user' as const }

describe('adding somebody', () => {
  test('by a partner that administers returns a temporary password once, with which the person signs in', async () => {
    const { customer, provider, ofProvider } = await served()
    const watch = watched()
    const input = { customerId: customer.id, ...facts, userName: `Anna.Weiss@${customer.domain.toUpperCase()}` }
    const added = await addCustomerUser(ofProvider, input, watch.request)
    expect(added.userName).toBe(`anna.weiss@${customer.domain}`)
    expect(await watch.events()).toMatchObject([
      {
        type: 'customerUser.created',
        details: { userId: added.userId, fullName: 'Anna Weiss' },
        subjectOrganizationId: customer.id,
        readers: readers(customer, provider),
      },
    ])
    expect(JSON.stringify(await watch.events())).not.toContain(added.temporaryPassword)
    const stored = await row('select "User"::text as text from "User" where id = $1', [added.userId])
    expect(JSON.stringify(stored)).not.toContain(added.temporaryPassword)
    const { sessionToken } = await signIn(null, { email: added.userName, password: added.temporaryPassword }, request())
    expect(await findActor(sessionToken)).toMatchObject({
      userId: added.userId,
      organizationId: customer.id,
      organizationKind: 'customer',
      roles: [],
      mustChangePassword: true,
    })
  })

  test('as Global admin makes somebody who can do the same', async () => {
    const { customer, ofCustomer } = await served()
    const watch = watched()
    const input = { customerId: customer.id, ...facts, role: 'administrator' as const, userName: 'boss' }
    const { userId } = await addCustomerUser(ofCustomer, input, watch.request)
    expect(await row('select roles::text[], "usageLocation" from "User" where id = $1', [userId])).toEqual({
      roles: ['globalAdmin'],
      usageLocation: 'DE',
    })
    expect(await watch.events()).toMatchObject([{ subjectOrganizationId: null, readers: readers(customer) }])
  })

  test('takes a free user name at the own domain of the customer, however many ask at once', async () => {
    const { customer, ofProvider, ofCustomer } = await served()
    const add = (actor: typeof ofProvider, userName: string) =>
      addCustomerUser(actor, { customerId: customer.id, ...facts, userName })
    expect((await refusalOf(add(ofProvider, 'anna@elsewhere.example'))).fields).toEqual({
      userName: ['user_name_domain'],
    })
    expect((await refusalOf(add(ofProvider, 'анна'))).fields).toEqual({ userName: ['user_name'] })
    const gone = await person(customer, [], { deletedAt: new Date() })
    expect((await refusalOf(add(ofProvider, gone.email))).fields).toEqual({ userName: ['user_name_taken'] })
    expect(await answers([ofProvider, ofCustomer, ofProvider].map((actor) => add(actor, 'twice')))).toEqual({
      ok: 1,
      input_invalid: 2,
    })
  })
})

describe('the list', () => {
  test('shows everybody in name order, page by page, and finds any part of a name or user name', async () => {
    const { customer, ofProvider, provider } = await served()
    const names = Array.from({ length: 60 }, (_, number) => `Person ${String((number * 37) % 60).padStart(2, '0')}`)
    for (const fullName of names) await person(customer, [], { fullName })
    await person(customer, [], { fullName: 'Jürgen 100% Müller', email: `j_m@${customer.domain}` })
    const list = (input: object) => listCustomerUsers(ofProvider, { customerId: customer.id, ...input })
    const { forth, back } = await walk(list)
    const seen = forth.flat().map(({ fullName }) => fullName)
    expect(seen.filter((name) => /^Person \d/.test(name))).toEqual([...names].sort())
    expect(seen).toHaveLength(62)
    expect(back.flat().map(({ fullName }) => fullName)).toEqual(seen)
    const found = async (search: string) => (await list({ search })).rows.map(({ fullName }) => fullName)
    expect(await found('son 07')).toEqual(['Person 07'])
    expect(await found('MULLER')).toEqual(['Jürgen 100% Müller'])
    expect(await found('0%')).toEqual(['Jürgen 100% Müller'])
    expect(await found('j_m@')).toEqual(['Jürgen 100% Müller'])
    expect(await found(provider.mark)).toEqual([])
  })

  test('is narrowed to people with and without licenses, and to those who were deleted', async () => {
    const { customer, ofProvider, provider } = await served()
    const bought = await subscription({ provider, customer, friendlyName: 'Mail for all' })
    const [anna, boris, clara] = [
      await person(customer, [], { fullName: 'Anna' }),
      await person(customer, [], { fullName: 'Boris' }),
      await person(customer, [], { fullName: 'Clara', deletedAt: new Date() }),
    ]
    await person(customer, [], { fullName: 'Dora', deletedAt: new Date(Date.now() - 31 * day) })
    await assignment(bought, anna)
    const list = async (filter: 'all' | 'licensed' | 'unlicensed' | 'deleted') => {
      const page = await listCustomerUsers(ofProvider, { customerId: customer.id, filter })
      expect(page).toMatchObject({ deleted: 1, moreDeleted: false })
      return page.rows.filter(({ isAdministrator }) => !isAdministrator)
    }
    expect(await list('licensed')).toMatchObject([
      { id: anna.id, licenses: [{ subscriptionId: bought.id, title: 'Mail for all' }] },
    ])
    expect(await list('unlicensed')).toMatchObject([{ id: boris.id, licenses: [] }])
    expect(await list('all')).toMatchObject([{ id: anna.id }, { id: boris.id }])
    expect(await list('deleted')).toMatchObject([{ id: clara.id, restorableUntil: expect.any(Date) }])
  })

  test('is closed to whoever the customer gave no delegated administration', async () => {
    const { customer, ofCustomer } = await served()
    const { id: userId } = await person(customer)
    for (const [what, actor, code] of await outsiders(customer)) {
      expect(await refusal(listCustomerUsers(actor, { customerId: customer.id })), what).toBe(code)
      expect(await refusal(getCustomerUser(actor, { customerId: customer.id, userId })), what).toBe(code)
      const input = { customerId: customer.id, ...facts, userName: 'n' }
      expect(await refusal(addCustomerUser(actor, input)), what).toBe(code)
      for (const act of [deleteCustomerUser, restoreCustomerUser, resetCustomerUserPassword])
        expect(await refusal(act(actor, { customerId: customer.id, userId })), what).toBe(code)
    }
    const other = await served()
    expect(await refusal(getCustomerUser(ofCustomer, { customerId: other.customer.id, userId }))).toBe('not_found')
    expect(
      await refusal(getCustomerUser(other.ofCustomer, { customerId: other.customer.id, userId })),
      'somebody of another customer',
    ).toBe('not_found')
  })
})

describe('editing somebody', () => {
  test('changes name, location, role and sign-in; blocking ends the sessions', async () => {
    const { customer, ofProvider } = await served()
    const somebody = await person(customer)
    const token = await signedIn(somebody)
    const ids = { customerId: customer.id, userId: somebody.id }
    const edit = (input: object) =>
      editCustomerUser(ofProvider, { ...ids, ...facts, signIn: 'allowed' as const, ...input })
    await edit({ displayName: 'Renate Öl', role: 'administrator', usageLocation: 'AT' })
    expect(await getCustomerUser(ofProvider, ids)).toMatchObject({
      fullName: 'Renate Öl',
      usageLocation: 'AT',
      isAdministrator: true,
      isBlocked: false,
    })
    expect((await listCustomerUsers(ofProvider, { customerId: customer.id, search: 'ol' })).rows).toHaveLength(1)
    expect(await findActor(token)).not.toBeNull()
    await edit({ signIn: 'blocked' })
    expect(await findActor(token)).toBeNull()
    const { id } = somebody
    const { since } = await row<{ since: Date }>('select "disabledAt" as since from "User" where id = $1', [id])
    await edit({ signIn: 'blocked', displayName: 'Renate' })
    expect(await row('select "disabledAt" as since from "User" where id = $1', [id])).toEqual({ since })
    await edit({ signIn: 'allowed' })
    expect(await getCustomerUser(ofProvider, ids)).toMatchObject({ isBlocked: false, isAdministrator: false })
  })

  test('of a blocked administrator is no matter of the last one', async () => {
    const { customer, ofCustomer } = await served()
    const blocked = await person(customer, ['globalAdmin'], { disabledAt: new Date() })
    const ids = { customerId: customer.id, userId: blocked.id }
    await editCustomerUser(ofCustomer, { ...ids, ...facts, signIn: 'blocked' })
    await deleteCustomerUser(ofCustomer, ids)
  })
})

describe('the last Global admin of a customer', () => {
  test('can be neither deleted nor blocked nor made a plain user, and nobody does it to themselves', async () => {
    const { customer, ofCustomer, ofProvider } = await served()
    await person(customer, ['globalAdmin'], { deletedAt: new Date() })
    await person(customer, ['globalAdmin'], { disabledAt: new Date() })
    const ids = { customerId: customer.id, userId: ofCustomer.userId }
    const edit = { ...ids, ...facts, role: 'administrator' as const, signIn: 'allowed' as const }
    expect(await refusal(deleteCustomerUser(ofProvider, ids))).toBe('last_global_admin')
    expect(await refusal(editCustomerUser(ofProvider, { ...edit, signIn: 'blocked' }))).toBe('last_global_admin')
    expect(await refusal(editCustomerUser(ofProvider, { ...edit, role: 'user' }))).toBe('last_global_admin')
    await member(customer, 'globalAdmin')
    expect(await refusal(deleteCustomerUser(ofCustomer, ids))).toBe('own_account')
    expect(await refusal(editCustomerUser(ofCustomer, { ...edit, role: 'user' }))).toBe('own_account')
    expect(await refusal(resetCustomerUserPassword(ofCustomer, ids))).toBe('own_account')
    await editCustomerUser(ofCustomer, edit)
    await deleteCustomerUser(ofProvider, ids)
  })

  test(`stays when two take each other away at the same moment, ${times(15, 100)} times`, async () => {
    const { customer, ofCustomer } = await served()
    let left = ofCustomer
    for (let round = 0; round < times(15, 100); round += 1) {
      const right = actorOf(await person(customer, ['globalAdmin']))
      const away = (actor: typeof left, other: typeof left) => () => {
        const ids = { customerId: customer.id, userId: other.userId }
        if (round % 3 === 0) return editCustomerUser(actor, { ...ids, ...facts, signIn: 'allowed' })
        return deleteCustomerUser(actor, ids)
      }
      const given = await atOnce(away(left, right), away(right, left))
      expect([...given].sort(), String(given)).toEqual(['last_global_admin', 'ok'])
      const still = await rows<{ id: string }>(
        `select id from "User" where "organizationId" = $1 and 'globalAdmin' = any(roles) and "deletedAt" is null and "disabledAt" is null`,
        [customer.id],
      )
      expect(still).toHaveLength(1)
      left = still[0]?.id === left.userId ? left : right
    }
  })
})

describe('deleting somebody', () => {
  test('ends sessions and sign-in, and makes the licenses available; restoring brings back the person alone', async () => {
    const { customer, provider, ofProvider } = await served()
    const somebody = await person(customer)
    const token = await signedIn(somebody)
    const bought = [await subscription({ provider, customer }), await subscription({ provider, customer })]
    for (const each of bought) await assignment(each, somebody)
    const ids = { customerId: customer.id, userId: somebody.id }
    const watch = watched()
    await deleteCustomerUser(ofProvider, ids, watch.request)
    expect((await watch.events()).map(({ type }) => type).sort()).toEqual([
      'customerUser.deleted',
      'license.changed',
      'license.changed',
    ])
    expect(await findActor(token)).toBeNull()
    const { password } = inject('run')
    expect(await refusal(signIn(null, { email: somebody.email, password }, request()))).toBe('sign_in_failed')
    expect(await count('LicenseAssignment', '"userId" = $1', [somebody.id])).toBe(0)
    expect(await count('Subscription', '"customerId" = $1 and assigned = 0', [customer.id])).toBe(2)
    expect(await refusal(deleteCustomerUser(ofProvider, ids))).toBe('not_found')
    expect(await refusal(resetCustomerUserPassword(ofProvider, ids))).toBe('not_found')
    expect(await refusal(editCustomerUser(ofProvider, { ...ids, ...facts, signIn: 'allowed' }))).toBe('not_found')

    const after = watched()
    await restoreCustomerUser(ofProvider, ids, after.request)
    expect(await after.events()).toMatchObject([
      { type: 'customerUser.restored', readers: readers(customer, provider) },
    ])
    expect(await getCustomerUser(ofProvider, ids)).toMatchObject({ restorableUntil: null, licenses: [] })
    expect(await findActor(token)).toBeNull()
    expect(await refusal(restoreCustomerUser(ofProvider, ids))).toBe('not_found')
  })

  test('is final after thirty days', async () => {
    const { customer, ofProvider } = await served()
    const [early, late] = [await person(customer), await person(customer)]
    for (const { id: userId } of [early, late])
      await deleteCustomerUser(ofProvider, { customerId: customer.id, userId })
    moveClock(30 * day - 5_000)
    await restoreCustomerUser(ofProvider, { customerId: customer.id, userId: early.id })
    moveClock(10_000)
    const ids = { customerId: customer.id, userId: late.id }
    expect(await refusal(restoreCustomerUser(ofProvider, ids))).toBe('restore_window_passed')
    expect(await refusal(getCustomerUser(ofProvider, ids))).toBe('not_found')
    await rows(`update "User" set "deletedAt" = now() - interval '31 days' where id = $1`, [late.id])
    await forgetWhatHasLapsed()
    expect(await count('User', 'id = any($1)', [[early.id, late.id]])).toBe(1)
  })
})

describe('resetting a password', () => {
  test('shows a new one once and ends the old one with all sessions', async () => {
    const { customer, provider, ofProvider } = await served('helpdeskAgent')
    const somebody = await person(customer)
    const token = await signedIn(somebody)
    const watch = watched()
    const ids = { customerId: customer.id, userId: somebody.id }
    const { userName, temporaryPassword } = await resetCustomerUserPassword(ofProvider, ids, watch.request)
    expect(await watch.events()).toMatchObject([
      { type: 'customerUser.passwordReset', readers: readers(customer, provider) },
    ])
    expect(await findActor(token)).toBeNull()
    expect(userName).toBe(somebody.email)
    const { sessionToken } = await signIn(null, { email: userName, password: temporaryPassword }, request())
    expect(await findActor(sessionToken)).toMatchObject({ userId: somebody.id, mustChangePassword: true })
  })

  test('of a Global admin takes somebody who manages people', async () => {
    const { customer, provider, ofCustomer, ofProvider } = await served('helpdeskAgent')
    const ids = { customerId: customer.id, userId: ofCustomer.userId }
    const refused = await refusalOf(resetCustomerUserPassword(ofProvider, ids))
    expect([refused.code, refused.permission]).toEqual(['role_missing', 'customerUser.manage'])
    await resetCustomerUserPassword(await member(provider, 'userManagementAdmin'), ids)
  })
})
