import { beforeAll, describe, expect, inject, test } from 'vitest'
import { wallOne } from '@/lib/core/scope'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { freshDatabase, query } from '../support/databases'
import { founded, organization } from '../support/organizations'
import { activePartnerships } from '../support/record'
import { partnership } from '../support/relations'
import { besiege } from '../support/walls'

// The application as a role that row-level security does not apply to. Its rights are the usual ones. In a database of its
// own, so that what leaks from a list stands on its first page.
const { ownerUrl, applicationUrl } = await freshDatabase()
const role = `mighty_${process.env.VITEST_POOL_ID}`
const mighty = Object.assign(new URL(applicationUrl), { username: role, password: role }).toString()
Object.assign(process.env, { APPLICATION_DATABASE_URL: mighty, TANDEM_TEST_OWNER_URL: ownerUrl })

beforeAll(async () => {
  await query(
    inject('run').superuserUrl,
    `CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD '${role}' IN ROLE tandem_application`,
  )
  const { id } = await organization('provider')
  expect(await query(mighty, 'select id from "Organization" where id = $1', [id])).toEqual([{ id }])
})

describe('with row-level security off', () => {
  test('scoping alone gives away and changes nothing', async () => {
    const { cells, leaks } = await besiege()
    console.log(`Scoping alone: ${cells} cells.`)
    expect(leaks).toEqual([])
    expect(cells).toBeGreaterThan(400)
  })

  // Were this empty, the two tests of one wall would prove nothing.
  test('and scoping too, the siege finds leaks', async () => {
    wallOne.standing = false
    const { leaks } = await besiege(({ operation }) => operation === 'query')
    const leaking = new Set(leaks.map((each) => each.split(/[ ,]/)[0]))
    expect([...leaking].sort()).toEqual(
      expect.arrayContaining([
        'activity.listActivity',
        'customers.listCustomers',
        'customers.listPartnerRelationships',
        'directory.getInvitationRequest',
        'directory.listInvitationRequests',
        'directory.viewProvider',
        'home.getHome',
        'invitations.getInvitation',
        'invitations.listInvitations',
        'known-customers.getKnownCustomer',
        'partnerships.getResellerAccount',
        'partnerships.listProviders',
        'partnerships.listResellers',
      ]),
    )
  })

  test("and scoping too, a stranger's partnership can be removed", async () => {
    const [{ organization: provider }, reseller, { admin: stranger }] = [
      await founded('provider'),
      await organization('reseller'),
      await founded('provider'),
    ]
    const partnershipId = await partnership(provider, reseller)
    wallOne.standing = false
    await removePartnership(stranger, { partnershipId })
    expect(await activePartnerships(provider, reseller)).toBe(0)
  })
})
