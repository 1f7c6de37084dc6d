import { describe, expect, inject, test } from 'vitest'
import { can, permissions, rolesThatMay } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { day } from '@/lib/core/clock'
import { addOrganization } from '@/lib/domain/organizations/commands'
import { addUser, changePassword, signIn, updatePreferences } from '@/lib/domain/users/commands'
import { explainPermission } from '@/lib/domain/users/queries'
import { actorOf, founded, member, newMark, organization, person, signedIn } from '../support/organizations'
import { count, row } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock, request } from '../support/request'

const newPassword = 'a bicycle made of glass'

describe('adding a person', () => {
  test('returns a temporary password once, that opens nothing but its own change', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const email = `anton@${reseller.domain}`
    const watch = watched()
    const { userId, temporaryPassword } = await addUser(
      admin,
      { email: `Anton@${reseller.domain}`, fullName: ' Anton  Birch ', roles: ['adminAgent', 'salesAgent'] },
      watch.request,
    )
    expect(await watch.events()).toMatchObject([
      {
        type: 'user.created',
        details: { userId, fullName: 'Anton Birch', roles: ['adminAgent', 'salesAgent'] },
        readers: readers(reseller),
      },
    ])
    expect(JSON.stringify(await watch.events())).not.toContain(temporaryPassword)
    const stored = await row<Record<string, unknown>>(
      'select email, "fullName", "passwordHash", "mustChangePassword" from "User" where id = $1',
      [userId],
    )
    expect(stored).toMatchObject({ email, fullName: 'Anton Birch', mustChangePassword: true })
    expect(String(stored.passwordHash)).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)

    const { sessionToken } = await signIn(null, { email, password: temporaryPassword }, request())
    const actor = await findActor(sessionToken)
    expect(actor).toMatchObject({ userId, roles: ['adminAgent', 'salesAgent'], mustChangePassword: true })
    expect(permissions.filter((permission) => can(actor, permission))).toEqual([])
    expect(await refusal(explainPermission(actor, { permission: 'customer.list' }))).toBe('password_change_required')
    await changePassword(actor, { currentPassword: temporaryPassword, newPassword, repeatedPassword: newPassword })
    expect(await findActor(sessionToken)).toMatchObject({ mustChangePassword: false })
    expect(await refusal(signIn(null, { email, password: temporaryPassword }, request()))).toBe('sign_in_failed')
  })

  test('whose temporary password nobody used within three days lets nobody in', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const email = `anton@${reseller.domain}`
    const { temporaryPassword } = await addUser(admin, { email, fullName: 'Anton', roles: [] })
    moveClock(3 * day + 1000)
    expect(await refusal(signIn(null, { email, password: temporaryPassword }, request()))).toBe('sign_in_failed')
  })

  test('whose address is taken is refused, whoever has it, and however many ask at once', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const stranger = await person(await organization('provider'))
    expect(await refusal(addUser(admin, { email: stranger.email.toUpperCase(), fullName: 'Anton', roles: [] }))).toBe(
      'email_taken',
    )
    const email = `twice@${reseller.domain}`
    expect(await answers([1, 2, 3].map(() => addUser(admin, { email, fullName: 'Anton', roles: [] })))).toEqual({
      ok: 1,
      email_taken: 2,
    })
  })

  test('as Global admin takes a Global admin', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const users = await member(reseller, 'userManagementAdmin')
    const input = { email: `boss@${reseller.domain}`, fullName: 'Boss', roles: ['globalAdmin' as const] }
    expect(await refusal(addUser(users, input))).toBe('role_above_own')
    expect(await count('User', 'email = $1', [input.email])).toBe(0)
    await addUser(admin, input)
  })

  test('into another organization is no field of the form', async () => {
    const { admin } = await founded('reseller')
    const other = await organization('reseller')
    const { code, fields } = await refusalOf(
      addUser(admin, {
        email: 'a@b.example',
        fullName: 'A',
        roles: [],
        organizationId: other.id,
        passwordHash: 'x',
      } as never),
    )
    expect([code, Object.keys(fields)]).toEqual(['input_invalid', ['organizationId', 'passwordHash']])
    expect(await refusal(addUser(admin, { email: 'a@b.example', fullName: 'A', roles: ['root' as never] }))).toBe(
      'input_invalid',
    )
  })
})

