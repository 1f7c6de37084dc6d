import { describe, expect, test } from 'vitest'
import { signPartnerAgreement } from '@/lib/domain/agreements/commands'
import { getPartnerAgreement } from '@/lib/domain/agreements/queries'
import { getHome } from '@/lib/domain/home/queries'
import { listResellers } from '@/lib/domain/partnerships/queries'
import { founded, member } from '../support/organizations'
import { count } from '../support/owner'
import { watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { partnership } from '../support/relations'

describe('the partner agreement', () => {
  test('is signed once, by a Global admin, and recorded', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    expect(await getPartnerAgreement(admin, {})).toEqual({ region: 'europe', signature: null })
    const { request, events } = watched()
    await signPartnerAgreement(admin, { agreed: 'on' }, request)
    expect(await events()).toMatchObject([{ type: 'partnerAgreement.signed', details: { region: 'europe' } }])
    const colleague = await member(reseller, 'salesAgent')
    expect((await getPartnerAgreement(colleague, {})).signature).toEqual({
      signedAt: expect.any(Date),
      firstAndLastName: admin.fullName,
      email: admin.email,
    })
    expect(await refusal(signPartnerAgreement(admin, { agreed: true }))).toBe('already_signed')
  })

  test('is not signed without the tick', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const refused = await refusalOf(signPartnerAgreement(admin, { agreed: false }))
    expect(refused.fields).toEqual({ agreed: ['tick_required'] })
    expect(await count('PartnerAgreement', '"organizationId" = $1', [reseller.id])).toBe(0)
  })

  test('is signed once by ten at the same moment', async () => {
    const { organization: reseller } = await founded('reseller')
    const admins = await Promise.all(Array.from({ length: 10 }, () => member(reseller, 'globalAdmin')))
    expect(await answers(admins.map((admin) => signPartnerAgreement(admin, { agreed: true })))).toEqual({
      ok: 1,
      already_signed: 9,
    })
    expect(await count('PartnerAgreement', '"organizationId" = $1', [reseller.id])).toBe(1)
  })

  test('is asked for on the home page of its reseller, and shown to its providers', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    await partnership(provider, reseller)
    const signatures = async () =>
      (await listResellers(ofProvider, {})).rows.map((row) => row.reseller.partnerAgreements.length)
    expect((await getHome(admin, {})).agreementMissing).toBe(true)
    expect((await getHome(ofProvider, {})).agreementMissing).toBe(false)
    expect(await signatures()).toEqual([0])
    await signPartnerAgreement(admin, { agreed: true })
    expect((await getHome(admin, {})).agreementMissing).toBe(false)
    expect(await signatures()).toEqual([1])
  })
})
