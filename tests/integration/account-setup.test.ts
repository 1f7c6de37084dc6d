import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { day, hour } from '@/lib/core/clock'
import { linkToken } from '@/lib/core/token'
import { beginAccountSetup, confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import { viewAccountSetup } from '@/lib/domain/account-setup/queries'
import { authorizeRelationships } from '@/lib/domain/customers/commands'
import { discloseInvitation, revokeInvitation } from '@/lib/domain/invitations/commands'
import { signIn } from '@/lib/domain/users/commands'
import { agreedTo, currentToken, invitationFrom } from '../support/invitations'
import { founded, newMark, organization, person } from '../support/organizations'
import { count, row } from '../support/owner'
import { activeRelationships, isQueued, mailsOf, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock, request } from '../support/request'

const password = 'a bicycle made of glass'

function form(token: string, mark = newMark()) {
  return {
    token,
    organizationName: `Fir ${mark}`,
    domain: `${mark}.example`,
    country: 'DE',
    fullName: 'Vera Fir',
    email: `vera@${mark}.example`,
    password,
    locale: 'ru' as const,
  }
}

/** The token of the confirmation mail, which only the mailbox sees. */
async function mailedToken(partner: { id: string }, email: string): Promise<string> {
  const mail = (await mailsOf(partner)).findLast(
    ({ letter, toAddress }) => letter === 'accountConfirmation' && toAddress === email,
  )
  return linkToken('accountSetup', String(mail?.parameters.salt))
}

describe('setting up an account', () => {
  test('through a link that was mailed to that very address makes it at once, signed in, and ready to authorize', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const mark = newMark()
    const { token } = await invitationFrom(asking, 'customer', { to: `vera@${mark}.example`, delivery: 'portal' })
    const watch = watched()
    const { sessionToken, goOnPath } = await beginAccountSetup(null, form(token, mark), watch.request)
    expect(goOnPath).toBe(`/invite/${token}`)
    const actor = await findActor(sessionToken ?? '')
    expect(actor).toMatchObject({
      email: `vera@${mark}.example`,
      fullName: 'Vera Fir',
      roles: ['globalAdmin'],
      organizationKind: 'customer',
      organizationName: `Fir ${mark}`,
      organizationDomain: `${mark}.example`,
      region: 'europe',
      locale: 'ru',
      mustChangePassword: false,
    })
    const created = { id: actor?.organizationId ?? '' }
    expect(await watch.events()).toMatchObject([
      {
        type: 'organization.created',
        actorUserId: actor?.userId,
        details: { organizationId: created.id, kind: 'customer' },
        readers: readers(created),
      },
    ])
    await authorizeRelationships(actor, agreedTo(token))
    expect(await activeRelationships(reseller, created)).toBe(1)
    await signIn(null, { email: `vera@${mark}.example`, password }, request())
  })

  test.each([
    ['an open link', (_mark: string) => ({})],
    ['a link mailed to a colleague', (mark: string) => ({ to: `office@${mark}.example`, delivery: 'portal' as const })],
  ])('through %s asks the mailbox first, and nothing exists before it answers', async (_what, addressed) => {
    const mark = newMark()
    const { admin: asking } = await founded('reseller')
    const { token, invitationId } = await invitationFrom(asking, 'customer', addressed(mark))
    const reseller = await row<{ id: string }>('select "issuerOrganizationId" as id from "Invitation" where id = $1', [
      invitationId,
    ])
    const input = form(token, mark)
    expect(await beginAccountSetup(null, input, request())).toEqual({
      sessionToken: null,
      goOnPath: `/invite/${token}`,
    })
    expect(await count('User', 'email = $1', [input.email])).toBe(0)
    expect(await count('Organization', 'domain = $1', [input.domain])).toBe(0)
    expect(await refusal(signIn(null, { email: input.email, password }, request()))).toBe('sign_in_failed')
    const mail = (await mailsOf(reseller)).at(-1)
    expect(mail).toMatchObject({ letter: 'accountConfirmation', toAddress: input.email, locale: 'ru' })
    expect(mail && (await isQueued(mail))).toBe(true)

    const setupToken = await mailedToken(reseller, input.email)
    expect(await viewAccountSetup(null, { token: setupToken })).toMatchObject({
      email: input.email,
      organizationName: input.organizationName,
      domain: input.domain,
    })
    const watch = watched()
    const confirmed = await confirmAccountSetup(null, { token: setupToken }, watch.request)
    expect(confirmed.goOnPath).toBe(`/invite/${token}`)
    expect(await findActor(confirmed.sessionToken)).toMatchObject({ email: input.email, roles: ['globalAdmin'] })
    expect((await watch.events()).map(({ type }) => type)).toEqual(['organization.created'])
    await signIn(null, { email: input.email, password }, request())
  })

  test('through a link that the issuer has seen asks the mailbox, even for the address it was sent to', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const mark = newMark()
    const carried = await invitationFrom(asking, 'customer', { to: `vera@${mark}.example`, delivery: 'self' })
    expect((await beginAccountSetup(null, form(carried.token, mark), request())).sessionToken).toBeNull()
    const mailed = await invitationFrom(asking, 'customer', { to: `vera@${mark}.example`, delivery: 'portal' })
    await discloseInvitation(asking, { invitationId: mailed.invitationId })
    expect(
      (await beginAccountSetup(null, form(await currentToken(mailed.invitationId), mark), request())).sessionToken,
    ).toBeNull()
    expect((await mailsOf(reseller)).filter(({ letter }) => letter === 'accountConfirmation')).toHaveLength(2)
  })
})