describe('adding an organization', () => {
  const input = (mark: string) => ({
    kind: 'provider' as const,
    name: `Cedar ${mark}`,
    domain: `${mark}.example`,
    country: 'DE',
    contactName: 'C',
    contactEmail: `c@${mark}.example`,
    adminName: 'Admin',
    adminEmail: `admin@${mark}.example`,
  })

  test('makes its Global admin, who among partners is Admin agent too, and both organizations can read of it', async () => {
    const { organization: operator, admin } = await founded('operator')
    const mark = newMark()
    const watch = watched()
    const made = await addOrganization(admin, input(mark), watch.request)
    expect(await row('select kind, region, domain from "Organization" where id = $1', [made.organizationId])).toEqual({
      kind: 'provider',
      region: 'europe',
      domain: `${mark}.example`,
    })
    expect(await row('select roles::text, "mustChangePassword" from "User" where id = $1', [made.userId])).toEqual({
      roles: '{globalAdmin,adminAgent}',
      mustChangePassword: true,
    })
    expect(await watch.events()).toMatchObject([
      {
        type: 'organization.created',
        actorOrganizationId: operator.id,
        subjectOrganizationId: made.organizationId,
        details: { organizationId: made.organizationId, kind: 'provider' },
        readers: readers(operator, { id: made.organizationId }),
      },
    ])
    await signIn(null, { email: `admin@${mark}.example`, password: made.temporaryPassword }, request())
  })

  test('of customers gives their admin no agent role', async () => {
    const { admin } = await founded('operator')
    const made = await addOrganization(admin, { ...input(newMark()), kind: 'customer' })
    expect(await row('select roles::text from "User" where id = $1', [made.userId])).toEqual({ roles: '{globalAdmin}' })
  })

  test('is refused where domain or address are taken, and leaves nothing half made', async () => {
    const { admin } = await founded('operator')
    const [first, second] = [newMark(), newMark()]
    await addOrganization(admin, input(first))
    expect(await refusal(addOrganization(admin, { ...input(second), domain: `${first}.example` }))).toBe('domain_taken')
    expect(await refusal(addOrganization(admin, { ...input(second), adminEmail: `admin@${first}.example` }))).toBe(
      'email_taken',
    )
    expect(await count('Organization', 'domain = $1', [`${second}.example`])).toBe(0)
  })

  test('is for the operator alone, and never makes a second operator', async () => {
    for (const kind of ['provider', 'reseller', 'customer'] as const)
      expect(await refusal(addOrganization((await founded(kind)).admin, input(newMark())))).toBe('role_missing')
    const { admin } = await founded('operator')
    expect(await refusal(addOrganization(admin, { ...input(newMark()), kind: 'operator' as never }))).toBe(
      'input_invalid',
    )
    expect(
      (await refusalOf(addOrganization(admin, { ...input(newMark()), country: 'XX', mpnId: '12' }))).fields,
    ).toEqual({ country: ['country'], mpnId: ['mpn_id'] })
  })
})

