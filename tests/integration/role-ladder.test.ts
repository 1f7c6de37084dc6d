import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import type { OrganizationKind, Role } from '@/lib/access/permissions'
import {
  addPartnerUser,
  addUploadedPeople,
  editPartnerUserRoles,
  uploadPeople,
} from '@/lib/domain/partner-users/commands'
import { addUser } from '@/lib/domain/users/commands'
import { levelsOf } from '@/lib/domain/users/levels'
import { levelNames } from '@/lib/i18n/role-names'
import { founded, member, newMark, type Organization, person } from '../support/organizations'
import { row, rows } from '../support/owner'
import { answerOf } from '../support/refusal'
import { ladderAdds, ladderEdits } from '../support/role-ladder'
import { allKinds, allRoles } from '../support/role-matrix'

// Actor's role x target's role x granted role for each kind, through every path that sets roles.

const ladder = [null, ...allRoles]
const rolesFor = (role: Role | null): Role[] => (role ? [role] : [])

async function rolesOfPerson(email: string): Promise<Role[] | null> {
  const [found] = await rows<{ roles: Role[] }>(`select roles::text[] as roles from "User" where email = $1`, [email])
  return found?.roles ?? null
}

describe.each(allKinds)('in an organization of kind %s', (kind: OrganizationKind) => {
  test('editing roles follows the ladder in every cell, and changes nothing where it is refused', async () => {
    const { organization: of } = await founded(kind)
    for (const actorRole of ladder) {
      const actor = await member(of, ...rolesFor(actorRole))
      for (const target of ladder) {
        for (const granted of ladder) {
          const somebody = await person(of, rolesFor(target))
          const input = { userId: somebody.id, ...levelsOf(rolesFor(granted)), seen: rolesFor(target).join() }
          const expected = ladderEdits(kind, actorRole, target, granted)
          const cell = `${actorRole} gives ${granted} to ${target}`
          expect(await answerOf(editPartnerUserRoles(actor, input as never)), cell).toBe(expected)
          expect(await rolesOfPerson(somebody.email), cell).toEqual(rolesFor(expected === 'ok' ? granted : target))
        }
      }
    }
  })

  const adding: Record<string, (of: Organization) => Adding> = {
    'the form of one person': () => async (actor, email, granted) => {
      const input = { fullName: 'New', email, ...levelsOf(rolesFor(granted)), delivery: 'password' }
      return answerOf(addPartnerUser(actor, input as never))
    },
    'the plain operation': () => async (actor, email, granted) =>
      answerOf(addUser(actor, { fullName: 'New', email, roles: rolesFor(granted) })),
  }
  type Adding = (actor: Awaited<ReturnType<typeof member>>, email: string, granted: Role | null) => Promise<string>

  test.each(Object.entries(adding))('adding through %s follows the ladder', async (path, make) => {
    const { organization: of } = await founded(kind)
    const add = make(of)
    for (const actorRole of ladder) {
      const actor = await member(of, ...rolesFor(actorRole))
      for (const granted of ladder) {
        const email = `${newMark()}@${of.domain}`
        const closed = kind === 'customer' && path === 'the form of one person'
        const expected = closed ? 'role_missing' : ladderAdds(kind, actorRole, granted)
        const cell = `${actorRole} gives ${granted}`
        expect(await add(actor, email, granted), cell).toBe(expected)
        expect(await rolesOfPerson(email), cell).toEqual(expected === 'ok' ? rolesFor(granted) : null)
      }
    }
  })

  test('adding through a file follows the ladder, when it is read and once more when it is confirmed', async () => {
    const { organization: of } = await founded(kind)
    // A file knows the two levels; business roles are given afterwards.
    const levels = ladder.filter((role) => role !== 'billingAdmin')
    for (const actorRole of ladder) {
      const actor = await member(of, ...rolesFor(actorRole))
      const mark = newMark()
      const file = fileOf(levels, mark, of.domain)
      const read = await answerOf(uploadPeople(actor, { nonce: uuidv7(), file }))
      const expected = kind === 'customer' ? 'role_missing' : ladderAdds(kind, actorRole, null)
      expect(read, String(actorRole)).toBe(expected)
      if (expected !== 'ok') continue
      const { uploadId } = await uploadPeople(actor, { nonce: uuidv7(), file })
      // As if somebody had made rows fit that were refused: the roles are judged again.
      await rows(`update "PeopleUploadRow" set state = 'ready' where "uploadId" = $1`, [uploadId])
      await addUploadedPeople(actor, { uploadId })
      for (const granted of levels) {
        const written = await rolesOfPerson(`${granted ?? 'none'}.${mark}@${of.domain}`.toLowerCase())
        const may = ladderAdds(kind, actorRole, granted) === 'ok'
        expect(written, `${actorRole} gives ${granted}`).toEqual(may ? rolesFor(granted) : null)
      }
    }
  })
})

