import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { day, hour } from '@/lib/core/clock'
import { linkToken } from '@/lib/core/token'
import { removeDelegatedAdministration } from '@/lib/domain/customers/commands'
import { acceptHandover, issueHandover, submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { getAccount, viewHandover } from '@/lib/domain/onboarding/queries'
import { changePassword, signIn } from '@/lib/domain/users/commands'
import { newCustomer } from '../support/new-customer'
import { founded, member, organization } from '../support/organizations'
import { row, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { partnership } from '../support/relations'
import { moveClock, request } from '../support/request'
import { secondFactor } from '../support/second-factor'

const chosen = 'a bicycle made of glass'

async function added() {
  const { organization: provider } = await founded('provider')
  const reseller = await organization('reseller')
  await partnership(provider, reseller)
  const agent = await member(provider, 'adminAgent')
  const made = await submitNewCustomer(agent, newCustomer({ resellerId: reseller.id }), request())
  return {
    provider,
    agent,
    ofReseller: await member(reseller, 'adminAgent'),
    made,
    customer: { id: made.customerId },
    temporary: made.temporaryPassword ?? '',
  }
}

async function tokenFrom(agent: Parameters<typeof issueHandover>[0], customerId: string): Promise<string> {
  const { link } = await issueHandover(agent, { customerId, delivery: 'self' })
  return link?.split('/').at(-1) ?? ''
}

const choosing = (token: string, password = chosen) => ({ token, newPassword: password, repeatedPassword: password })

describe('a hand-over link', () => {
  test('shows whose account it is and changes nothing by being looked at', async () => {
    const { provider, agent, made, customer } = await added()
    const token = await tokenFrom(agent, customer.id)
    const before = await rows('select * from "CredentialHandover" where "customerId" = $1', [customer.id])
    for (const _look of [1, 2, 3])
      expect(await viewHandover(null, { token })).toMatchObject({
        state: 'open',
        organizationName: made.companyName,
        userName: made.userName,
        issuerName: provider.name,
      })
    expect(await rows('select * from "CredentialHandover" where "customerId" = $1', [customer.id])).toEqual(before)
    expect(JSON.stringify(before)).not.toContain(token)
  })

  test('lets the person choose a password, signs in, and voids the temporary one and itself', async () => {
    const { provider, agent, made, customer, temporary } = await added()
    const token = await tokenFrom(agent, customer.id)
    const { sessionToken: old } = await signIn(null, { email: made.userName, password: temporary }, request())
    const watch = watched()
    const { sessionToken, returnTo } = await acceptHandover(null, choosing(token), watch.request)
    expect(returnTo).toBe('/dashboard')
    expect(await findActor(sessionToken)).toMatchObject({ email: made.userName, mustChangePassword: false })
    expect(await findActor(old)).toBeNull()
    expect(await refusal(signIn(null, { email: made.userName, password: temporary }, request()))).toBe('sign_in_failed')
    await signIn(null, { email: made.userName, password: chosen }, request())
    expect(await viewHandover(null, { token })).toEqual({ state: 'used', issuerName: provider.name })
    expect(await refusal(acceptHandover(null, choosing(token, 'another bicycle of glass'), request()))).toBe(
      'handover_used',
    )
    expect(await watch.events()).toMatchObject([
      { type: 'handover.used', actorOrganizationId: customer.id, readers: readers(provider, customer) },
    ])
  })

  test('skips nothing of what signing in takes: who has a second factor gives it', async () => {
    const { agent, made, customer } = await added()
    const { id } = await row<{ id: string }>('select id from "User" where email = $1', [made.userName])
    await secondFactor({ userId: id, organizationId: customer.id } as Actor)
    const token = await tokenFrom(agent, customer.id)
    expect(await acceptHandover(null, choosing(token), request())).toMatchObject({ sessionToken: null })
    expect(await rows('select from "Session" where "userId" = $1 and "revokedAt" is null', [id])).toEqual([])
    const { pendingToken } = await signIn(null, { email: made.userName, password: chosen }, request())
    expect(pendingToken).not.toBeNull()
  })

  test('is mailed ten times an hour at most, wherever the address leads', async () => {
    const { agent, customer } = await added()
    const mailed = { customerId: customer.id, delivery: 'portal' as const }
    for (let letter = 0; letter < 10; letter += 1) await issueHandover(agent, mailed)
    expect(await refusal(issueHandover(agent, mailed))).toBe('too_many_attempts')
    expect(await tokenFrom(agent, customer.id)).not.toBe('')
  })

  test('is not made by those who may only reset passwords: it opens the account of an administrator', async () => {
    const { provider, customer } = await added()
    const helpdesk = await member(provider, 'helpdeskAgent')
    expect(await refusal(issueHandover(helpdesk, { customerId: customer.id, delivery: 'self' }))).toBe('role_missing')
  })

  test('works once, however many press at the same time', async () => {
    const { agent, customer } = await added()
    const token = await tokenFrom(agent, customer.id)
    const presses = Array.from({ length: 8 }, () => acceptHandover(null, choosing(token), request()))
    const tally = await answers(presses)
    expect(tally).toEqual({ ok: 1, handover_used: 7 })
  })

  test('works for seven days, longer than the temporary password', async () => {
    const { agent, customer, made, temporary } = await added()
    const token = await tokenFrom(agent, customer.id)
    moveClock(7 * day + 1000)
    expect(await viewHandover(null, { token })).toMatchObject({ state: 'expired' })
    expect(await refusal(acceptHandover(null, choosing(token), request()))).toBe('handover_expired')
    moveClock(-hour)
    expect(await refusal(signIn(null, { email: made.userName, password: temporary }, request()))).toBe('sign_in_failed')
    await acceptHandover(null, choosing(token), request())
    moveClock(-7 * day + hour)
  })

  test('gives way to a newer one, of whichever partner', async () => {
    const { agent, ofReseller, customer } = await added()
    const first = await tokenFrom(agent, customer.id)
    const second = await tokenFrom(ofReseller, customer.id)
    const third = await tokenFrom(agent, customer.id)
    for (const token of [first, second]) {
      expect(await viewHandover(null, { token })).toMatchObject({ state: 'replaced' })
      expect(await refusal(acceptHandover(null, choosing(token), request()))).toBe('handover_replaced')
    }
    await acceptHandover(null, choosing(third), request())
  })

  test('is void once the password was chosen in another way, and no other is made', async () => {
    const { agent, customer, made, temporary } = await added()
    const token = await tokenFrom(agent, customer.id)
    const { sessionToken } = await signIn(null, { email: made.userName, password: temporary }, request())
    const change = { currentPassword: temporary, newPassword: chosen, repeatedPassword: chosen }
    await changePassword(await findActor(sessionToken), change)
    expect(await viewHandover(null, { token })).toMatchObject({ state: 'replaced' })
    expect(await refusal(acceptHandover(null, choosing(token, 'another bicycle of glass'), request()))).toBe(
      'handover_replaced',
    )
    expect(await refusal(issueHandover(agent, { customerId: customer.id, delivery: 'self' }))).toBe('handover_needless')
  })

  test('takes no weak password and stays open then', async () => {
    const { agent, customer, made } = await added()
    const token = await tokenFrom(agent, customer.id)
    const weak = async (password: string) =>
      (await refusalOf(acceptHandover(null, choosing(token, password), request()))).fields
    expect(await weak('short')).toEqual({ newPassword: ['password_short'] })
    expect(await weak(`my ${made.companyName}`)).toEqual({ newPassword: ['password_context'] })
    expect(
      await refusalOf(acceptHandover(null, { ...choosing(token), repeatedPassword: 'x' }, request())),
    ).toMatchObject({
      fields: { repeatedPassword: ['password_repeat'] },
    })
    expect(await viewHandover(null, { token })).toMatchObject({ state: 'open' })
  })

  test('that never was opens nothing', async () => {
    const token = `hov_${'A'.repeat(43)}`
    expect(await viewHandover(null, { token })).toBeNull()
    expect(await refusal(acceptHandover(null, choosing(token), request()))).toBe('handover_unknown')
    expect(await refusal(viewHandover(null, { token: 'hov_x' }))).toBe('input_invalid')
  })

  test('may be pressed by whoever is signed in elsewhere', async () => {
    const { agent, customer, made } = await added()
    const token = await tokenFrom(agent, customer.id)
    const { admin } = await founded('customer')
    const { sessionToken } = await acceptHandover(admin, choosing(token), request())
    expect(await findActor(sessionToken)).toMatchObject({ email: made.userName })
  })
})

describe('issuing a hand-over link', () => {
  test('through the portal mails it to the contact; the letter holds no more than its salt', async () => {
    const { provider, agent, customer, made } = await added()
    const watch = watched()
    expect(await issueHandover(agent, { customerId: customer.id, delivery: 'portal' }, watch.request)).toEqual({
      customerId: customer.id,
      link: null,
    })
    const mail = (await mailsOf(provider)).at(-1)
    expect(mail).toMatchObject({
      letter: 'handover',
      toAddress: made.contactEmail,
      parameters: { userName: made.userName },
    })
    const token = linkToken('handover', String(mail?.parameters.salt))
    expect(await viewHandover(null, { token })).toMatchObject({ state: 'open' })
    expect(await watch.events()).toMatchObject([{ type: 'handover.issued', readers: readers(provider, customer) }])
  })

  test('takes delegated administration', async () => {
    const { agent, customer, made, temporary } = await added()
    const { sessionToken } = await signIn(null, { email: made.userName, password: temporary }, request())
    const change = { currentPassword: temporary, newPassword: chosen, repeatedPassword: chosen }
    await changePassword(await findActor(sessionToken), change)
    const relationship = await row<{ id: string }>(
      'select id from "CustomerRelationship" where "customerId" = $1 and "partnerId" = $2',
      [customer.id, agent.organizationId],
    )
    await removeDelegatedAdministration(await findActor(sessionToken), { relationshipId: relationship.id })
    expect(await refusal(issueHandover(agent, { customerId: customer.id, delivery: 'self' }))).toBe(
      'delegation_missing',
    )
  })

  test('is nothing for strangers', async () => {
    const { customer } = await added()
    const { admin: stranger } = await founded('provider')
    expect(await refusal(issueHandover(stranger, { customerId: customer.id, delivery: 'self' }))).toBe('not_found')
  })

  test('tells the Account page that somebody still waits, and until when', async () => {
    const { agent, customer, made } = await added()
    expect((await getAccount(agent, { customerId: customer.id })).handover).toEqual({
      userName: made.userName,
      isOpen: true,
      link: null,
    })
    const token = await tokenFrom(agent, customer.id)
    expect((await getAccount(agent, { customerId: customer.id })).handover?.link).not.toBeNull()
    await acceptHandover(null, choosing(token), request())
    expect((await getAccount(agent, { customerId: customer.id })).handover).toMatchObject({ isOpen: false, link: null })
  })
})