describe('changing a password', () => {
  test('ends the other sessions of the person, keeps this one, and is recorded', async () => {
    const reseller = await organization('reseller')
    const somebody = await person(reseller, ['salesAgent'])
    const actor = actorOf(somebody)
    const [here, elsewhere, colleague] = [
      await signedIn(actor),
      await signedIn(somebody),
      await signedIn(await person(reseller)),
    ]
    const watch = watched()
    await changePassword(
      actor,
      { currentPassword: inject('run').password, newPassword, repeatedPassword: newPassword },
      watch.request,
    )
    expect(await findActor(here)).toMatchObject({ userId: somebody.id })
    expect(await findActor(elsewhere)).toBeNull()
    expect(await findActor(colleague)).not.toBeNull()
    expect(await watch.events()).toMatchObject([
      { type: 'user.passwordChanged', details: { temporary: false }, readers: readers(reseller) },
    ])
  })

  test.each([
    ['a wrong current one', { currentPassword: 'something else entirely' }, 'password_wrong', {}],
    ['a short one', { newPassword: 'short' }, 'input_invalid', { newPassword: ['password_short'] }],
    [
      'the old one again',
      { newPassword: 'correct horse battery staple' },
      'input_invalid',
      { newPassword: ['password_same'] },
    ],
    [
      'two that differ',
      { repeatedPassword: 'something else entirely' },
      'input_invalid',
      { repeatedPassword: ['password_repeat'] },
    ],
  ] as const)('is refused with %s', async (_what, changes, expected, expectedFields) => {
    const actor = await member(await organization('customer'), 'globalAdmin')
    const input = {
      currentPassword: inject('run').password,
      newPassword,
      repeatedPassword: 'newPassword' in changes ? changes.newPassword : newPassword,
      ...changes,
    }
    const { code, fields } = await refusalOf(changePassword(actor, input))
    expect([code, fields]).toEqual([expected, expectedFields])
  })

  test('cannot be used to guess the current one', async () => {
    const actor = await member(await organization('customer'), 'globalAdmin')
    const guess = () =>
      changePassword(actor, { currentPassword: 'something else entirely', newPassword, repeatedPassword: newPassword })
    for (let number = 0; number < 10; number += 1) expect(await refusal(guess())).toBe('password_wrong')
    expect(await refusal(guess())).toBe('too_many_attempts')
  })
})

describe('preferences', () => {
  test('of a person are kept in the profile; nothing else can be changed that way', async () => {
    const actor = await member(await organization('customer'), 'globalAdmin')
    expect(await updatePreferences(actor, { locale: 'ru', theme: 'dark', returnTo: '/customers' })).toEqual({
      locale: 'ru',
      theme: 'dark',
      returnTo: '/customers',
    })
    await updatePreferences(actor, { theme: 'light' })
    await updatePreferences(actor, {})
    expect(await row('select locale, theme from "User" where id = $1', [actor.userId])).toEqual({
      locale: 'ru',
      theme: 'light',
    })
    expect(await refusal(updatePreferences(actor, { roles: ['globalAdmin'] } as never))).toBe('input_invalid')
    expect(await refusal(updatePreferences(actor, { locale: 'de' as never }))).toBe('input_invalid')
  })

  test('of a visitor are only returned', async () => {
    expect(await updatePreferences(null, { locale: 'ru' })).toMatchObject({ locale: 'ru', theme: null })
  })
})

describe('explaining a refusal', () => {
  test('names the roles and the people of the own organization who have one, at most ten, nobody disabled', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const agent = await member(reseller, 'helpdeskAgent')
    await person(reseller, ['globalAdmin'], { disabledAt: new Date() })
    await founded('reseller')
    const told = await explainPermission(agent, { permission: 'partnership.accept' })
    expect(told).toEqual({
      permission: 'partnership.accept',
      roles: [...rolesThatMay('partnership.accept', 'reseller')],
      people: [{ id: admin.userId, fullName: admin.fullName, email: admin.email, roles: ['globalAdmin'] }],
      grantors: [],
      askedAt: null,
      mayAsk: true,
    })
    for (let number = 0; number < 12; number += 1) await person(reseller, ['globalAdmin'])
    expect((await explainPermission(agent, { permission: 'partnership.accept' })).people).toHaveLength(10)
  })

  test('knows permissions only', async () => {
    const { admin } = await founded('reseller')
    for (const permission of ['public', 'constructor', ''])
      expect(await refusal(explainPermission(admin, { permission: permission as never }))).toBe('input_invalid')
  })
})
