-- CreateEnum
CREATE TYPE "VerificationStatus" AS ENUM ('AwaitingContact', 'InReview', 'Authorized', 'Rejected');

-- CreateEnum
CREATE TYPE "VerificationCheckKind" AS ENUM ('EmailOwnership', 'EmailDomain', 'EmploymentVerification', 'BusinessVerification');

-- CreateEnum
CREATE TYPE "VerificationCheckStatus" AS ENUM ('Waiting', 'Passed', 'Failed');

-- CreateEnum
CREATE TYPE "VerificationEntryKind" AS ENUM ('Opened', 'LetterSent', 'ContactChanged', 'ContactConfirmed', 'EvidenceAdded', 'DataChanged', 'CheckPassed', 'CheckFailed', 'CheckReopened', 'ReviewAsked', 'Commented', 'Authorized', 'Rejected');

-- CreateTable
CREATE TABLE "VerificationCase" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "status" "VerificationStatus" NOT NULL DEFAULT 'AwaitingContact',
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed" TEXT[],
    "locale" "Locale" NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "decidedByName" TEXT,
    "reason" TEXT,

    CONSTRAINT "VerificationCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationCheck" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "kind" "VerificationCheckKind" NOT NULL,
    "status" "VerificationCheckStatus" NOT NULL DEFAULT 'Waiting',
    "note" TEXT,
    "byName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VerificationCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactConfirmation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "organizationName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationEvidence" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "check" "VerificationCheckKind" NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerificationEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationEvidenceContent" (
    "evidenceId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "VerificationEvidenceContent_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "VerificationEntry" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "kind" "VerificationEntryKind" NOT NULL,
    "check" "VerificationCheckKind",
    "text" TEXT,
    "authorName" TEXT,
    "byOperator" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerificationEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VerificationCase_organizationId_id_idx" ON "VerificationCase"("organizationId", "id");

-- CreateIndex
CREATE INDEX "VerificationCase_status_statusSince_id_idx" ON "VerificationCase"("status", "statusSince", "id");

-- CreateIndex
CREATE INDEX "VerificationCheck_organizationId_idx" ON "VerificationCheck"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationCheck_caseId_kind_key" ON "VerificationCheck"("caseId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ContactConfirmation_tokenHash_key" ON "ContactConfirmation"("tokenHash");

-- CreateIndex
CREATE INDEX "ContactConfirmation_caseId_idx" ON "ContactConfirmation"("caseId");

-- CreateIndex
CREATE INDEX "ContactConfirmation_organizationId_idx" ON "ContactConfirmation"("organizationId");

-- CreateIndex
CREATE INDEX "VerificationEvidence_caseId_id_idx" ON "VerificationEvidence"("caseId", "id");

-- CreateIndex
CREATE INDEX "VerificationEvidence_organizationId_idx" ON "VerificationEvidence"("organizationId");

-- CreateIndex
CREATE INDEX "VerificationEvidenceContent_organizationId_idx" ON "VerificationEvidenceContent"("organizationId");

-- CreateIndex
CREATE INDEX "VerificationEntry_caseId_id_idx" ON "VerificationEntry"("caseId", "id");

-- CreateIndex
CREATE INDEX "VerificationEntry_organizationId_idx" ON "VerificationEntry"("organizationId");

-- CreateIndex
CREATE INDEX "Organization_kind_id_idx" ON "Organization"("kind", "id");

-- AddForeignKey
ALTER TABLE "VerificationCase" ADD CONSTRAINT "VerificationCase_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationCheck" ADD CONSTRAINT "VerificationCheck_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "VerificationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactConfirmation" ADD CONSTRAINT "ContactConfirmation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "VerificationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationEvidence" ADD CONSTRAINT "VerificationEvidence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "VerificationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationEvidenceContent" ADD CONSTRAINT "VerificationEvidenceContent_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "VerificationEvidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationEntry" ADD CONSTRAINT "VerificationEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "VerificationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. One verification of a company is under way at a time; a rejected one is taken up again rather than begun anew.
CREATE UNIQUE INDEX "VerificationCase_unsettled" ON "VerificationCase" ("organizationId") WHERE "status" <> 'Authorized';
CREATE UNIQUE INDEX "ContactConfirmation_current" ON "ContactConfirmation" ("caseId") WHERE "confirmedAt" IS NULL AND "replacedAt" IS NULL;
-- The operator searches among all organizations.
CREATE INDEX "Organization_name_search" ON "Organization" USING gin ("name" gin_trgm_ops) WHERE "name" IS NOT NULL;
CREATE INDEX "Organization_domain_search" ON "Organization" USING gin ("domain" gin_trgm_ops) WHERE "domain" IS NOT NULL;

-- 2. Rights of the application's role. Changing is granted by column: what was sent, said and found stays.
GRANT SELECT, INSERT ON "VerificationCase", "VerificationCheck", "ContactConfirmation", "VerificationEvidence",
  "VerificationEvidenceContent", "VerificationEntry" TO tandem_application;
GRANT UPDATE ("status", "statusSince", "changed", "submittedAt", "decidedAt", "decidedByName", "reason") ON "VerificationCase" TO tandem_application;
GRANT UPDATE ("status", "note", "byName", "decidedAt") ON "VerificationCheck" TO tandem_application;
GRANT UPDATE ("confirmedAt", "replacedAt") ON "ContactConfirmation" TO tandem_application;

-- 3. Wall two: row-level security. A verification is between a company and the operator.
ALTER TABLE "VerificationCase" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "VerificationCase" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY opened ON "VerificationCase" FOR INSERT WITH CHECK ("organizationId" = current_organization());
CREATE POLICY own ON "VerificationCase" FOR UPDATE USING ("organizationId" = current_organization());
CREATE POLICY decided ON "VerificationCase" FOR UPDATE USING (is_operator());

ALTER TABLE "VerificationCheck" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "VerificationCheck" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY added ON "VerificationCheck" FOR INSERT WITH CHECK ("organizationId" = current_organization() AND EXISTS (
  SELECT FROM "VerificationCase" c WHERE c.id = "caseId" AND c."organizationId" = "VerificationCheck"."organizationId"));
CREATE POLICY own ON "VerificationCheck" FOR UPDATE USING ("organizationId" = current_organization());
CREATE POLICY judged ON "VerificationCheck" FOR UPDATE USING (is_operator());

ALTER TABLE "ContactConfirmation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "ContactConfirmation" USING ("organizationId" = current_organization())
  WITH CHECK ("organizationId" = current_organization() AND EXISTS (
    SELECT FROM "VerificationCase" c WHERE c.id = "caseId" AND c."organizationId" = "ContactConfirmation"."organizationId"));
CREATE POLICY held ON "ContactConfirmation" FOR SELECT USING ("tokenHash" = current_key());

ALTER TABLE "VerificationEvidence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "VerificationEvidence" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY sent ON "VerificationEvidence" FOR INSERT WITH CHECK ("organizationId" = current_organization() AND EXISTS (
  SELECT FROM "VerificationCase" c WHERE c.id = "caseId" AND c."organizationId" = "VerificationEvidence"."organizationId"));
