import { describe, expect, test } from 'vitest'
import { can, isPermission, organizationKinds, permissions, roles, rolesThatMay } from '@/lib/access/permissions'
import { anActor } from '../support/actors'
import { admission, allKinds, allRoles, matrixAllows, matrixPermissions } from '../support/role-matrix'

describe('the permission table', () => {
  test('knows the roles, kinds and permissions of the specification and no others', () => {
    expect([...roles].sort()).toEqual([...allRoles].sort())
    expect([...organizationKinds].sort()).toEqual([...allKinds].sort())
    expect([...permissions].sort()).toEqual([...matrixPermissions].sort())
  })

  const cells = matrixPermissions.flatMap((permission) =>
    allKinds.flatMap((kind) => [null, ...allRoles].map((role) => ({ permission, kind, role }))),
  )

  test(`agrees with the second copy of the role matrix in all ${cells.length} cells`, () => {
    const differing = cells.filter(({ permission, kind, role }) => {
      const actor = anActor(kind, role ? [role] : [])
      return can(actor, permission) !== matrixAllows(permission, kind, role)
    })
    expect(differing).toEqual([])
  })

  test('names exactly the roles that may, for the page that explains a refusal', () => {
    for (const permission of matrixPermissions) {
      for (const kind of allKinds) {
        const expected = allRoles.filter((role) => matrixAllows(permission, kind, role))
        expect([...rolesThatMay(permission, kind)].sort(), `${permission} ${kind}`).toEqual(expected.sort())
      }
    }
  })

  test('adds up the roles of a person and takes none away', () => {
    for (const { permission, kind, role } of cells) {
      const others = allRoles.filter((other) => other !== role)
      const expected = others.some((other) => matrixAllows(permission, kind, other))
      expect(can(anActor(kind, others), permission), `${permission} ${kind} without ${role}`).toBe(expected)
    }
  })
})

describe('access without a permission', () => {
  const temporary = anActor('provider', allRoles, { mustChangePassword: true })

  test('lets a visitor use only what is public', () => {
    expect(can(null, 'public')).toBe(true)
    for (const access of ['identified', 'signedIn', ...permissions] as const) expect(can(null, access)).toBe(false)
  })

  test('lets a person with a temporary password use only what is public or asks for nothing but identity', () => {
    expect(can(temporary, 'public')).toBe(true)
    expect(can(temporary, 'identified')).toBe(true)
    for (const access of ['signedIn', ...permissions] as const) expect(can(temporary, access)).toBe(false)
  })

  test('lets a person who owes a second factor use no more than one with a temporary password', () => {
    const owing = anActor('provider', allRoles, { mustAddSecondFactor: true })
    expect(can(owing, 'identified')).toBe(true)
    for (const access of ['signedIn', ...permissions] as const) expect(can(owing, access)).toBe(false)
  })

  test('opens to an organization that is not verified only what finishes its joining', () => {
    for (const vettingStatus of ['None', 'Pending', 'Rejected'] as const) {
      for (const kind of allKinds) {
        const waiting = anActor(kind, allRoles, { vettingStatus })
        expect(can(waiting, 'signedIn')).toBe(true)
        for (const access of permissions) expect(can(waiting, access), access).toBe(admission(access, waiting) === 'ok')
      }
    }
  })

  test('gives a person without roles no permission at all', () => {
    for (const kind of allKinds) {
      const nobody = anActor(kind, [])
      expect(can(nobody, 'signedIn')).toBe(true)
      expect(permissions.filter((permission) => can(nobody, permission))).toEqual([])
    }
  })

  test('is judged by the second copy in the same way', () => {
    for (const kind of allKinds) {
      for (const role of allRoles) {
        for (const access of ['public', 'identified', 'signedIn', ...permissions] as const) {
          const actor = anActor(kind, [role])
          expect(admission(access, actor) === 'ok').toBe(can(actor, access))
        }
      }
    }
  })

  test('does not take the name of an inherited property for a permission', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'public', 'signedIn', ''])
      expect(isPermission(word)).toBe(false)
    expect(isPermission('partnership.accept')).toBe(true)
  })
})
