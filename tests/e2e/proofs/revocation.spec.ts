import { invitationFrom } from '../../support/invitations'
import { signedIn } from '../../support/organizations'
import { rows } from '../../support/owner'
import { times } from '../../support/property'
import { press } from '../support/actions'
import { type Answer, ask } from '../support/http'
import { cookieName, type Person } from '../support/people'
import { expect, test } from '../support/test'
import { partners, servingTogether } from '../support/world'

// Each trial shows first that the act works, takes the right away, and acts again in the very next request.

const trials = times(15, 100)

const cookieOf = async (who: Person) => `${cookieName}=${await signedIn(who)}`

async function repeat(trial: () => Promise<{ before: boolean; after: boolean }>): Promise<void> {
  const seen = { before: 0, after: 0 }
  for (let number = 0; number < trials; number += 1) {
    const { before, after } = await trial()
    seen.before += Number(before)
    seen.after += Number(after)
  }
  expect(seen).toEqual({ before: trials, after: 0 })
}

/** Whether a page shows what it is for, and not a refusal, a way to sign in or nothing. */
const shows = ({ status, text }: Answer, words: string) => status === 200 && text.includes(words)

test('a role that was removed gives nothing any more', async ({ portal: { origin } }) => {
  const { provider } = await partners()
  const cookie = await cookieOf(provider.admin)
  await repeat(async () => {
    const revoke = async () => {
      const { invitationId } = await invitationFrom(provider.actor, 'partnership')
      const path = `/invitations/${invitationId}`
      const { result } = await press({
        origin,
        action: 'revokeInvitationAction',
        path,
        fields: { invitationId },
        cookie,
      })
      return result === 'done'
    }
    const before = await revoke()
    await rows(`update "User" set roles = '{helpdeskAgent}' where id = $1`, [provider.admin.id])
    const after = await revoke()
    await rows(`update "User" set roles = '{globalAdmin}' where id = $1`, [provider.admin.id])
    return { before, after }
  })
})

test('somebody who was disabled can do nothing any more', async ({ portal: { origin } }) => {
  const { provider } = await partners()
  const cookie = await cookieOf(provider.admin)
  await repeat(async () => {
    const open = async () => shows(await ask(origin, { path: '/indirect-resellers', cookie }), 'Alder IT GmbH')
    const before = await open()
    await rows('update "User" set "disabledAt" = now() where id = $1', [provider.admin.id])
    const after = await open()
    await rows('update "User" set "disabledAt" = null where id = $1', [provider.admin.id])
    return { before, after }
  })
})

test('a session that signed out opens nothing any more', async ({ portal: { origin } }) => {
  const { provider } = await partners()
  await repeat(async () => {
    const cookie = await cookieOf(provider.admin)
    const open = async () => shows(await ask(origin, { path: '/indirect-resellers', cookie }), 'Alder IT GmbH')
    const before = await open()
    const { result } = await press({ origin, action: 'signOutAction', path: '/dashboard', fields: {}, cookie })
    expect(result).toBe('redirected')
    return { before, after: await open() }
  })
})

test('a customer that ended the relationship is out of the partner’s sight', async ({ portal: { origin } }) => {
  await repeat(async () => {
    const { reseller, customer, withReseller } = await servingTogether()
    const cookie = await cookieOf(reseller.admin)
    const open = async () => shows(await ask(origin, { path: '/customers', cookie }), customer.organization.id)
    const before = await open()
    const { result } = await press({
      origin,
      action: 'endRelationshipAction',
      path: '/partner-relationships',
      fields: { relationshipId: withReseller },
      cookie: await cookieOf(customer.admin),
    })
    expect(result).toBe('redirected')
    return { before, after: await open() }
  })
})

test('after a partnership was removed neither side can use it', async ({ portal: { origin } }) => {
  await repeat(async () => {
    const { provider, reseller, partnershipId } = await partners()
    const [ours, theirs] = [await cookieOf(provider.admin), await cookieOf(reseller.admin)]
    const account = `/indirect-resellers/${reseller.organization.id}`
    const page = `/indirect-providers/${provider.organization.id}/invite-customers`
    const draft = { locale: 'en', message: '{link}', validDays: '30', maxUses: '5', delivery: 'self' }
    const fields = { ...draft, providerId: provider.organization.id }
    const invite = () =>
      press({ origin, action: 'inviteCustomerWithProviderAction', path: page, fields, cookie: theirs })
    const use = async () => {
      const [look, invited] = [await ask(origin, { path: account, cookie: ours }), await invite()]
      return { looked: shows(look, 'Jonas Lindner'), invited: invited.result === 'done' }
    }
    const before = await use()
    const path = `/indirect-resellers/remove/${partnershipId}`
    const { result } = await press({
      origin,
      action: 'removePartnershipAction',
      path,
      fields: { partnershipId },
      cookie: ours,
    })
    expect(result).toBe('redirected')
    const after = await use()
    return { before: before.looked && before.invited, after: after.looked || after.invited }
  })
})

test('admin access that was withdrawn shows nothing of the account any more', async ({ portal: { origin } }) => {
  await repeat(async () => {
    const { provider, reseller, partnershipId } = await partners()
    const cookie = await cookieOf(provider.admin)
    const path = `/indirect-resellers/${reseller.organization.id}`
    const open = async () => shows(await ask(origin, { path, cookie }), 'Jonas Lindner')
    const before = await open()
    const { result } = await press({
      origin,
      action: 'revokeAdminAccessAction',
      path: '/indirect-providers',
      fields: { partnershipId },
      cookie: await cookieOf(reseller.admin),
    })
    expect(result).toBe('redirected')
    return { before, after: await open() }
  })
})
