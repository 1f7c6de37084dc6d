import { describe, expect, test } from 'vitest'
import { listPartnerRelationships } from '@/lib/domain/customers/queries'
import { renameProvider } from '@/lib/domain/operator/commands'
import { getOrganization } from '@/lib/domain/operator/queries'
import { listProviders } from '@/lib/domain/partnerships/queries'
import { founded, member, newMark, organization } from '../support/organizations'
import { rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'

async function world() {
  const { organization: operator, admin: actor } = await founded('operator')
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const { organization: customer, admin: ofCustomer } = await founded('customer')
  await partnership(provider, reseller)
  await relationship(provider, customer)
  const form = { organizationId: provider.id, seen: provider.name, name: `Falke ${newMark()}`, reason: 'Merger' }
  return { operator, actor, provider, ofProvider, reseller, ofReseller, customer, ofCustomer, form }
}

describe('another name for a provider', () => {
  test('stands in the lists of its resellers and customers, is recorded for both sides, and told', async () => {
    const { operator, actor, provider, ofProvider, ofReseller, ofCustomer, form } = await world()
    const watch = watched()
    await renameProvider(actor, form, watch.request)
    expect((await getOrganization(actor, { organizationId: provider.id })).name).toBe(form.name)
    expect((await listProviders(ofReseller, { search: 'falke' })).rows).toMatchObject([{ providerName: form.name }])
    expect((await listPartnerRelationships(ofCustomer, {})).map(({ partnerName }) => partnerName)).toEqual([form.name])
    const details = { organizationId: provider.id, before: provider.name, after: form.name, reason: 'Merger' }
    expect(await watch.events()).toMatchObject([
      {
        type: 'organization.renamed',
        actorOrganizationId: operator.id,
        subjectOrganizationId: provider.id,
        details,
        readers: readers(operator, provider),
      },
    ])
    const told = await rows<{ userId: string; path: string }>(
      `select "userId", path from "Notification" where kind = 'partnerRenamed' and parameters->>'after' = $1`,
      [form.name],
    )
    const expected = [
      { userId: ofProvider.userId, path: '/settings' },
      { userId: ofReseller.userId, path: '/indirect-providers' },
    ]
    expect(told.sort((one, other) => one.path.localeCompare(other.path))).toEqual(
      expected.sort((one, other) => one.path.localeCompare(other.path)),
    )
  })

  test('is given by a Global admin of the operator only', async () => {
    const { operator, ofProvider, ofReseller, ofCustomer, form } = await world()
    const others = [
      await member(operator, 'adminAgent'),
      await member(operator, 'helpdeskAgent'),
      ...[ofProvider, ofReseller, ofCustomer],
    ]
    for (const actor of others) expect(await refusal(renameProvider(actor, form))).toBe('role_missing')
    expect(await refusal(renameProvider(null, form))).toBe('not_signed_in')
    expect(await rows('select 1 from "Organization" where name = $1', [form.name])).toEqual([])
  })

  test('is refused for other kinds of organization, without a reason, and for what is not there', async () => {
    const { actor, reseller, customer, operator, form } = await world()
    for (const { id, name } of [reseller, customer, operator])
      expect(await refusal(renameProvider(actor, { ...form, organizationId: id, seen: name }))).toBe('name_is_its_own')
    expect(await refusal(renameProvider(actor, { ...form, reason: ' ' }))).toBe('input_invalid')
    expect(await refusal(renameProvider(actor, { ...form, name: 'x'.repeat(121) }))).toBe('input_invalid')
    expect(await refusal(renameProvider(actor, { ...form, organizationId: crypto.randomUUID() }))).toBe('not_found')
  })

  test('is told to the second of two who rename at once, and says nothing twice', async () => {
    const { actor, provider, form } = await world()
    const rename = (name: string) => renameProvider(actor, { ...form, name: `${name} ${provider.mark}` })
    expect(await answers(['One', 'Two', 'Three'].map(rename))).toEqual({ ok: 1, stale: 2 })
    const { name } = await getOrganization(actor, { organizationId: provider.id })
    const watch = watched()
    await renameProvider(actor, { ...form, name, seen: name }, watch.request)
    expect(await watch.events()).toEqual([])
    expect((await organization('provider')).name).not.toBe(name)
  })
})
