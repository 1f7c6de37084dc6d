import { redirectUri } from '@/lib/auth/issuer/errand'
import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import type { TestReport } from './rules'
import { noInput } from './schema'
import { verifiedDomains } from './steps'

/** How people of the organization sign in at its issuer. The client's secret is never read here. */
export const getSingleSignOn = query({
  access: 'singleSignOn.manage',
  input: noInput,
  async run({ actor, db }) {
    const { organizationId } = actor
    const found = await db.singleSignOn.findFirst({
      where: scope({ organizationId }),
      select: {
        state: true,
        issuer: true,
        clientId: true,
        required: true,
        testedAt: true,
        lastTest: true,
        domains: { select: { domain: true }, orderBy: { domain: 'asc' } },
      },
    })
    const verified = await verifiedDomains(db)
    const linked = await db.issuerIdentity.count({ where: scope({ organizationId }), take: shownLinked + 1 })
    const [way] = await db.$queryRaw<{ open: boolean }[]>`select own_way_back() as open`
    return {
      redirectUri: redirectUri(organizationId),
      verifiedDomains: verified,
      /** At most one more than is said. */
      linked,
      shownLinked,
      wayBack: way?.open === true,
      hasSecondFactor: actor.hasSecondFactor,
      issuer: found && {
        state: found.state,
        issuer: found.issuer,
        clientId: found.clientId,
        required: found.required,
        tested: found.testedAt !== null,
        lastTest: isReport(found.lastTest) ? found.lastTest : null,
        domains: found.domains.map(({ domain }) => ({ domain, isVerified: verified.includes(domain) })),
      },
    }
  },
})

/** No exact count of many on a request. */
const shownLinked = 1000

function isReport(kept: unknown): kept is TestReport {
  return typeof kept === 'object' && kept !== null && 'at' in kept
}
