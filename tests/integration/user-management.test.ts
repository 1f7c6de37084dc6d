import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { listActivity } from '@/lib/domain/activity/queries'
import {
  addPartnerUser,
  addUploadedPeople,
  disablePartnerUser,
  editPartnerUserRoles,
  enablePartnerUser,
  endPartnerUserSessions,
  renamePartnerUser,
  resetPartnerUserPassword,
  uploadPeople,
} from '@/lib/domain/partner-users/commands'
import { getPartnerUser, getPeopleUpload, listPartnerUsers } from '@/lib/domain/partner-users/queries'
import { signIn } from '@/lib/domain/users/commands'
import { levelsOf } from '@/lib/domain/users/levels'
import { founded, member, newMark, organization, person, signedIn } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { isQueued, mailsOf, readers, watched } from '../support/record'
import { answerOf, answers, refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'

const nobody = { agentLevel: 'none', adminLevel: 'none' } as const
const anHourAgo = () => new Date(Date.now() - 3_600_000)

describe('adding a colleague', () => {
  test('shows a temporary password once, which signs in', async () => {
    const { organization: of, admin } = await founded('provider')
    const watch = watched()
    const email = `${newMark()}@alder.example`
    const input = { fullName: 'Anna Weiss', email, agentLevel: 'salesAgent', adminLevel: 'none' } as const
    const added = await addPartnerUser(
      admin,
      { ...input, businessRoles: ['billingAdmin'], delivery: 'password' },
      watch.request,
    )
    expect(added).toEqual({ userId: expect.any(String), userName: email, temporaryPassword: expect.any(String) })
    expect(await watch.events()).toMatchObject([
      {
        type: 'user.created',
        details: { userId: added.userId, fullName: 'Anna Weiss', roles: ['salesAgent', 'billingAdmin'] },
        readers: readers(of),
      },
    ])
    await signIn(null, { email, password: added.temporaryPassword ?? '' }, request())
    expect(await mailsOf(of)).toEqual([])
  })

  test('mails a link instead, and then nobody has seen a password', async () => {
    const { organization: of, admin } = await founded('operator')
    const email = `${newMark()}@alder.example`
    const added = await addPartnerUser(admin, { fullName: 'Anna', email, ...nobody, delivery: 'link' })
    expect(added.temporaryPassword).toBeNull()
    const [letter] = await mailsOf(of)
    expect(letter).toMatchObject({ letter: 'activation', recipientUserId: added.userId })
    expect(letter && (await isQueued(letter))).toBe(true)
    expect(await count('PasswordLink', '"userId" = $1 and "usedAt" is null', [added.userId])).toBe(1)
  })

  test('takes an address that nobody has, in any organization, also at the same moment', async () => {
    const [{ admin }, { admin: other }] = [await founded('provider'), await founded('reseller')]
    const email = `${newMark()}@alder.example`
    const add = (actor: typeof admin) =>
      addPartnerUser(actor, { fullName: 'Anna', email, ...nobody, delivery: 'password' })
    expect(await answers([add(admin), add(other), add(admin)])).toEqual({ ok: 1, input_invalid: 2 })
    expect((await refusalOf(add(other))).fields).toEqual({ email: ['email_taken'] })
  })

  test('asks whoever proved long ago who they are to do so again', async () => {
    const { admin } = await founded('provider')
    const stale = { ...admin, confirmedAt: anHourAgo() }
    const email = `${newMark()}@alder.example`
    const input = { fullName: 'Anna', email, ...nobody, delivery: 'link' as const }
    expect(await refusal(addPartnerUser(stale, input))).toBe('confirmation_required')
  })
})

describe('roles', () => {
  test('hold from the next request on, are recorded, and the person is told', async () => {
    const { organization: of, admin } = await founded('reseller')
    const agent = await person(of, ['salesAgent'])
    const token = await signedIn(agent)
    const watch = watched()
    const input = { userId: agent.id, ...levelsOf(['adminAgent', 'billingAdmin']), seen: 'salesAgent' } as never
    await editPartnerUserRoles(admin, input, watch.request)
    expect((await findActor(token))?.roles).toEqual(['adminAgent', 'billingAdmin'])
    expect((await findActor(token))?.unread).toBe(1)
    expect(await watch.events()).toMatchObject([
      { type: 'user.rolesChanged', details: { granted: ['adminAgent', 'billingAdmin'], removed: ['salesAgent'] } },
    ])
  })

  test('that somebody else has changed meanwhile are not overwritten', async () => {
    const { organization: of, admin } = await founded('reseller')
    const agent = await person(of, ['globalAdmin'])
    const input = { userId: agent.id, ...levelsOf(['globalAdmin', 'salesAgent']), seen: 'globalAdmin' } as never
    await editPartnerUserRoles(admin, { userId: agent.id, ...levelsOf([]), seen: 'globalAdmin' } as never)
    expect(await refusal(editPartnerUserRoles(admin, input))).toBe('stale')
  })

  test('are judged by what the actor has now, not by what their request began with', async () => {
    const { organization: of, admin } = await founded('reseller')
    const former = await member(of, 'globalAdmin')
    await rows(`update "User" set roles = '{userManagementAdmin}' where id = $1`, [former.userId])
    const agent = await person(of, [])
    const give = { userId: agent.id, ...levelsOf(['globalAdmin']), seen: '' } as never
    expect(await refusal(editPartnerUserRoles(former, give))).toBe('role_above_own')
    expect(await refusal(disablePartnerUser(former, { userId: admin.userId }))).toBe('global_admin_protected')
    await rows(`update "User" set "disabledAt" = now() where id = $1`, [former.userId])
    expect(await refusal(disablePartnerUser(former, { userId: agent.id }))).toBe('role_missing')
  })
})

describe('password, sessions and standing', () => {
  test('of a Global admin are not for a User management admin, and of oneself not for oneself', async () => {
    const { organization: of, admin } = await founded('provider')
    const accounts = await member(of, 'userManagementAdmin')
    const acts = [
      (actor: typeof admin, userId: string) => resetPartnerUserPassword(actor, { userId, delivery: 'password' }),
      (actor: typeof admin, userId: string) => disablePartnerUser(actor, { userId }),
      (actor: typeof admin, userId: string) => enablePartnerUser(actor, { userId }),
      (actor: typeof admin, userId: string) => endPartnerUserSessions(actor, { userId }),
    ]
    for (const act of acts) {
      expect(await answerOf(act(accounts, admin.userId))).toBe('global_admin_protected')
      expect(await answerOf(act(accounts, accounts.userId))).toBe('own_account')
      expect(await answerOf(act(admin, accounts.userId))).toBe('ok')
      await rows(`update "User" set "disabledAt" = null where id = $1`, [accounts.userId])
    }
    expect(await refusal(renamePartnerUser(accounts, { userId: admin.userId, fullName: 'X' }))).toBe(
      'global_admin_protected',
    )
    await renamePartnerUser(accounts, { userId: accounts.userId, fullName: 'Another Name' })
    const found = await row('select "fullName", "sortName", search from "User" where id = $1', [accounts.userId])
    expect(found).toMatchObject({ fullName: 'Another Name', sortName: 'another name' })
  })

  test('end at once: a reset password, its links and all sessions; a disabled account', async () => {
    const { organization: of, admin } = await founded('provider')
    const agent = await person(of, ['salesAgent'])
    const tokens = [await signedIn(agent), await signedIn(agent)]
    const reset = await resetPartnerUserPassword(admin, { userId: agent.id, delivery: 'password' })
    for (const token of tokens) expect(await findActor(token)).toBeNull()
    await signIn(null, { email: agent.email, password: reset.temporaryPassword ?? '' }, request())
    const mailed = await resetPartnerUserPassword(admin, { userId: agent.id, delivery: 'link' })
    expect(mailed.temporaryPassword).toBeNull()
    expect(await mailsOf(of)).toMatchObject([{ letter: 'passwordTaken', recipientUserId: agent.id }])
    const again = await signedIn(agent)
    await disablePartnerUser(admin, { userId: agent.id })
    expect(await findActor(again)).toBeNull()
    expect(await count('PasswordLink', '"userId" = $1 and "replacedAt" is null', [agent.id])).toBe(0)
    await enablePartnerUser(admin, { userId: agent.id })
    const last = await signedIn(agent)
    await endPartnerUserSessions(admin, { userId: agent.id })
    expect(await findActor(last)).toBeNull()
  })

  test('are confirmed before they are taken', async () => {
    const { organization: of, admin } = await founded('provider')
    const agent = await person(of, [])
    const stale = { ...admin, confirmedAt: anHourAgo() }
    const levels = { userId: agent.id, ...levelsOf(['salesAgent']), seen: '' } as never
    expect(await refusal(editPartnerUserRoles(stale, levels))).toBe('confirmation_required')
    const reset = { userId: agent.id, delivery: 'password' as const }
    expect(await refusal(resetPartnerUserPassword(stale, reset))).toBe('confirmation_required')
  })
})

describe('the list of people', () => {
  test('is searched, filtered by role and state, and read page by page', async () => {
    const { organization: of, admin } = await founded('provider')
    for (let number = 0; number < 30; number += 1)
      await person(of, ['salesAgent'], { fullName: `Agent ${String(number).padStart(2, '0')}` })
    const waiting = await person(of, [], { fullName: 'Zoe Waiting', mustChangePassword: true })
    const disabled = await person(of, ['billingAdmin'], { fullName: 'Zack Gone', disabledAt: new Date() })
    await person(of, ['salesAgent'], { fullName: 'Zelda Deleted', deletedAt: new Date() })
    const names = async (input: object) =>
      (await listPartnerUsers(admin, input as never)).rows.map(({ fullName }) => fullName)
    expect(await names({ search: 'waiting' })).toEqual(['Zoe Waiting'])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ role: 'none' })).toEqual([waiting.fullName])
    expect(await names({ role: 'billingAdmin' })).toEqual([disabled.fullName])
    expect(await names({ state: 'disabled' })).toEqual([disabled.fullName])
    expect(await names({ state: 'waiting' })).toEqual([waiting.fullName])
    const first = await listPartnerUsers(admin, { role: 'salesAgent' })
    expect(first.rows).toHaveLength(25)
    const second = await listPartnerUsers(admin, { role: 'salesAgent', after: first.next ?? '' })
    expect(second.rows.map(({ fullName }) => fullName)).toEqual([25, 26, 27, 28, 29].map((number) => `Agent ${number}`))
    expect(second.next).toBeNull()
  })

  test('says of a person why they cannot be changed, and what they did', async () => {
    const { organization: of, admin } = await founded('provider')
    const accounts = await member(of, 'userManagementAdmin')
    expect(await getPartnerUser(admin, { userId: admin.userId })).toMatchObject({
      refusal: 'own_account',
      isLast: true,
    })
    expect(await getPartnerUser(accounts, { userId: admin.userId })).toMatchObject({
      refusal: 'global_admin_protected',
    })
    await renamePartnerUser(accounts, { userId: accounts.userId, fullName: 'Katrin' })
    await renamePartnerUser(admin, { userId: accounts.userId, fullName: 'Katrin Vogel' })
    const log = await listActivity(admin, { userId: accounts.userId })
    expect(log.rows.map(({ type, actorName }) => [type, actorName])).toEqual([['user.renamed', accounts.fullName]])
    const { admin: stranger } = await founded('provider')
    expect((await listActivity(stranger, { userId: accounts.userId })).rows).toEqual([])
  })
})