describe('confirming an account', () => {
  async function begun() {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { token, invitationId } = await invitationFrom(asking, 'customer')
    const input = form(token)
    await beginAccountSetup(null, input, request())
    return { reseller, asking, invitationId, input, setupToken: await mailedToken(reseller, input.email) }
  }

  test('works once, however many press at the same time', async () => {
    const { input, setupToken } = await begun()
    expect(await answers(Array.from({ length: 12 }, () => confirmAccountSetup(null, { token: setupToken })))).toEqual({
      ok: 1,
      invitation_unknown: 11,
    })
    expect(await count('User', 'email = $1', [input.email])).toBe(1)
    expect(await viewAccountSetup(null, { token: setupToken })).toBeNull()
  })

  test('works for two days', async () => {
    const { setupToken } = await begun()
    moveClock(2 * day + 1000)
    expect(await viewAccountSetup(null, { token: setupToken })).toBeNull()
    expect(await refusal(confirmAccountSetup(null, { token: setupToken }))).toBe('invitation_unknown')
    moveClock(-hour)
    await confirmAccountSetup(null, { token: setupToken })
  })

  test('is refused when the address or the domain was taken meanwhile, and can be tried again later', async () => {
    const { input, setupToken } = await begun()
    await person(await organization('customer'), [], { email: input.email })
    expect(await refusal(confirmAccountSetup(null, { token: setupToken }))).toBe('email_taken')
    expect(await count('Organization', 'domain = $1', [input.domain])).toBe(0)
    const other = await begun()
    await organization('customer', { domain: other.input.domain })
    expect(await refusal(confirmAccountSetup(null, { token: other.setupToken }))).toBe('domain_taken')
    expect(await viewAccountSetup(null, { token: other.setupToken })).not.toBeNull()
  })

  test('knows no other token', async () => {
    const { input } = await begun()
    expect(await viewAccountSetup(null, { token: `acc_${'A'.repeat(43)}` })).toBeNull()
    expect(await refusal(confirmAccountSetup(null, { token: `acc_${'A'.repeat(43)}` }))).toBe('invitation_unknown')
    expect(await refusal(confirmAccountSetup(null, { token: input.token }))).toBe('input_invalid')
  })
})

