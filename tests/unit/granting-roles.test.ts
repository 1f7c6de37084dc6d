import { describe, expect, test } from 'vitest'
import { adminRoles, agentRoles, businessRoles, rolesOf } from '@/lib/access/permissions'
import { adminLevels, agentLevels, levelsOf, rolesFrom } from '@/lib/domain/users/levels'
import { isBeyond, mayGrantRole } from '@/lib/domain/users/rules'
import { ladderAdds } from '../support/role-ladder'
import { allKinds, allRoles } from '../support/role-matrix'

describe('granting a role', () => {
  test('follows the ladder for everybody who adds people', () => {
    for (const organizationKind of allKinds) {
      for (const role of ['globalAdmin', 'userManagementAdmin'] as const) {
        for (const granted of allRoles) {
          const expected = ladderAdds(organizationKind, role, granted)
          if (expected === 'role_missing') continue
          const cell = `${role} of a ${organizationKind} gives ${granted}`
          expect(mayGrantRole({ roles: [role], organizationKind }, granted), cell).toBe(expected === 'ok')
        }
      }
    }
  })

  test('reaches Global admins for Global admins only, whatever else somebody has', () => {
    for (const role of allRoles) {
      expect(isBeyond({ roles: [role] }, ['globalAdmin', 'salesAgent']), role).toBe(role !== 'globalAdmin')
      expect(isBeyond({ roles: [role] }, ['userManagementAdmin']), role).toBe(false)
    }
  })
})

describe('the two levels', () => {
  test('and the business roles hold every role once', () => {
    expect([...adminRoles, ...agentRoles, ...businessRoles].sort()).toEqual([...allRoles].sort())
  })

  test('become roles and the same levels again', () => {
    for (const agentLevel of agentLevels) {
      for (const adminLevel of adminLevels) {
        for (const more of [[], businessRoles]) {
          const levels = { agentLevel, adminLevel, businessRoles: more }
          expect(levelsOf(rolesFrom(levels))).toEqual(levels)
        }
      }
    }
  })

  test('take the strongest of several', () => {
    expect(levelsOf(['helpdeskAgent', 'userManagementAdmin', 'adminAgent', 'globalAdmin'])).toEqual({
      agentLevel: 'adminAgent',
      adminLevel: 'globalAdmin',
      businessRoles: [],
    })
  })
})

test('a customer knows no role but Global admin', () => expect(rolesOf('customer')).toEqual(['globalAdmin']))
