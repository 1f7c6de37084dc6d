-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AgreementType" AS ENUM ('MicrosoftCustomerAgreement');

-- CreateEnum
CREATE TYPE "InvitationKind" AS ENUM ('partnership', 'customer', 'customerTwoParty');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('active', 'accepted', 'declined', 'revoked', 'replaced');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('operator', 'provider', 'reseller', 'customer');

-- CreateEnum
CREATE TYPE "RelationshipStatus" AS ENUM ('active', 'ended');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('globalAdmin', 'userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('en', 'ru');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('system', 'light', 'dark');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actorUserId" UUID,
    "actorName" TEXT,
    "actorOrganizationId" UUID,
    "actorOrganizationName" TEXT,
    "subjectOrganizationId" UUID,
    "subjectOrganizationName" TEXT,
    "requestId" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityEntry" (
    "eventId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActivityEntry_pkey" PRIMARY KEY ("organizationId","eventId")
);

-- CreateTable
CREATE TABLE "CustomerAgreement" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "type" "AgreementType" NOT NULL,
    "templateId" UUID NOT NULL,
    "dateAgreed" TIMESTAMPTZ(3) NOT NULL,
    "userId" UUID NOT NULL,
    "firstAndLastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "CustomerAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerRelationship" (
    "id" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "partnerKind" "OrganizationKind" NOT NULL,
    "status" "RelationshipStatus" NOT NULL DEFAULT 'active',
    "partnerName" TEXT NOT NULL,
    "customerName" TEXT NOT NULL,
    "customerDomain" TEXT NOT NULL,
    "partnerSortName" TEXT NOT NULL,
    "customerSortName" TEXT NOT NULL,
    "customerSearch" TEXT NOT NULL,
    "invitationId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "endedByName" TEXT,

    CONSTRAINT "CustomerRelationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegatedAdministration" (
    "id" UUID NOT NULL,
    "customerRelationshipId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grantedByName" TEXT NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedByName" TEXT,

    CONSTRAINT "DelegatedAdministration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "kind" "InvitationKind" NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'active',
    "issuerOrganizationId" UUID NOT NULL,
    "issuerUserId" UUID NOT NULL,
    "issuerUserName" TEXT NOT NULL,
    "secondOrganizationId" UUID,
    "includeDelegatedAdministration" BOOLEAN NOT NULL DEFAULT false,
    "addressee" TEXT,
    "locale" "Locale" NOT NULL,
    "message" TEXT NOT NULL,
    "maxUses" INTEGER NOT NULL DEFAULT 1,
    "validDays" INTEGER NOT NULL DEFAULT 30,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "declinedByName" TEXT,
    "declineReason" TEXT,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedByName" TEXT,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationLink" (
    "id" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "issuerOrganizationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replacedAt" TIMESTAMPTZ(3),
    "disclosedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InvitationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationOpening" (
    "invitationId" UUID NOT NULL,
    "issuerOrganizationId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "fetches" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvitationOpening_pkey" PRIMARY KEY ("invitationId","hour")
);

-- CreateTable
CREATE TABLE "InvitationAcceptance" (
    "id" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "issuerOrganizationId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "organizationName" TEXT NOT NULL,
    "userName" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InvitationAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountSetup" (
    "id" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "locale" "Locale" NOT NULL,
    "invitationSalt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountSetup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "invitationId" UUID,
    "letter" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "toAddress" TEXT,
    "recipientUserId" UUID,
    "parameters" JSONB NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailboxMessage" (
    "id" UUID NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "kind" "OrganizationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL,
    "mpnId" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactPhone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partnership" (
    "id" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "resellerId" UUID NOT NULL,
    "status" "RelationshipStatus" NOT NULL DEFAULT 'active',
    "providerName" TEXT NOT NULL,
    "resellerName" TEXT NOT NULL,
    "providerSortName" TEXT NOT NULL,
    "resellerSortName" TEXT NOT NULL,
    "providerSearch" TEXT NOT NULL,
    "resellerSearch" TEXT NOT NULL,
    "invitationId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "endedByName" TEXT,

    CONSTRAINT "Partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartnershipAdminAccess" (
    "id" UUID NOT NULL,
    "partnershipId" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "resellerId" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grantedByName" TEXT NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedByName" TEXT,

    CONSTRAINT "PartnershipAdminAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "roles" "Role"[],
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "temporaryPasswordExpiresAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "theme" "Theme" NOT NULL DEFAULT 'system',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "ipAddress" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ActivityEntry_organizationId_type_eventId_idx" ON "ActivityEntry"("organizationId", "type", "eventId");

-- CreateIndex
CREATE INDEX "ActivityEntry_eventId_idx" ON "ActivityEntry"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerAgreement_customerId_type_key" ON "CustomerAgreement"("customerId", "type");

-- CreateIndex
CREATE INDEX "DelegatedAdministration_customerRelationshipId_idx" ON "DelegatedAdministration"("customerRelationshipId");

-- CreateIndex
CREATE INDEX "DelegatedAdministration_partnerId_idx" ON "DelegatedAdministration"("partnerId");

-- CreateIndex
CREATE INDEX "DelegatedAdministration_customerId_idx" ON "DelegatedAdministration"("customerId");

-- CreateIndex
CREATE INDEX "Invitation_issuerOrganizationId_id_idx" ON "Invitation"("issuerOrganizationId", "id");

-- CreateIndex
CREATE INDEX "Invitation_issuerOrganizationId_status_id_idx" ON "Invitation"("issuerOrganizationId", "status", "id");

-- CreateIndex
CREATE INDEX "Invitation_secondOrganizationId_idx" ON "Invitation"("secondOrganizationId");

-- CreateIndex
CREATE UNIQUE INDEX "InvitationLink_tokenHash_key" ON "InvitationLink"("tokenHash");

-- CreateIndex
CREATE INDEX "InvitationLink_invitationId_idx" ON "InvitationLink"("invitationId");

-- CreateIndex
CREATE UNIQUE INDEX "InvitationAcceptance_invitationId_organizationId_key" ON "InvitationAcceptance"("invitationId", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountSetup_tokenHash_key" ON "AccountSetup"("tokenHash");

-- CreateIndex
CREATE INDEX "AccountSetup_invitationId_idx" ON "AccountSetup"("invitationId");

-- CreateIndex
CREATE INDEX "Mail_invitationId_idx" ON "Mail"("invitationId");

-- CreateIndex
CREATE INDEX "Mail_organizationId_id_idx" ON "Mail"("organizationId", "id");

-- CreateIndex
CREATE INDEX "MailboxMessage_toAddress_id_idx" ON "MailboxMessage"("toAddress", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_domain_key" ON "Organization"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "PartnershipAdminAccess_partnershipId_key" ON "PartnershipAdminAccess"("partnershipId");

-- CreateIndex
CREATE INDEX "PartnershipAdminAccess_resellerId_providerId_idx" ON "PartnershipAdminAccess"("resellerId", "providerId");

-- CreateIndex
CREATE INDEX "PartnershipAdminAccess_providerId_idx" ON "PartnershipAdminAccess"("providerId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_organizationId_fullName_idx" ON "User"("organizationId", "fullName");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Partnership_providerId_resellerSortName_id_idx" ON "Partnership"("providerId", "resellerSortName", "id");

-- CreateIndex
CREATE INDEX "Partnership_resellerId_providerSortName_id_idx" ON "Partnership"("resellerId", "providerSortName", "id");

-- CreateIndex
CREATE INDEX "CustomerRelationship_partnerId_customerSortName_id_idx" ON "CustomerRelationship"("partnerId", "customerSortName", "id");

-- CreateIndex
CREATE INDEX "CustomerRelationship_customerId_partnerId_idx" ON "CustomerRelationship"("customerId", "partnerId");

-- AddForeignKey
ALTER TABLE "ActivityEntry" ADD CONSTRAINT "ActivityEntry_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerAgreement" ADD CONSTRAINT "CustomerAgreement_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerRelationship" ADD CONSTRAINT "CustomerRelationship_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerRelationship" ADD CONSTRAINT "CustomerRelationship_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegatedAdministration" ADD CONSTRAINT "DelegatedAdministration_customerRelationshipId_fkey" FOREIGN KEY ("customerRelationshipId") REFERENCES "CustomerRelationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_issuerOrganizationId_fkey" FOREIGN KEY ("issuerOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_secondOrganizationId_fkey" FOREIGN KEY ("secondOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationLink" ADD CONSTRAINT "InvitationLink_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationOpening" ADD CONSTRAINT "InvitationOpening_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationAcceptance" ADD CONSTRAINT "InvitationAcceptance_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnershipAdminAccess" ADD CONSTRAINT "PartnershipAdminAccess_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Uniqueness that decides races: at most one active relationship of a pair.
CREATE UNIQUE INDEX "Partnership_active_pair" ON "Partnership" ("providerId", "resellerId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "CustomerRelationship_active_pair" ON "CustomerRelationship" ("partnerId", "customerId") WHERE "endedAt" IS NULL;
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_ended" CHECK (("status" = 'ended') = ("endedAt" IS NOT NULL));
ALTER TABLE "CustomerRelationship" ADD CONSTRAINT "CustomerRelationship_ended" CHECK (("status" = 'ended') = ("endedAt" IS NOT NULL));

-- Queries ask for what has not ended by "endedAt" and not by "status": comparisons of enums are not leakproof, so behind
-- row-level security they would keep a list from its index.
CREATE UNIQUE INDEX "DelegatedAdministration_active" ON "DelegatedAdministration" ("customerRelationshipId") WHERE "revokedAt" IS NULL;
CREATE UNIQUE INDEX "InvitationLink_current" ON "InvitationLink" ("invitationId") WHERE "replacedAt" IS NULL;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_uses" CHECK ("uses" BETWEEN 0 AND "maxUses");

-- 2. Substring search behind row-level security: the functions of part 7 apply the tenant themselves.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "CustomerRelationship_search" ON "CustomerRelationship" USING gin ("partnerId", "customerSearch" gin_trgm_ops) WHERE "endedAt" IS NULL;
CREATE INDEX "Partnership_reseller_search" ON "Partnership" USING gin ("providerId", "resellerSearch" gin_trgm_ops) WHERE "endedAt" IS NULL;
CREATE INDEX "Partnership_provider_search" ON "Partnership" USING gin ("resellerId", "providerSearch" gin_trgm_ops) WHERE "endedAt" IS NULL;

-- 3. The application's role: owns nothing, cannot pass row-level security, holds just these rights.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tandem_application') THEN
    CREATE ROLE tandem_application NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  -- Another database of the same cluster was quicker.
  NULL;
END $$;
GRANT USAGE ON SCHEMA public TO tandem_application;
GRANT SELECT, INSERT ON
  "Organization", "Session", "Invitation", "InvitationLink", "InvitationOpening", "InvitationAcceptance", "AccountSetup",
  "Partnership", "PartnershipAdminAccess", "CustomerRelationship", "DelegatedAdministration", "CustomerAgreement", "Mail",
  "MailboxMessage", "rate_limit" TO tandem_application;
-- Of a person everything but the password hash may be read; own_password_hash() below hands that out one at a time.
GRANT SELECT ("id", "organizationId", "email", "fullName", "roles", "mustChangePassword", "temporaryPasswordExpiresAt", "disabledAt",
  "locale", "theme", "timeZone", "createdAt"), INSERT ON "User" TO tandem_application;
-- Changing is granted by column: identities, parties and beginnings never change.
GRANT UPDATE ("passwordHash", "mustChangePassword", "temporaryPasswordExpiresAt", "disabledAt", "roles", "fullName", "locale", "theme",
  "timeZone") ON "User" TO tandem_application;
GRANT UPDATE ("lastSeenAt", "revokedAt") ON "Session" TO tandem_application;
GRANT UPDATE ("status", "uses", "expiresAt", "acceptedAt", "declinedAt", "declinedByName", "declineReason", "revokedAt", "revokedByName",
  "replacedAt") ON "Invitation" TO tandem_application;
GRANT UPDATE ("replacedAt", "disclosedAt") ON "InvitationLink" TO tandem_application;
GRANT UPDATE ("fetches", "people", "lastAt") ON "InvitationOpening" TO tandem_application;
GRANT UPDATE ("confirmedAt", "passwordHash") ON "AccountSetup" TO tandem_application;
GRANT UPDATE ("status", "endedAt", "endedByName") ON "Partnership", "CustomerRelationship" TO tandem_application;
GRANT UPDATE ("revokedAt", "revokedByName") ON "PartnershipAdminAccess", "DelegatedAdministration" TO tandem_application;
GRANT UPDATE ("status", "attempts", "lastError", "sentAt", "failedAt") ON "Mail" TO tandem_application;
GRANT UPDATE, DELETE ON "rate_limit" TO tandem_application;
-- The record of what happened: read and add, nothing else.
GRANT SELECT, INSERT ON "AuditEvent", "ActivityEntry" TO tandem_application;

-- 4. The record is append-only for everybody, whatever rights a role has.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ActivityEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 5. What the transaction is allowed to be: one organization, or the holder of one secret.
-- On a pooled connection that once held a setting it reads '' afterwards, hence nullif.
CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION current_key() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.key_hash', true), '') $$;

-- Questions that policies ask of other tables. They run as the owner, so that policies do not call each other in circles,
-- and each answers only about the current organization or the current key.
CREATE FUNCTION holds_link_of(invitation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "InvitationLink" l WHERE l."tokenHash" = current_key() AND l."invitationId" = invitation)
      OR EXISTS (SELECT FROM "AccountSetup" a WHERE a."tokenHash" = current_key() AND a."invitationId" = invitation)
$$;

-- Whether the link in hand asks in the name of an organization: only then may one enter into a relationship with it.
CREATE FUNCTION holds_link_from(organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 WHERE l."tokenHash" = current_key() AND organization IN (i."issuerOrganizationId", i."secondOrganizationId"))
$$;

CREATE FUNCTION knows_organization(organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."resellerId" = organization)
      OR EXISTS (SELECT FROM "Partnership" p WHERE p."resellerId" = current_organization() AND p."providerId" = organization)
      OR EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."partnerId" = current_organization() AND r."customerId" = organization)
      OR EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."customerId" = current_organization() AND r."partnerId" = organization)
      OR holds_link_from(organization)
$$;

-- A provider and a reseller in partnership who both serve a customer see that about each other (S2: View customers).
CREATE FUNCTION shares_customer(partner uuid, customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r
                 WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL)
     AND EXISTS (SELECT FROM "Partnership" p WHERE p."endedAt" IS NULL
                 AND ((p."providerId" = current_organization() AND p."resellerId" = partner)
                   OR (p."resellerId" = current_organization() AND p."providerId" = partner)))
$$;

CREATE FUNCTION serves_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r
                 WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL)
$$;

CREATE FUNCTION administers_reseller(reseller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "PartnershipAdminAccess" a JOIN "Partnership" p ON p.id = a."partnershipId"
                 WHERE a."resellerId" = reseller AND a."providerId" = current_organization()
                   AND a."revokedAt" IS NULL AND p."endedAt" IS NULL)
$$;

-- The acceptance of a two-party invitation has to know whether the two partners still work together; the customer that
-- accepts sees no partnerships. Answers only for the invitation in hand.
CREATE FUNCTION invited_partners_work_together() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 JOIN "Partnership" p ON p."resellerId" = i."issuerOrganizationId" AND p."providerId" = i."secondOrganizationId"
                 WHERE l."tokenHash" = current_key() AND p."endedAt" IS NULL)
$$;

-- The same question for whoever is about to accept: the answer holds until the end of the transaction, because who wants to
-- end the partnership waits.
CREATE FUNCTION hold_partnership_of_invitation() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
    JOIN "Partnership" p ON p."resellerId" = i."issuerOrganizationId" AND p."providerId" = i."secondOrganizationId"
    WHERE l."tokenHash" = current_key() AND p."endedAt" IS NULL FOR SHARE OF p;
  RETURN FOUND;
END $$;

-- 6. Wall two: row-level security.
ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Organization" FOR SELECT USING ("id" = current_organization() OR knows_organization("id"));
CREATE POLICY founded ON "Organization" FOR INSERT WITH CHECK ("id" = current_organization());

ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "User" FOR SELECT USING ("organizationId" = current_organization() OR administers_reseller("organizationId"));
CREATE POLICY added ON "User" FOR INSERT WITH CHECK ("organizationId" = current_organization());
CREATE POLICY own ON "User" FOR UPDATE USING ("organizationId" = current_organization());

ALTER TABLE "Session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "Session" USING ("organizationId" = current_organization())
  WITH CHECK ("organizationId" = current_organization() AND EXISTS (
    SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization()));

ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Invitation" FOR SELECT USING ("issuerOrganizationId" = current_organization() OR holds_link_of("id"));
CREATE POLICY issued ON "Invitation" FOR INSERT WITH CHECK ("issuerOrganizationId" = current_organization());
CREATE POLICY changed ON "Invitation" FOR UPDATE USING ("issuerOrganizationId" = current_organization() OR holds_link_of("id"));

ALTER TABLE "InvitationLink" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "InvitationLink" USING ("issuerOrganizationId" = current_organization())
  WITH CHECK ("issuerOrganizationId" = current_organization() AND EXISTS (
    SELECT FROM "Invitation" i WHERE i."id" = "invitationId" AND i."issuerOrganizationId" = current_organization()));
CREATE POLICY held ON "InvitationLink" FOR SELECT USING ("tokenHash" = current_key());

ALTER TABLE "InvitationOpening" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "InvitationOpening" FOR SELECT USING ("issuerOrganizationId" = current_organization());
CREATE POLICY held ON "InvitationOpening" USING (holds_link_of("invitationId"));

ALTER TABLE "InvitationAcceptance" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "InvitationAcceptance" FOR SELECT
  USING ("issuerOrganizationId" = current_organization() OR "organizationId" = current_organization());
CREATE POLICY accepted ON "InvitationAcceptance" FOR INSERT
  WITH CHECK ("organizationId" = current_organization() AND holds_link_of("invitationId"));

ALTER TABLE "AccountSetup" ENABLE ROW LEVEL SECURITY;
CREATE POLICY begun ON "AccountSetup" FOR INSERT WITH CHECK (holds_link_of("invitationId"));
CREATE POLICY held ON "AccountSetup" FOR SELECT USING ("tokenHash" = current_key());
CREATE POLICY confirmed ON "AccountSetup" FOR UPDATE USING ("tokenHash" = current_key());

ALTER TABLE "Partnership" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "Partnership" FOR SELECT USING (current_organization() IN ("providerId", "resellerId"));
CREATE POLICY accepted ON "Partnership" FOR INSERT WITH CHECK ("resellerId" = current_organization() AND holds_link_from("providerId"));
CREATE POLICY ended ON "Partnership" FOR UPDATE USING (current_organization() IN ("providerId", "resellerId") AND "endedAt" IS NULL)
  WITH CHECK ("endedAt" IS NOT NULL);

ALTER TABLE "PartnershipAdminAccess" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "PartnershipAdminAccess" FOR SELECT USING (current_organization() IN ("providerId", "resellerId"));
CREATE POLICY granted ON "PartnershipAdminAccess" FOR INSERT WITH CHECK ("resellerId" = current_organization() AND EXISTS (
  SELECT FROM "Partnership" p WHERE p."id" = "partnershipId" AND p."providerId" = "PartnershipAdminAccess"."providerId"
    AND p."resellerId" = current_organization()));
-- What was taken back stays taken back.
CREATE POLICY revoked ON "PartnershipAdminAccess" FOR UPDATE
  USING (current_organization() IN ("providerId", "resellerId") AND "revokedAt" IS NULL) WITH CHECK ("revokedAt" IS NOT NULL);

ALTER TABLE "CustomerRelationship" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "CustomerRelationship" FOR SELECT
  USING (current_organization() IN ("partnerId", "customerId") OR ("endedAt" IS NULL AND shares_customer("partnerId", "customerId")));
CREATE POLICY authorized ON "CustomerRelationship" FOR INSERT
  WITH CHECK ("customerId" = current_organization() AND holds_link_from("partnerId"));
CREATE POLICY ended ON "CustomerRelationship" FOR UPDATE
  USING (current_organization() IN ("partnerId", "customerId") AND "endedAt" IS NULL) WITH CHECK ("endedAt" IS NOT NULL);

ALTER TABLE "DelegatedAdministration" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "DelegatedAdministration" FOR SELECT USING (current_organization() IN ("partnerId", "customerId"));
CREATE POLICY granted ON "DelegatedAdministration" FOR INSERT WITH CHECK ("customerId" = current_organization() AND EXISTS (
  SELECT FROM "CustomerRelationship" r WHERE r."id" = "customerRelationshipId" AND r."customerId" = current_organization()
    AND r."partnerId" = "DelegatedAdministration"."partnerId"));
CREATE POLICY removed ON "DelegatedAdministration" FOR UPDATE
  USING (current_organization() IN ("partnerId", "customerId") AND "revokedAt" IS NULL) WITH CHECK ("revokedAt" IS NOT NULL);

ALTER TABLE "CustomerAgreement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "CustomerAgreement" FOR SELECT USING ("customerId" = current_organization() OR serves_customer("customerId"));
CREATE POLICY accepted ON "CustomerAgreement" FOR INSERT WITH CHECK ("customerId" = current_organization());

ALTER TABLE "AuditEvent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "AuditEvent" FOR SELECT USING (current_organization() IN ("actorOrganizationId", "subjectOrganizationId"));
CREATE POLICY written ON "AuditEvent" FOR INSERT WITH CHECK ("actorOrganizationId" = current_organization());

ALTER TABLE "ActivityEntry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "ActivityEntry" FOR SELECT USING ("organizationId" = current_organization());
CREATE POLICY written ON "ActivityEntry" FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM "AuditEvent" e WHERE e."id" = "eventId" AND e."actorOrganizationId" = current_organization()
    AND "ActivityEntry"."organizationId" IN (e."actorOrganizationId", e."subjectOrganizationId")));

-- A letter may be addressed to a person of another organization: that organization, not the writer, can read it.
ALTER TABLE "Mail" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Mail" FOR SELECT USING ("organizationId" = current_organization());
CREATE POLICY written ON "Mail" FOR INSERT WITH CHECK ("organizationId" = current_organization() OR knows_organization("organizationId"));
CREATE POLICY delivered ON "Mail" FOR UPDATE USING ("organizationId" = current_organization());

-- The mailbox stands in for a mail server in demo and development; counters belong to nobody. The application opens the
-- mailbox only in those modes.
ALTER TABLE "MailboxMessage" ENABLE ROW LEVEL SECURITY;
CREATE POLICY opened ON "MailboxMessage" USING (current_setting('app.mailbox', true) = 'open');
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY counters ON "rate_limit" USING (true);

-- The holder of a link may answer it, not rewrite it: everything else of an invitation is the issuer's.
CREATE FUNCTION only_answer_foreign_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answers constant text[] := ARRAY['status', 'uses', 'acceptedAt', 'declinedAt', 'declinedByName', 'declineReason'];
BEGIN
  IF row_security_active('"Invitation"'::regclass) AND NEW."issuerOrganizationId" IS DISTINCT FROM current_organization() AND (
    to_jsonb(NEW) - answers <> to_jsonb(OLD) - answers OR NEW."status" NOT IN ('active', 'accepted', 'declined') OR NEW."uses" < OLD."uses")
  THEN
    RAISE EXCEPTION 'an invitation of another organization can only be answered' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_answer BEFORE UPDATE ON "Invitation" FOR EACH ROW EXECUTE FUNCTION only_answer_foreign_invitation();

-- 7. Doors for those who have no organization yet, and searches that apply the tenant themselves.
-- Who a session token belongs to. Only a live session of an enabled person answers.
CREATE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE (
  "sessionId" uuid, "lastSeenAt" timestamptz, "userId" uuid, "email" text, "fullName" text, "roles" text[], "locale" text, "theme" text,
  "timeZone" text, "mustChangePassword" boolean, "organizationId" uuid, "organizationKind" text, "organizationName" text,
  "organizationDomain" text, "region" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."lastSeenAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword", o.id, o.kind::text, o.name, o.domain, o.region
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL
$$;

CREATE FUNCTION touch_session(token_hash text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = token_hash AND "revokedAt" IS NULL
$$;

CREATE FUNCTION sign_in_candidate(sign_in_email text) RETURNS TABLE (
  "userId" uuid, "organizationId" uuid, "passwordHash" text, "mustChangePassword" boolean, "temporaryPasswordExpiresAt" timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u."organizationId", u."passwordHash", u."mustChangePassword", u."temporaryPasswordExpiresAt"
  FROM "User" u WHERE u.email = sign_in_email AND u."disabledAt" IS NULL
$$;

-- For somebody who changes their password: one person of the current organization.
CREATE FUNCTION own_password_hash(person uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT u."passwordHash" FROM "User" u WHERE u.id = person AND u."organizationId" = current_organization() $$;

-- What nobody needs any longer: spent counters, set-ups that were never confirmed, ended sessions.
CREATE FUNCTION forget_what_has_lapsed() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "rate_limit" WHERE expire < extract(epoch from now()) * 1000;
  DELETE FROM "AccountSetup" WHERE "expiresAt" < now() - interval '1 day';
  DELETE FROM "Session" WHERE "expiresAt" < now() - interval '30 days';
$$;

CREATE FUNCTION is_installed() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM "Organization") $$;

-- Transactional outbox: the queue's own function, for a role that has no rights in the queue.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key, max_attempts => 20);
END $$;

CREATE FUNCTION like_pattern(term text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;

-- The ids of one page of the current organization's customers whose name or domain contains the term.
CREATE FUNCTION search_customers(term text, shared_with uuid, from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A filter by partner works only for a partner in an active partnership.
  IF shared_with IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Partnership" p WHERE p."endedAt" IS NULL
      AND ((p."providerId" = current_organization() AND p."resellerId" = shared_with)
        OR (p."resellerId" = current_organization() AND p."providerId" = shared_with))) THEN
    RETURN;
  END IF;
  IF backward THEN
    RETURN QUERY SELECT r.id FROM "CustomerRelationship" r
      WHERE r."partnerId" = current_organization() AND r."endedAt" IS NULL AND (term IS NULL OR r."customerSearch" LIKE like_pattern(term))
        AND (shared_with IS NULL OR EXISTS (SELECT FROM "CustomerRelationship" o
             WHERE o."customerId" = r."customerId" AND o."partnerId" = shared_with AND o."endedAt" IS NULL))
        AND (r."customerSortName", r.id) < (from_name, from_id)
      ORDER BY r."customerSortName" DESC, r.id DESC LIMIT page_size;
  ELSE
    RETURN QUERY SELECT r.id FROM "CustomerRelationship" r
      WHERE r."partnerId" = current_organization() AND r."endedAt" IS NULL AND (term IS NULL OR r."customerSearch" LIKE like_pattern(term))
        AND (shared_with IS NULL OR EXISTS (SELECT FROM "CustomerRelationship" o
             WHERE o."customerId" = r."customerId" AND o."partnerId" = shared_with AND o."endedAt" IS NULL))
        AND (from_name IS NULL OR (r."customerSortName", r.id) > (from_name, from_id))
      ORDER BY r."customerSortName", r.id LIMIT page_size;
  END IF;
END $$;

-- How many customers a provider shares with a reseller, counted no further than needed.
CREATE FUNCTION count_shared_customers(reseller uuid, at_most int) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM (
    SELECT FROM "CustomerRelationship" theirs
    JOIN "CustomerRelationship" ours ON ours."customerId" = theirs."customerId" AND ours."partnerId" = current_organization() AND ours."endedAt" IS NULL
    WHERE theirs."partnerId" = reseller AND theirs."endedAt" IS NULL
      AND EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."resellerId" = reseller AND p."endedAt" IS NULL)
    LIMIT at_most) shared
$$;

CREATE FUNCTION search_resellers(term text, from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF backward THEN
    RETURN QUERY SELECT p.id FROM "Partnership" p
      WHERE p."providerId" = current_organization() AND p."endedAt" IS NULL AND p."resellerSearch" LIKE like_pattern(term)
        AND (p."resellerSortName", p.id) < (from_name, from_id)
      ORDER BY p."resellerSortName" DESC, p.id DESC LIMIT page_size;
  ELSE
    RETURN QUERY SELECT p.id FROM "Partnership" p
      WHERE p."providerId" = current_organization() AND p."endedAt" IS NULL AND p."resellerSearch" LIKE like_pattern(term)
        AND (from_name IS NULL OR (p."resellerSortName", p.id) > (from_name, from_id))
      ORDER BY p."resellerSortName", p.id LIMIT page_size;
  END IF;
END $$;

CREATE FUNCTION search_providers(term text, from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF backward THEN
    RETURN QUERY SELECT p.id FROM "Partnership" p
      WHERE p."resellerId" = current_organization() AND p."endedAt" IS NULL AND p."providerSearch" LIKE like_pattern(term)
        AND (p."providerSortName", p.id) < (from_name, from_id)
      ORDER BY p."providerSortName" DESC, p.id DESC LIMIT page_size;
  ELSE
    RETURN QUERY SELECT p.id FROM "Partnership" p
      WHERE p."resellerId" = current_organization() AND p."endedAt" IS NULL AND p."providerSearch" LIKE like_pattern(term)
        AND (from_name IS NULL OR (p."providerSortName", p.id) > (from_name, from_id))
      ORDER BY p."providerSortName", p.id LIMIT page_size;
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION touch_session, session_actor, sign_in_candidate, own_password_hash, enqueue_job, forget_what_has_lapsed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION touch_session, session_actor, sign_in_candidate, own_password_hash, enqueue_job, forget_what_has_lapsed TO tandem_application;
