import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrganizationKind } from '@/lib/access/permissions'
import { expectations } from '../support/expectations/all'
import { type World, world } from '../support/neighbourhood'
import { allOperations, hiddenOperations } from '../support/operations'
import { allKinds } from '../support/role-matrix'
import { type Outcome, sweepRow } from '../support/sweep'

// Every operation × kind of organization × person × relation, exactly as tests/support/expectations has it.

const operations = await allOperations()
const rowsOf = (name: string) => expectations.filter(({ operation }) => operation === name)
const withAccess = (access: string) =>
  [...operations]
    .filter(([, operation]) => operation.access === access)
    .map(([name]) => name)
    .sort()
const total: Outcome = { cells: 0, notApplicable: 0, wrong: [] }

describe('the list of operations', () => {
  test('has a row for each and none for what there is not', () => {
    const known = [...new Set(expectations.map(({ operation }) => operation))]
    expect(
      [...operations.keys()].filter((name) => !known.includes(name)),
      'write its row in tests/support/expectations',
    ).toEqual([])
    expect(known.filter((name) => !operations.has(name))).toEqual([])
    expect(operations.size).toBeGreaterThanOrEqual(36)
  })

  test('leaves none out: operations stand in queries.ts and commands.ts only', async () =>
    expect(await hiddenOperations()).toEqual([]))

  test('asks each time for exactly the access that is written down', () => {
    const asked = expectations.map(({ operation, access }) => [operation, access])
    expect(asked.filter(([name, access]) => operations.get(name ?? '')?.access !== access)).toEqual([])
  })

  test('is open without a permission in these places only', () => {
    expect(withAccess('public')).toEqual([
      'account-security.choosePassword',
      'account-security.finishSignIn',
      'account-security.forgotPassword',
      'account-security.viewPasswordLink',
      'account-security.viewPendingSignIn',
      'account-setup.beginAccountSetup',
      'account-setup.beginWorkAccount',
      'account-setup.confirmAccountSetup',
      'account-setup.viewAccountSetup',
      'directory.listProviderCards',
      'directory.viewProvider',
      'directory.viewProviderLogo',
      'invitations.recordOpening',
      'invitations.viewInvitation',
      'issuer-sign-in.beginSingleSignOn',
      'issuer-sign-in.finishErrand',
      'issuer-sign-in.viewErrand',
      'issuer-sign-in.viewUnknownPerson',
      'mailbox.getMailboxMessage',
      'mailbox.listMailbox',
      'onboarding.acceptHandover',
      'onboarding.viewHandover',
      'operator.installOperator',
      'users.signIn',
      'users.updatePreferences',
      'verification.confirmContact',
      'verification.viewContactConfirmation',
    ])
    expect(withAccess('identified')).toEqual([
      'account-security.addSecondFactor',
      'account-security.beginSecondFactor',
      'account-security.confirmIdentity',
      'account-security.getOwnSecurity',
      'account-security.viewSecondFactorDraft',
      'issuer-sign-in.beginIdentityProof',
      'issuer-sign-in.viewIdentityWays',
      'users.changePassword',
      'users.signOut',
    ])
    expect(withAccess('signedIn')).toEqual([
      'account-security.endOtherSessions',
      'account-security.endSession',
      'account-security.listOwnSessions',
      'account-security.removeSecondFactor',
      'account-security.renewRecoveryCodes',
      'demo-clock.advanceClock',
      'demo-clock.getDemoClock',
      'home.getHome',
      'notifications.askForPermission',
      'notifications.listNotifications',
      'notifications.readAllNotifications',
      'notifications.readNotification',
      'profile.chooseNotices',
      'profile.chooseTimeZone',
      'profile.getOwnProfile',
      'profile.renameSelf',
      'users.explainPermission',
    ])
  })

  test('leaves no audit row in these places only', () => {
    const unaudited = [...operations].filter(([, { unaudited: reason }]) => reason).map(([name]) => name)
    expect(unaudited.sort()).toEqual([
      'account-security.beginSecondFactor',
      'account-setup.beginAccountSetup',
      'account-setup.beginWorkAccount',
      'invitations.recordOpening',
      'issuer-sign-in.beginIdentityProof',
      'issuer-sign-in.beginSignInTest',
      'notifications.readAllNotifications',
      'notifications.readNotification',
      'orders.addToCart',
      'orders.changeCartItem',
      'orders.emptyCart',
      'orders.removeCartItem',
      'partner-users.uploadPeople',
      'profile.chooseTimeZone',
      'purchase-requests.commentOnPurchaseRequest',
      'users.updatePreferences',
    ])
  })

  test('reads where it says that it reads', () => {
    for (const [name, { operation }] of operations) {
      const reads = /\.(list|get|find|view|preview|draft|explain|check)[A-Z]/.test(name)
      expect(operation, name).toBe(reads ? 'query' : 'command')
    }
  })
})

// Changes leave partners and customers behind: read before, what a list must show stands on its first page.
const readsFirst = [...operations.keys()].sort(
  (one, other) =>
    Number(operations.get(one)?.operation === 'command') - Number(operations.get(other)?.operation === 'command'),
)

describe.each(allKinds)('people of a %s', (kind: OrganizationKind) => {
  let made: World
  beforeAll(async () => {
    made = await world(kind)
  })

  test.each(readsFirst)('are answered by %s as the specification has it', async (name) => {
    const wrong: string[] = []
    for (const row of rowsOf(name)) {
      const operation = operations.get(name)
      if (!operation) throw new Error(`There is no ${name}.`)
      const outcome = await sweepRow(row, operation, made)
      total.cells += outcome.cells
      total.notApplicable += outcome.notApplicable
      wrong.push(...outcome.wrong.map((complaint) => `${name} ${row.of ?? ''}: ${complaint}`))
    }
    expect(wrong).toEqual([])
  })
})

afterAll(() => console.log(`The sweep executed ${total.cells} cells; ${total.notApplicable} do not exist.`))