ALTER TABLE "VerificationEvidenceContent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "VerificationEvidenceContent" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY sent ON "VerificationEvidenceContent" FOR INSERT WITH CHECK ("organizationId" = current_organization() AND EXISTS (
  SELECT FROM "VerificationEvidence" e WHERE e.id = "evidenceId" AND e."organizationId" = "VerificationEvidenceContent"."organizationId"));

ALTER TABLE "VerificationEntry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "VerificationEntry" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY written ON "VerificationEntry" FOR INSERT
  WITH CHECK (CASE WHEN "byOperator" THEN is_operator() ELSE "organizationId" = current_organization() END AND EXISTS (
    SELECT FROM "VerificationCase" c WHERE c.id = "caseId" AND c."organizationId" = "VerificationEntry"."organizationId"));

-- The operator writes to whoever it verifies or invites.
CREATE POLICY operated ON "Mail" FOR INSERT WITH CHECK (is_operator());

-- Nobody decides about its own verification: a company may only wait. What its primary contact answers counts in the very
-- transaction that holds the contact's link.
CREATE FUNCTION only_operator_decides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('"VerificationCase"'::regclass) AND NOT is_operator() AND NEW."status" IN ('Authorized', 'Rejected') THEN
    RAISE EXCEPTION 'only the operator decides about a verification' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_operator_decides BEFORE INSERT ON "VerificationCase" FOR EACH ROW EXECUTE FUNCTION only_operator_decides();
