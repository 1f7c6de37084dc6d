import { describe, expect, test } from 'vitest'
import { day } from '@/lib/core/clock'
import {
  discloseInvitation,
  remindInvitation,
  resendInvitation,
  revokeInvitation,
} from '@/lib/domain/invitations/commands'
import { getInvitation, viewInvitation } from '@/lib/domain/invitations/queries'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { currentToken, invitationFrom, tokenIn } from '../support/invitations'
import { founded, member } from '../support/organizations'
import { row } from '../support/owner'
import { isQueued, mailsOf, readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { moveClock } from '../support/request'

const to = 'office@birch.example'

describe('disclosing an invitation', () => {
  test('shows the link, is recorded each time, and the link no longer proves a mailbox', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { to, delivery: 'portal' })
    const { request, events } = watched()
    const { link } = await discloseInvitation(admin, { invitationId }, request)
    expect(tokenIn(link)).toBe(await currentToken(invitationId))
    expect(await events()).toMatchObject([
      { type: 'invitation.disclosed', details: { invitationId }, readers: readers(provider) },
    ])
    const { disclosedAt } = await row<{ disclosedAt: Date }>(
      `select "disclosedAt" from "InvitationLink" where "invitationId" = $1`,
      [invitationId],
    )
    expect(disclosedAt).toBeInstanceOf(Date)
  })
})

describe('reminding of an invitation', () => {
  test('mails the same link again and says that it is a reminder', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { to, delivery: 'portal' })
    const { request, events } = watched()
    await remindInvitation(admin, { invitationId }, request)
    expect(await events()).toMatchObject([{ type: 'invitation.reminded', details: { invitationId, addressee: to } }])
    const [first, second] = await mailsOf(provider)
    expect(first?.parameters).toMatchObject({ reminder: false })
    expect(second?.parameters).toMatchObject({ reminder: true, salt: first?.parameters.salt })
    expect(second && (await isQueued(second))).toBe(true)
  })

  test('that was carried so far mails it for the first time', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { to, delivery: 'self' })
    const { request, events } = watched()
    await remindInvitation(admin, { invitationId }, request)
    expect((await events()).map(({ type }) => type)).toEqual(['invitation.sent'])
    expect((await mailsOf(provider))[0]?.parameters).toMatchObject({ reminder: false })
  })

  test('without an address is refused, and so is the eleventh mail of a day', async () => {
    const { admin } = await founded('provider')
    const open = await invitationFrom(admin, 'customer')
    expect(await refusal(remindInvitation(admin, open && { invitationId: open.invitationId }))).toBe(
      'invitation_without_address',
    )
    const { invitationId } = await invitationFrom(admin, 'customer', { to, delivery: 'portal' })
    for (let number = 0; number < 9; number += 1) await remindInvitation(admin, { invitationId })
    expect(await refusal(remindInvitation(admin, { invitationId }))).toBe('too_many_attempts')
  })
})

describe('resending an invitation', () => {
  test('ends the old link and mails a new one', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'partnership', { to, delivery: 'portal' })
    const { request, events } = watched()
    expect(await resendInvitation(admin, { invitationId }, request)).toEqual({ link: null })
    const renewed = await currentToken(invitationId)
    expect(renewed).not.toBe(token)
    expect(await events()).toMatchObject([
      { type: 'invitation.resent', details: { invitationId, addressee: to }, readers: readers(provider) },
    ])
    expect(await mailsOf(provider)).toHaveLength(2)
    const { admin: reseller } = await founded('reseller', { domain: 'resent.birch.example' })
    const meant = { ...reseller, email: to }
    expect(await refusal(acceptPartnership(meant, { token, agreed: true }))).toBe('invitation_replaced')
    await acceptPartnership(meant, { token: renewed, agreed: true })
  })

  test('of an open link returns the new one', async () => {
    const { admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'customer')
    const { link } = await resendInvitation(admin, { invitationId })
    expect(tokenIn(link ?? '')).toBe(await currentToken(invitationId))
    expect(await viewInvitation(null, { token })).toMatchObject({
      state: 'refused',
      code: 'invitation_unknown',
      offer: null,
    })
  })

  test('lets it live as long again as it was meant to, however often', async () => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { validDays: 7 })
    const daysLeft = async () =>
      ((
        await row<{ expiresAt: Date }>(`select "expiresAt" from "Invitation" where id = $1`, [invitationId])
      ).expiresAt.getTime() -
        Date.now()) /
      day
    moveClock(6 * day)
    await resendInvitation(admin, { invitationId })
    expect(await daysLeft()).toBeCloseTo(6 + 7, 2)
    moveClock(6 * day)
    await resendInvitation(admin, { invitationId })
    expect(await daysLeft()).toBeCloseTo(12 + 7, 2)
  })

  test('brings an expired one back', async () => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { validDays: 7 })
    moveClock(8 * day)
    expect((await getInvitation(admin, { invitationId })).state).toBe('expired')
    await resendInvitation(admin, { invitationId })
    expect((await getInvitation(admin, { invitationId })).state).toBe('active')
  })
})

describe('revoking an invitation', () => {
  test('closes it for good, is recorded, and cannot be done twice', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { invitationId, token } = await invitationFrom(admin, 'partnership')
    const { request, events } = watched()
    await revokeInvitation(admin, { invitationId }, request)
    expect(await events()).toMatchObject([
      { type: 'invitation.revoked', details: { invitationId, addressee: null }, readers: readers(provider) },
    ])
    expect(await getInvitation(admin, { invitationId })).toMatchObject({
      state: 'revoked',
      revokedByName: admin.fullName,
    })
    const { admin: reseller } = await founded('reseller')
    expect(await refusal(acceptPartnership(reseller, { token, agreed: true }))).toBe('invitation_revoked')
    expect(await refusal(revokeInvitation(admin, { invitationId }))).toBe('invitation_not_active')
  })

  test('works on an expired one too', async () => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { validDays: 1 })
    moveClock(2 * day)
    await revokeInvitation(admin, { invitationId })
  })
})

describe('managing an invitation', () => {
  const commands = { discloseInvitation, remindInvitation, resendInvitation, revokeInvitation }

  test.each(Object.entries(commands))('%s refuses one that is closed', async (_name, manage) => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { to })
    await revokeInvitation(admin, { invitationId })
    expect(await refusal(manage(admin, { invitationId }))).toBe('invitation_not_active')
  })

  test.each(Object.entries({ discloseInvitation, remindInvitation }))(
    '%s refuses one that is expired',
    async (_name, manage) => {
      const { admin } = await founded('provider')
      const { invitationId } = await invitationFrom(admin, 'customer', { to, validDays: 1 })
      moveClock(2 * day)
      expect(await refusal(manage(admin, { invitationId }))).toBe('invitation_not_active')
    },
  )

  test.each(Object.entries(commands))(
    '%s takes the permission of its kind: a User management admin has none for customers',
    async (_name, manage) => {
      const { organization: provider, admin } = await founded('provider')
      const users = await member(provider, 'userManagementAdmin')
      const { invitationId } = await invitationFrom(admin, 'customer', { to })
      const { code, permission } = await refusalOf(manage(users, { invitationId }))
      expect([code, permission]).toEqual(['role_missing', 'customer.invite'])
      await manage(users, { invitationId: (await invitationFrom(admin, 'partnership', { to })).invitationId })
    },
  )

  test.each(Object.entries(commands))("%s does not find a stranger's invitation", async (_name, manage) => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom((await founded('provider')).admin, 'customer', { to })
    expect(await refusal(manage(admin, { invitationId }))).toBe('not_found')
  })
})
