import { type Actor, highestRole } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { type Checklist, checklistOf, type SetupFacts } from './checklist'

/** All facts of the setup checklist in one statement: it stands on the home page. */
export async function readChecklist(db: Database, actor: Actor): Promise<Checklist> {
  const { organizationId: own, userId, region } = actor
  const [facts] = await db.$queryRaw<Omit<SetupFacts, 'vettingStatus'>[]>`
    with colleagues as (
      select ${highestRole}::"Role" = any (roles) as "isAdministrator" from "User"
      where "organizationId" = ${own}::uuid and "disabledAt" is null and "deletedAt" is null
    )
    select
      exists (select from "PartnerAgreement" where "organizationId" = ${own}::uuid and region = ${region}) as "agreementSigned",
      exists (select from "SupportProfile" where "organizationId" = ${own}::uuid) as "supportDetails",
      exists (select from colleagues where "isAdministrator" offset 1) as "secondGlobalAdmin",
      exists (select from "SecondFactor" where "userId" = ${userId}::uuid and "confirmedAt" is not null)
        or exists (select from "Organization" where id = ${own}::uuid and "requiresSecondFactor") as "secondFactor",
      exists (select from colleagues where not "isAdministrator") as "peopleAdded",
      exists (select from "Partnership" where "providerId" = ${own}::uuid and "endedAt" is null)
        or exists (select from "Partnership" where "resellerId" = ${own}::uuid and "endedAt" is null) as "firstPartner",
      exists (select from "CustomerRelationship" where "partnerId" = ${own}::uuid and "endedAt" is null) as "firstCustomer",
      exists (select from "CustomerRelationship" where "customerId" = ${own}::uuid and "endedAt" is null)
        as "relationshipAuthorized",
      exists (select from "CustomerAgreement" where "customerId" = ${own}::uuid) as "customerAgreementAccepted",
      exists (select from "CatalogOffer") as "catalogImported",
      exists (select from "Organization" where kind = 'provider') as "providerAdded"`
  if (!facts) throw new Error('A statement without a table gives one row.')
  return checklistOf(actor, { ...facts, vettingStatus: actor.vettingStatus })
}