describe('a file of colleagues', () => {
  const head = 'Полное имя;E-mail;Agent level;Уровень администратора'

  test('is judged row by row before anything happens, then added step by step, once', async () => {
    const { organization: of, admin } = await founded('reseller')
    const elsewhere = await person(await organization('provider'))
    const at = (name: string) => `${name}.${of.mark}@alder.example`
    const file = [
      head,
      ...Array.from({ length: 24 }, (_, number) => `Person ${number};${at(`p${number}`)};Агент по продажам;`),
      `Twice;${at('p0')};;`,
      `Here;${admin.email};;`,
      `There;${elsewhere.email};;`,
      ';nope;Wizard;King',
    ].join('\r\n')
    const nonce = uuidv7()
    const { uploadId } = await uploadPeople(admin, { nonce, file: `\ufeff${file}` })
    expect(await uploadPeople(admin, { nonce, file })).toEqual({ uploadId })
    const before = await getPeopleUpload(admin, { uploadId })
    expect(before.isConfirmed).toBe(false)
    expect(before.rows.slice(24).map(({ line, state, problems }) => [line, state, problems])).toEqual([
      [26, 'refused', [{ column: 'email', error: 'email_repeated' }]],
      [27, 'refused', [{ column: 'email', error: 'email_here' }]],
      [28, 'refused', [{ column: 'email', error: 'email_taken' }]],
      [
        29,
        'refused',
        [
          { column: 'fullName', error: 'required' },
          { column: 'email', error: 'email' },
          { column: 'adminLevel', error: 'admin_level' },
          { column: 'agentLevel', error: 'agent_level' },
        ],
      ],
    ])
    expect(await count('User', '"organizationId" = $1', [of.id])).toBe(1)
    // Somebody takes an address in between.
    await person(await organization('provider'), [], { email: at('p1') })
    const [one, other] = await Promise.all([
      addUploadedPeople(admin, { uploadId }),
      addUploadedPeople(admin, { uploadId }),
    ])
    expect([one.remaining, other.remaining].sort()).toEqual([0, 4])
    expect(await addUploadedPeople(admin, { uploadId })).toEqual({ uploadId, added: 23, refused: 5, remaining: 0 })
    expect(await count('User', '"organizationId" = $1', [of.id])).toBe(24)
    const letters = await mailsOf(of)
    expect(letters.map(({ letter }) => letter)).toEqual(Array.from({ length: 23 }, () => 'activation'))
    const after = await getPeopleUpload(admin, { uploadId })
    expect(after.rows[1]).toMatchObject({ state: 'refused', problems: [{ column: 'email', error: 'email_taken' }] })
    expect(after.rows[0]?.roles).toEqual(['salesAgent'])
  })

  test('is refused as a whole where it cannot be read, and not taken too often', async () => {
    const { admin } = await founded('provider')
    const upload = (file: string) => uploadPeople(admin, { nonce: uuidv7(), file })
    expect((await refusalOf(upload('Name,Phone\nA,1'))).parameters).toEqual({ reason: 'columns' })
    const many = `${head}\n${Array.from({ length: 201 }, (_, number) => `P;p${number}@b.example;;`).join('\n')}`
    expect((await refusalOf(upload(many))).parameters).toEqual({ reason: 'rows' })
    expect(await refusal(upload('x'.repeat(100_001)))).toBe('input_invalid')
    const works = Array.from({ length: 20 }, () => upload(`${head}\nA;a@b.example;;`))
    expect(await answers(works)).toEqual({ ok: 18, too_many_attempts: 2 })
  })

  test('belongs to the organization, and adding asks for a fresh proof', async () => {
    const { admin } = await founded('provider')
    const { uploadId } = await uploadPeople(admin, { nonce: uuidv7(), file: `${head}\nA;${newMark()}@b.example;;` })
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getPeopleUpload(stranger, { uploadId }))).toBe('not_found')
    expect(await refusal(addUploadedPeople(stranger, { uploadId }))).toBe('not_found')
    const stale = { ...admin, confirmedAt: anHourAgo() }
    expect(await refusal(addUploadedPeople(stale, { uploadId }))).toBe('confirmation_required')
  })
})
