import { afterAll, describe, expect, test } from 'vitest'
import { configureSingleSignOn } from '@/lib/domain/single-sign-on/commands'
import { getSingleSignOn } from '@/lib/domain/single-sign-on/queries'
import { clientId, clientSecret, openIssuer } from '../support/issuer'
import { actorOf, founded, newMark, organization, person } from '../support/organizations'
import { insert, rows } from '../support/owner'
import { refusal } from '../support/refusal'

const issuer = await openIssuer()
process.env.LOCAL_ISSUERS = issuer.origin
afterAll(() => issuer.close())

async function company() {
  const made = await founded('reseller')
  const { organization: of } = made
  return {
    ...made,
    of,
    at: issuer.issuer(of.mark),
    typed: { issuer: issuer.issuer(of.mark), clientId, clientSecret, domains: [of.domain] },
  }
}

describe('a domain is verified', () => {
  const domainsOf = async (of: Awaited<ReturnType<typeof organization>>) =>
    (await getSingleSignOn(actorOf(await person(of, ['globalAdmin'])), {})).verifiedDomains

  test('where the organization took part with it, and not where a partner has typed it or it is a default domain', async () => {
    expect(await domainsOf(await organization('provider'))).toHaveLength(1)
    expect(await domainsOf(await organization('reseller', { domain: `${newMark()}.onmicrosoft.com` }))).toEqual([])
    const customer = await organization('customer')
    expect(await domainsOf(customer)).toEqual([customer.domain])
    const provider = await organization('provider')
    const account = {
      culture: 'de-DE',
      language: 'de',
      firstName: 'A',
      lastName: 'B',
      contactEmail: `a@${customer.domain}`,
    }
    await insert('CustomerAccount', { customerId: customer.id, foundedById: provider.id, ...account })
    expect(await domainsOf(customer)).toEqual([])
  })

  test('where verification has confirmed the domain of the primary contact’s mailbox', async () => {
    const of = await organization('reseller', { domain: `${newMark()}.onmicrosoft.com` })
    const mail = `${newMark()}.example`
    const id = crypto.randomUUID()
    await insert('VerificationCase', { id, organizationId: of.id, status: 'InReview', changed: '{}', locale: 'en' })
    const check = { id: crypto.randomUUID(), caseId: id, organizationId: of.id, kind: 'EmailDomain' }
    await insert('VerificationCheck', { ...check, status: 'Waiting' })
    const letter = { caseId: id, organizationId: of.id, organizationName: of.name, expiresAt: new Date() }
    const confirmed = { id: crypto.randomUUID(), tokenHash: newMark(), email: `x@${mail}`, confirmedAt: new Date() }
    await insert('ContactConfirmation', { ...letter, ...confirmed })
    await insert('ContactConfirmation', {
      ...letter,
      id: crypto.randomUUID(),
      tokenHash: newMark(),
      email: `x@never-answered.example`,
    })
    expect(await domainsOf(of)).toEqual([])
    await rows(`update "VerificationCheck" set status = 'Passed' where "caseId" = $1`, [id])
    expect(await domainsOf(of)).toEqual([])
    await rows(`update "VerificationCase" set status = 'Authorized' where id = $1`, [id])
    expect(await domainsOf(of)).toEqual([mail])
  })

  test('for one organization: of two that have it, the second is told', async () => {
    const [one, other] = [await company(), await company()]
    await configureSingleSignOn(one.admin, one.typed)
    await rows('update "SingleSignOnDomain" set domain = $2 where "organizationId" = $1', [one.of.id, other.of.domain])
    expect(await refusal(configureSingleSignOn(other.admin, other.typed))).toBe('domain_covered')
  })
})
