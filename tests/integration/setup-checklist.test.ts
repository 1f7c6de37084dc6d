import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { signPartnerAgreement } from '@/lib/domain/agreements/commands'
import { getHome } from '@/lib/domain/home/queries'
import { changeSupportProfile } from '@/lib/domain/organization-profile/commands'
import { getSetupChecklist } from '@/lib/domain/organization-profile/queries'
import { founded, member, organization, person } from '../support/organizations'
import { insert } from '../support/owner'
import { supportForm } from '../support/profiles'
import { refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'

async function ticked(actor: Actor) {
  const { items } = await getSetupChecklist(actor, {})
  return items.filter(({ done }) => done).map(({ item }) => item)
}

const listed = async (actor: Actor) => (await getSetupChecklist(actor, {})).items.map(({ item }) => item)

async function withSecondFactor({ userId, organizationId }: Actor) {
  await insert('SecondFactor', { userId, organizationId, encryptedSecret: 'x', confirmedAt: new Date() })
}

describe('the setup checklist', () => {
  test('is another one for each kind of organization', async () => {
    const of = async (kind: 'operator' | 'provider' | 'reseller' | 'customer') => listed((await founded(kind)).admin)
    expect(await of('reseller')).toEqual([
      ...['verified', 'partnerAgreement', 'supportDetails', 'secondFactor', 'secondGlobalAdmin', 'people'],
      ...['firstProvider', 'firstCustomer'],
    ])
    expect(await of('provider')).toEqual([
      ...[
        'verified',
        'supportDetails',
        'secondFactor',
        'secondGlobalAdmin',
        'people',
        'firstReseller',
        'firstCustomer',
      ],
    ])
    expect(await of('operator')).toEqual(['secondFactor', 'secondGlobalAdmin', 'catalog', 'providerAdded'])
    expect(await of('customer')).toEqual([
      ...['firstPartner', 'customerAgreement', 'secondFactor', 'secondGlobalAdmin', 'people'],
    ])
  })

  test('ticks itself, fact by fact, and leaves the home page when everything is done', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    expect(await ticked(admin)).toEqual(['verified'])
    await signPartnerAgreement(admin, { agreed: true })
    expect(await ticked(admin)).toEqual(['verified', 'partnerAgreement'])
    await changeSupportProfile(admin, await supportForm(admin))
    expect(await ticked(admin)).toContain('supportDetails')
    await withSecondFactor(admin)
    expect(await ticked(admin)).toContain('secondFactor')
    await member(reseller, 'salesAgent')
    expect(await ticked(admin)).toContain('people')
    expect(await ticked(admin)).not.toContain('secondGlobalAdmin')
    await member(reseller, 'globalAdmin', 'adminAgent')
    expect(await ticked(admin)).toContain('secondGlobalAdmin')
    await partnership(await organization('provider'), reseller)
    expect(await ticked(admin)).toContain('firstProvider')
    expect((await getHome(admin, {})).setup).toMatchObject({ done: 7, complete: false, mayAct: true })
    await relationship(reseller, await organization('customer'))
    expect((await getHome(admin, {})).setup).toBeNull()
    expect(await getSetupChecklist(admin, {})).toMatchObject({ done: 8, complete: true, mayAct: false })
  })

  test('counts nobody who is disabled or deleted, no factor that was never confirmed and nothing that has ended', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await person(reseller, ['globalAdmin'], { disabledAt: new Date() })
    await person(reseller, ['salesAgent'], { deletedAt: new Date() })
    await insert('SecondFactor', {
      ...{ userId: admin.userId, organizationId: reseller.id, encryptedSecret: 'x' },
    })
    await partnership(await organization('provider'), reseller, { ended: true })
    await relationship(reseller, await organization('customer'), { ended: true })
    expect(await ticked(admin)).toEqual(['verified'])
  })

  test('asks nobody for what they cannot do: it shows to those who can act, with the roles that others need', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const adminAgent = await member(reseller, 'adminAgent')
    const { items } = await getSetupChecklist(adminAgent, {})
    expect(items.find(({ item }) => item === 'partnerAgreement')?.permission).toBe('partnerAgreement.sign')
    expect((await getHome(adminAgent, {})).setup?.mayAct).toBe(true)
    for (const role of ['salesAgent', 'billingAdmin', 'helpdeskAgent'] as const) {
      const colleague = await member(reseller, role)
      expect((await getHome(colleague, {})).setup).toBeNull()
      expect(await refusal(getSetupChecklist(colleague, {}))).toBe('role_missing')
    }
    expect(await refusal(getSetupChecklist({ ...admin, vettingStatus: 'Pending' }, {}))).toBe('verification_pending')
  })

  test('knows nothing of another organization', async () => {
    const { admin } = await founded('customer')
    const { organization: other, admin: stranger } = await founded('customer')
    await relationship(await organization('reseller'), other)
    expect(await ticked(stranger)).toEqual(['firstPartner'])
    expect(await ticked(admin)).toEqual([])
  })

  test('of the operator sees that a provider is there', async () => {
    await organization('provider')
    expect(await ticked((await founded('operator')).admin)).toContain('providerAdded')
  })
})
