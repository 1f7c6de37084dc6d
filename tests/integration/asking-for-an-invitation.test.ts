import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import {
  answerInvitationRequest,
  declineInvitationRequest,
  requestInvitation,
  withdrawInvitationRequest,
} from '@/lib/domain/directory/commands'
import { getInvitationRequest, listInvitationRequests, viewProvider } from '@/lib/domain/directory/queries'
import { getHome } from '@/lib/domain/home/queries'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { card } from '../support/directory'
import { currentToken, invitationFrom } from '../support/invitations'
import { founded, member, type Organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { atOnce } from '../support/races'
import { activePartnerships, isQueued, mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { partnership } from '../support/relations'

async function strangers(country = 'DE') {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller', { country })
  await card(provider)
  return { provider, ofProvider, reseller, ofReseller, providerId: provider.id }
}

const notices = (of: Organization, kind: string) =>
  rows<{ userId: string; path: string }>(
    `select "userId", path from "Notification" where "organizationId" = $1 and kind = $2`,
    [of.id, kind],
  )
const requestsOf = (of: Organization) => count('InvitationRequest', '"resellerId" = $1', [of.id])

describe('a reseller that asks a provider of the directory', () => {
  test('is heard: both see the request, the provider gets a letter, a notification and a number on its dashboard', async () => {
    const { provider, ofProvider, reseller, ofReseller, providerId } = await strangers()
    const sales = await member(provider, 'salesAgent')
    const { request, events } = watched()
    const { requestId } = await requestInvitation(ofReseller, { providerId, message: 'Good day' }, request)
    const [got] = (await listInvitationRequests(ofProvider, { status: 'pending' })).rows
    expect(got).toMatchObject({ id: requestId, resellerName: reseller.name, resellerMpnId: reseller.mpnId })
    expect(await getInvitationRequest(sales, { requestId })).toMatchObject({
      message: 'Good day',
      deeds: { answer: true, withdraw: false },
    })
    expect((await getInvitationRequest(ofReseller, { requestId })).deeds).toEqual({ answer: false, withdraw: true })
    expect((await getHome(ofProvider, {})).invitationRequests).toBe(1)
    expect((await getHome(ofReseller, {})).invitationRequests).toBeNull()
    const [letter] = await mailsOf(provider)
    expect(letter).toMatchObject({ letter: 'invitationRequested', toAddress: `partners@${provider.domain}` })
    expect(letter && (await isQueued(letter))).toBe(true)
    const told = await notices(provider, 'invitationRequested')
    expect(told.map(({ userId }) => userId).sort()).toEqual([ofProvider.userId, sales.userId].sort())
    const [event] = await events()
    expect(event).toMatchObject({ type: 'invitationRequest.sent', subjectOrganizationId: provider.id })
    expect(event?.readers).toEqual(readers(provider, reseller))
  })

  test('sees on the provider’s page why it need not ask, or cannot', async () => {
    const { provider, ofProvider, reseller, ofReseller, providerId } = await strangers()
    const refusalOn = async (who: Actor) => (await viewProvider(who, { providerId })).visitor?.refusal
    expect(await refusalOn(ofReseller)).toBeNull()
    const { requestId } = await requestInvitation(ofReseller, { providerId })
    expect((await viewProvider(ofReseller, { providerId })).visitor).toMatchObject({
      refusal: 'invitation_request_pending',
      requestId,
    })
    await withdrawInvitationRequest(ofReseller, { requestId })
    await invitationFrom(ofProvider, 'partnership', { to: `somebody@${reseller.domain}`, delivery: 'portal' })
    expect(await refusalOn(ofReseller)).toBe('already_invited')
    await partnership(provider, reseller)
    expect(await refusalOn(ofReseller)).toBe('already_partners')
    expect((await viewProvider(ofProvider, { providerId })).visitor).toMatchObject({ own: true, mayAsk: false })
    const helpdesk = await member(reseller, 'helpdeskAgent')
    expect((await viewProvider(helpdesk, { providerId })).visitor).toMatchObject({ mayAsk: false, refusal: null })
  })

  test('is refused where there is nothing to ask for', async () => {
    const { ofProvider, reseller, ofReseller, providerId, provider } = await strangers()
    const ask = (who: Actor = ofReseller) => refusal(requestInvitation(who, { providerId }))
    expect(await refusal(requestInvitation((await strangers('RU')).ofReseller, { providerId }))).toBe('region_differs')
    expect(await ask(ofProvider)).toBe('role_missing')
    await invitationFrom(ofProvider, 'partnership', { to: ofReseller.email, delivery: 'portal' })
    expect(await ask()).toBe('already_invited')
    await rows(`update "Invitation" set "expiresAt" = now() - interval '1 day' where "issuerOrganizationId" = $1`, [
      provider.id,
    ])
    await requestInvitation(ofReseller, { providerId })
    expect(await ask()).toBe('invitation_request_pending')
    await card(provider, { published: false })
    expect(await ask()).toBe('not_found')
    expect(await requestsOf(reseller)).toBe(1)
  })

  test('asks once, however many of its people press at the same moment', async () => {
    const { reseller, ofReseller, providerId } = await strangers()
    const people = [ofReseller, await member(reseller, 'salesAgent'), await member(reseller, 'adminAgent')]
    const tally = await answers(people.map((who) => requestInvitation(who, { providerId })))
    expect(tally).toEqual({ ok: 1, invitation_request_pending: 2 })
    expect(await requestsOf(reseller)).toBe(1)
  })

  test('may take the request back, and ask again', async () => {
    const { provider, ofProvider, ofReseller, providerId } = await strangers()
    const { requestId } = await requestInvitation(ofReseller, { providerId })
    await withdrawInvitationRequest(ofReseller, { requestId })
    expect(await refusal(withdrawInvitationRequest(ofReseller, { requestId }))).toBe('request_answered')
    expect(await refusal(answerInvitationRequest(ofProvider, { requestId }))).toBe('request_answered')
    expect(await refusal(declineInvitationRequest(ofProvider, { requestId, reason: 'No' }))).toBe('request_answered')
    await requestInvitation(ofReseller, { providerId })
    expect((await listInvitationRequests(ofReseller, {})).rows.map(({ status }) => status)).toEqual([
      'pending',
      'withdrawn',
    ])
    expect(await mailsOf(provider)).toHaveLength(2)
  })
})

describe('a provider that is asked', () => {
  test('answers with an ordinary invitation, which makes them partners', async () => {
    const { provider, ofProvider, reseller, ofReseller, providerId } = await strangers()
    const sales = await member(reseller, 'salesAgent')
    const { requestId } = await requestInvitation(sales, { providerId })
    const { request, events } = watched()
    await answerInvitationRequest(ofProvider, { requestId, note: 'Welcome {link}' }, request)
    expect((await events()).map(({ type }) => type)).toEqual([
      'invitation.created',
      'invitation.sent',
      'invitationRequest.invited',
    ])
    const { invitationId, status } = await getInvitationRequest(sales, { requestId })
    expect(status).toBe('invited')
    const [letter] = (await mailsOf(provider)).filter(({ letter: name }) => name === 'invitation')
    expect(letter).toMatchObject({ toAddress: sales.email, invitationId })
    expect(String(letter?.parameters.message)).toMatch(/^Welcome\n\nHello,[\s\S]*\{link\}/)
    expect((await notices(reseller, 'invitationRequestInvited')).map(({ path }) => path)).toEqual([
      `/invitation-requests/${requestId}`,
      `/invitation-requests/${requestId}`,
    ])
    await acceptPartnership(ofReseller, { token: await currentToken(invitationId ?? ''), agreed: true })
    expect(await activePartnerships(provider, reseller)).toBe(1)
  })

  test('says no with a reason, which the asker reads in the portal and in a letter', async () => {
    const { ofProvider, reseller, ofReseller, providerId } = await strangers()
    const { requestId } = await requestInvitation(ofReseller, { providerId })
    expect(await refusal(declineInvitationRequest(ofProvider, { requestId, reason: '  ' }))).toBe('input_invalid')
    await declineInvitationRequest(ofProvider, { requestId, reason: 'Not in your country yet' })
    expect(await getInvitationRequest(ofReseller, { requestId })).toMatchObject({
      status: 'declined',
      answer: 'Not in your country yet',
      deeds: { withdraw: false },
    })
    const [letter] = await mailsOf(reseller)
    expect(letter).toMatchObject({ letter: 'invitationRequestDeclined', recipientUserId: ofReseller.userId })
    expect(await notices(reseller, 'invitationRequestDeclined')).toHaveLength(1)
  })

  test('answers once: of two who answer at the same moment one is too late', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { provider, ofProvider, ofReseller, providerId } = await strangers()
      const colleague = await member(provider, 'adminAgent')
      const { requestId } = await requestInvitation(ofReseller, { providerId })
      const tally = await atOnce(
        () => answerInvitationRequest(ofProvider, { requestId }),
        () =>
          round % 2
            ? answerInvitationRequest(colleague, { requestId })
            : declineInvitationRequest(colleague, { requestId, reason: 'No' }),
      )
      expect([...tally].sort()).toEqual(['ok', 'request_answered'])
      const { status } = await getInvitationRequest(ofReseller, { requestId })
      const invitations = await count('Invitation', '"issuerOrganizationId" = $1', [provider.id])
      expect(invitations).toBe(status === 'invited' ? 1 : 0)
    }
  })

  test('need not answer whoever has become its partner meanwhile', async () => {
    const { provider, ofProvider, reseller, ofReseller, providerId } = await strangers()
    const { requestId } = await requestInvitation(ofReseller, { providerId })
    await partnership(provider, reseller)
    expect((await getInvitationRequest(ofProvider, { requestId })).status).toBe('invited')
    expect(await refusal(answerInvitationRequest(ofProvider, { requestId }))).toBe('request_answered')
    expect((await getHome(ofProvider, {})).invitationRequests).toBe(0)
  })
})
