import type { Organization } from './organizations'
import { row } from './owner'

const places: [table: string, where: string][] = [
  ['Organization', 'id = any($1)'],
  ['User', '"organizationId" = any($1)'],
  ['Session', '"organizationId" = any($1)'],
  ['Invitation', '"issuerOrganizationId" = any($1)'],
  ['InvitationLink', '"issuerOrganizationId" = any($1)'],
  ['InvitationOpening', '"issuerOrganizationId" = any($1)'],
  ['InvitationAcceptance', '"issuerOrganizationId" = any($1) or "organizationId" = any($1)'],
  ['AccountSetup', '"invitationId" in (select id from "Invitation" where "issuerOrganizationId" = any($1))'],
  ['Partnership', '"providerId" = any($1) or "resellerId" = any($1)'],
  ['PartnershipAdminAccess', '"providerId" = any($1) or "resellerId" = any($1)'],
  ['CustomerRelationship', '"partnerId" = any($1) or "customerId" = any($1)'],
  ['DelegatedAdministration', '"partnerId" = any($1) or "customerId" = any($1)'],
  ['CustomerAgreement', '"customerId" = any($1)'],
  ['PartnerAgreement', '"organizationId" = any($1)'],
  ['CustomerAccount', '"customerId" = any($1)'],
  ['CredentialHandover', '"customerId" = any($1)'],
  ['Subscription', '"providerId" = any($1) or "customerId" = any($1) or "resellerId" = any($1)'],
  ['SubscriptionBatch', '"providerId" = any($1) or "customerId" = any($1)'],
  [
    'SubscriptionChange',
    '"subscriptionId" in (select id from "Subscription" where "providerId" = any($1) or "customerId" = any($1))',
  ],
  ['Order', '"providerId" = any($1) or "customerId" = any($1)'],
  ['OrderLine', '"providerId" = any($1) or "customerId" = any($1)'],
  ['Charge', '"providerId" = any($1) or "customerId" = any($1)'],
  ['LicenseAssignment', '"customerId" = any($1)'],
  ['TenantOwner', '"customerId" = any($1) or "partnerId" = any($1)'],
  ['PurchaseRequest', '"fromOrganizationId" = any($1) or "toOrganizationId" = any($1) or "customerId" = any($1)'],
  [
    'PurchaseRequestComment',
    '"organizationId" = any($1) or "requestId" in (select id from "PurchaseRequest" where "fromOrganizationId" = any($1) or "toOrganizationId" = any($1))',
  ],
  ['ProviderCard', '"organizationId" = any($1)'],
  ['ProviderLogo', '"organizationId" = any($1)'],
  ['InvitationRequest', '"resellerId" = any($1) or "providerId" = any($1)'],
  ['KnownCustomer', '"resellerId" = any($1)'],
  ['SingleSignOn', '"organizationId" = any($1)'],
  ['SingleSignOnDomain', '"organizationId" = any($1)'],
  ['IssuerIdentity', '"organizationId" = any($1)'],
  ['IssuerErrand', '"organizationId" = any($1)'],
  ['Mail', '"organizationId" = any($1)'],
  ['ActivityEntry', '"organizationId" = any($1)'],
]

const statement = `select ${places
  .map(
    ([table, where]) =>
      `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "${table}" t where ${where})`,
  )
  .join(" || '-' || ")} as digest`

/** Changes when any row of these organizations does, in whatever table. */
export async function digest(organizations: Organization[]): Promise<string> {
  const ids = organizations.map(({ id }) => id)
  return (await row<{ digest: string }>(statement, [ids], 'digest')).digest
}