CREATE TRIGGER only_operator_changes BEFORE UPDATE ON "VerificationCase" FOR EACH ROW
  WHEN (NEW."status" IS DISTINCT FROM OLD."status") EXECUTE FUNCTION only_operator_decides();
CREATE FUNCTION only_operator_judges() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('"VerificationCheck"'::regclass) AND NOT is_operator() AND NEW."status" <> 'Waiting' AND NOT (
    NEW."status" = 'Passed' AND NEW."kind" IN ('EmailOwnership', 'EmailDomain') AND EXISTS (
      SELECT FROM "ContactConfirmation" l WHERE l."tokenHash" = current_key() AND l."caseId" = NEW."caseId" AND l."replacedAt" IS NULL)) THEN
    RAISE EXCEPTION 'only the operator judges a check' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_operator_judges BEFORE INSERT ON "VerificationCheck" FOR EACH ROW EXECUTE FUNCTION only_operator_judges();
CREATE TRIGGER only_operator_changes BEFORE UPDATE ON "VerificationCheck" FOR EACH ROW
  WHEN (NEW."status" IS DISTINCT FROM OLD."status") EXECUTE FUNCTION only_operator_judges();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "VerificationEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 4. Who runs the portal: every company may know, because it writes to it.
CREATE FUNCTION portal_operators() RETURNS TABLE ("id" uuid, "name" text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT o.id, o.name FROM "Organization" o WHERE o.kind = 'operator' ORDER BY o.id $$;

-- 5. What the operator sees of organizations beyond their own rows. Each answers to the operator alone.
CREATE FUNCTION search_organizations(term text, wanted text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_operator() THEN RETURN; END IF;
  IF backward THEN
    RETURN QUERY SELECT o.id FROM "Organization" o
      WHERE (o.name ILIKE like_pattern(term) OR o.domain LIKE like_pattern(lower(term))) AND (wanted IS NULL OR o.kind::text = wanted) AND o.id > from_id
      ORDER BY o.id LIMIT page_size;
  ELSE
    RETURN QUERY SELECT o.id FROM "Organization" o
      WHERE (o.name ILIKE like_pattern(term) OR o.domain LIKE like_pattern(lower(term))) AND (wanted IS NULL OR o.kind::text = wanted)
        AND (from_id IS NULL OR o.id < from_id)
      ORDER BY o.id DESC LIMIT page_size;
  END IF;
END $$;

-- How many people an organization has, counted no further than needed, and its Global admins as the operator invited them.
CREATE FUNCTION count_people(organization uuid, at_most int) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM (SELECT FROM "User" u WHERE u."organizationId" = organization AND u."deletedAt" IS NULL AND is_operator() LIMIT at_most) people
$$;
CREATE FUNCTION first_global_admin(organization uuid) RETURNS TABLE ("userId" uuid, "fullName" text, "email" text, "locale" text, "invitedAt" timestamptz, "expiresAt" timestamptz, "activated" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u."fullName", u.email, u.locale::text, l."createdAt", l."expiresAt",
         EXISTS (SELECT FROM "PasswordLink" used WHERE used."userId" = u.id AND used."usedAt" IS NOT NULL) OR l.id IS NULL
  FROM "User" u LEFT JOIN LATERAL (
    SELECT p.id, p."createdAt", p."expiresAt" FROM "PasswordLink" p WHERE p."userId" = u.id AND p.purpose = 'activation' ORDER BY p.id DESC LIMIT 1) l ON true
  WHERE is_operator() AND u."organizationId" = organization AND 'globalAdmin' = ANY (u.roles::text[]) AND u."deletedAt" IS NULL
  ORDER BY u.id LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION portal_operators, search_organizations, count_people, first_global_admin FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_operators, search_organizations, count_people, first_global_admin TO tandem_application;