function fileOf(levels: readonly (Role | null)[], mark: string, domain: string): string {
  const lines = levels.map((role) => {
    const name = role ? levelNames(role)[0] : ''
    const cells = role && levelsOf([role]).agentLevel !== 'none' ? [name, ''] : ['', name]
    return ['New', `${role ?? 'none'}.${mark}@${domain}`, ...cells].join(',')
  })
  return ['Full name,E-mail,Agent level,Admin level', ...lines].join('\n')
}

const rounds = process.env.TANDEM_DEEP === '1' ? 100 : 20

describe('the last enabled Global admin', () => {
  test(`remains when two demote each other at once, ${rounds} rounds`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { organization: of, admin: one } = await founded(round % 2 ? 'provider' : 'reseller')
      const other = await member(of, 'globalAdmin')
      const demote = (actor: typeof one, target: typeof one) =>
        answerOf(
          editPartnerUserRoles(actor, {
            userId: target.userId,
            ...levelsOf(['salesAgent']),
            seen: 'globalAdmin',
          } as never),
        )
      const answers = await Promise.all([demote(one, other), demote(other, one)])
      // The second one finds that it is no Global admin any longer.
      expect(answers.sort()).toEqual(['ok', 'role_missing'])
      expect(await enabledAdmins(of)).toBe(1)
    }
  })

  test('remains when two disable each other at once, and when one disables whom the other demotes', async () => {
    const { disablePartnerUser } = await import('@/lib/domain/partner-users/commands')
    for (let round = 0; round < rounds / 2; round += 1) {
      const { organization: of, admin: one } = await founded('provider')
      const other = await member(of, 'globalAdmin')
      const disable = (actor: typeof one, target: typeof one) =>
        answerOf(disablePartnerUser(actor, { userId: target.userId }))
      const second =
        round % 2
          ? disable(other, one)
          : answerOf(editPartnerUserRoles(other, { userId: one.userId, ...levelsOf([]), seen: 'globalAdmin' } as never))
      const answers = await Promise.all([disable(one, other), second])
      expect(answers.sort()).toEqual(['ok', 'role_missing'])
      expect(await enabledAdmins(of)).toBe(1)
    }
  })

  test('is counted without the disabled and the deleted', async () => {
    const { organization: of, admin } = await founded('reseller')
    await person(of, ['globalAdmin'], { disabledAt: new Date() })
    await person(of, ['globalAdmin'], { deletedAt: new Date() })
    const account = await member(of, 'userManagementAdmin')
    const input = { userId: admin.userId, ...levelsOf([]), seen: 'globalAdmin' } as never
    expect(await answerOf(editPartnerUserRoles(account, input))).toBe('global_admin_protected')
    expect(await answerOf(editPartnerUserRoles(admin, input))).toBe('own_account')
    expect(await enabledAdmins(of)).toBe(1)
  })
})

async function enabledAdmins(of: Organization): Promise<number> {
  const { number } = await row<{ number: number }>(
    `select count(*)::int as number from "User" where "organizationId" = $1 and 'globalAdmin' = any (roles)
      and "disabledAt" is null and "deletedAt" is null`,
    [of.id],
  )
  return number
}