describe('setting up an account is refused', () => {
  test('with an invitation to a partnership, of another region, or that is closed or unknown', async () => {
    const { admin: asking } = await founded('provider')
    const partnership = await invitationFrom(asking, 'partnership')
    expect(await refusal(beginAccountSetup(null, form(partnership.token), request()))).toBe('invitation_wrong_kind')
    const { token, invitationId } = await invitationFrom(asking, 'customer', { validDays: 1 })
    expect(await refusal(beginAccountSetup(null, { ...form(token), country: 'US' }, request()))).toBe('region_differs')
    expect(await refusal(beginAccountSetup(null, form(`inv_c_${'A'.repeat(43)}`), request()))).toBe(
      'invitation_unknown',
    )
    moveClock(2 * day)
    expect(await refusal(beginAccountSetup(null, form(token), request()))).toBe('invitation_expired')
    moveClock(-2 * day)
    await revokeInvitation(asking, { invitationId })
    expect(await refusal(beginAccountSetup(null, form(token), request()))).toBe('invitation_revoked')
  })

  test('with a weak password or nonsense in a field', async () => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'customer')
    const refused = async (changes: object) =>
      (await refusalOf(beginAccountSetup(null, { ...form(token), ...changes }, request()))).fields
    expect(await refused({ password: 'short' })).toEqual({ password: ['password_short'] })
    expect(
      await refused({ email: 'vera@elder.example', domain: 'elder.example', password: 'elder-elder-elder' }),
    ).toEqual({
      password: ['password_context'],
    })
    expect(await refused({ country: 'XX', domain: 'x', email: 'x', fullName: '' })).toEqual({
      country: ['country'],
      domain: ['domain'],
      email: ['email'],
      fullName: ['required'],
    })
    expect(await refused({ roles: ['globalAdmin'], kind: 'operator' })).toEqual({
      roles: ['unknown'],
      kind: ['unknown'],
    })
  })

  test('for a mailbox the invitation was not sent to, and for the domain of somebody else', async () => {
    const { admin } = await founded('reseller')
    const mark = newMark()
    const addressed = await invitationFrom(admin, 'customer', { to: `chef@${mark}.example` })
    const stranger = { ...form(addressed.token), domain: `${mark}.example` }
    expect(await refusal(beginAccountSetup(null, stranger, request()))).toBe('invitation_wrong_organization')
    const open = await invitationFrom(admin, 'customer')
    const squatter = { ...form(open.token), domain: `${mark}.example` }
    expect((await refusalOf(beginAccountSetup(null, squatter, request()))).fields).toEqual({
      domain: ['domain_foreign'],
    })
  })

  test('to confirm once the invitation was withdrawn', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const { token, invitationId } = await invitationFrom(admin, 'customer')
    const input = form(token)
    await beginAccountSetup(null, input, request())
    const setupToken = await mailedToken(reseller, input.email)
    await revokeInvitation(admin, { invitationId })
    expect(await refusal(confirmAccountSetup(null, { token: setupToken }))).toBe('invitation_not_active')
    expect(await count('Organization', 'domain = $1', [input.domain])).toBe(0)
  })

  test('when a proven address or a domain is taken', async () => {
    const { admin: asking } = await founded('reseller')
    const mark = newMark()
    const taken = await person(await organization('customer'), [], { email: `vera@${mark}.example` })
    const { token } = await invitationFrom(asking, 'customer', { to: taken.email, delivery: 'portal' })
    expect(await refusal(beginAccountSetup(null, form(token, mark), request()))).toBe('email_taken')
    expect(await count('Organization', 'domain = $1', [`${mark}.example`])).toBe(0)
  })

  test('tells nobody whether an unproven address has an account', async () => {
    const { token } = await invitationFrom((await founded('reseller')).admin, 'customer')
    const known = await person(await organization('customer'))
    const answerTo = async (email: string) =>
      beginAccountSetup(null, { ...form(token), domain: `${newMark()}.onmicrosoft.com`, email }, request())
    expect(await answerTo(known.email)).toEqual(await answerTo(`nobody@${newMark()}.example`))
  })

  test('from one address more than thirty times an hour', async () => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'partnership')
    const from = request()
    const tally: Record<string, number> = {}
    for (let number = 0; number < 33; number += 1) {
      const code = await refusal(beginAccountSetup(null, form(token), from))
      tally[code] = (tally[code] ?? 0) + 1
    }
    expect(tally).toEqual({ invitation_wrong_kind: 30, too_many_attempts: 3 })
  })
})
