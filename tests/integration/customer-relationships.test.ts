import { describe, expect, test } from 'vitest'
import { endRelationship, removeDelegatedAdministration } from '@/lib/domain/customers/commands'
import { listCustomers, listPartnerRelationships } from '@/lib/domain/customers/queries'
import { founded, organization } from '../support/organizations'
import { row } from '../support/owner'
import { isQueued, mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { relationship } from '../support/relations'

async function served() {
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const { organization: customer, admin } = await founded('customer')
  const relationshipId = await relationship(reseller, customer, { delegated: true })
  return { reseller, ofReseller, customer, admin, relationshipId }
}

describe('removing delegated administration', () => {
  test('leaves the relationship, is recorded for both, and mails the partner', async () => {
    const { reseller, ofReseller, customer, admin, relationshipId } = await served()
    expect((await listCustomers(ofReseller, {})).rows[0]?.delegatedSince).toBeInstanceOf(Date)
    const { request, events } = watched()
    await removeDelegatedAdministration(admin, { relationshipId }, request)
    expect(
      await row('select "revokedByName" from "DelegatedAdministration" where "customerRelationshipId" = $1', [
        relationshipId,
      ]),
    ).toEqual({ revokedByName: admin.fullName })
    expect((await listCustomers(ofReseller, {})).rows).toMatchObject([{ id: relationshipId, delegatedSince: null }])
    expect(await events()).toMatchObject([
      {
        type: 'delegatedAdministration.removed',
        subjectOrganizationId: reseller.id,
        details: { relationshipId },
        readers: readers(reseller, customer),
      },
    ])
    const [mail] = await mailsOf(reseller)
    expect(mail).toMatchObject({ letter: 'delegatedAdministrationRemoved', toAddress: reseller.contactEmail })
    expect(mail && (await isQueued(mail))).toBe(true)
    expect(await refusal(removeDelegatedAdministration(admin, { relationshipId }))).toBe('not_found')
  })

  test('that was never granted is not found', async () => {
    const { admin, organization: customer } = await founded('customer')
    const relationshipId = await relationship(await organization('reseller'), customer)
    expect(await refusal(removeDelegatedAdministration(admin, { relationshipId }))).toBe('not_found')
  })
})

describe('ending a relationship', () => {
  test('ends delegated administration with it, is recorded for both, and mails the partner', async () => {
    const { reseller, ofReseller, customer, admin, relationshipId } = await served()
    const { request, events } = watched()
    await endRelationship(admin, { relationshipId }, request)
    expect(
      await row('select status, "endedByName" from "CustomerRelationship" where id = $1', [relationshipId]),
    ).toEqual({ status: 'ended', endedByName: admin.fullName })
    expect(
      await row(
        'select "revokedAt" is not null as revoked from "DelegatedAdministration" where "customerRelationshipId" = $1',
        [relationshipId],
      ),
    ).toEqual({ revoked: true })
    expect(await events()).toMatchObject([
      { type: 'customerRelationship.ended', details: { relationshipId }, readers: readers(reseller, customer) },
    ])
    expect(await mailsOf(reseller)).toMatchObject([
      { letter: 'relationshipEnded', parameters: { customerName: customer.name } },
    ])
    expect((await listCustomers(ofReseller, {})).rows).toEqual([])
    expect(await listPartnerRelationships(admin, {})).toMatchObject([
      { id: relationshipId, status: 'ended', endedByName: admin.fullName },
    ])
  })

  test('happens once, however many press at the same time', async () => {
    const { admin, relationshipId } = await served()
    expect(await answers(Array.from({ length: 10 }, () => endRelationship(admin, { relationshipId })))).toEqual({
      ok: 1,
      not_found: 9,
    })
  })
})

test.each(Object.entries({ removeDelegatedAdministration, endRelationship }))(
  "%s does not find another customer's relationship, or one that has ended",
  async (_name, run) => {
    const { reseller, relationshipId } = await served()
    const { organization: other, admin } = await founded('customer')
    const ended = await relationship(reseller, other, { ended: true, delegated: true })
    expect(await refusal(run(admin, { relationshipId }))).toBe('not_found')
    expect(await refusal(run(admin, { relationshipId: ended }))).toBe('not_found')
  },
)

test('a customer sees who may do what for it, and since when, and nothing of other customers', async () => {
  const { reseller, admin, relationshipId } = await served()
  await relationship(reseller, await organization('customer'), { delegated: true })
  const found = await listPartnerRelationships(admin, {})
  expect(found).toMatchObject([
    {
      id: relationshipId,
      partnerName: reseller.name,
      partnerKind: 'reseller',
      status: 'active',
      partner: { contactEmail: reseller.contactEmail },
      delegation: { revokedAt: null },
    },
  ])
})
