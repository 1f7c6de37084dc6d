-- CreateEnum
CREATE TYPE "InvitationRequestStatus" AS ENUM ('pending', 'invited', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "ProviderCard" (
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mpnId" TEXT,
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL DEFAULT '',
    "descriptionRu" TEXT NOT NULL DEFAULT '',
    "programmesEn" TEXT NOT NULL DEFAULT '',
    "programmesRu" TEXT NOT NULL DEFAULT '',
    "supportEn" TEXT NOT NULL DEFAULT '',
    "supportRu" TEXT NOT NULL DEFAULT '',
    "services" TEXT[],
    "languages" TEXT[],
    "countries" TEXT[],
    "website" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactPhone" TEXT,
    "logoDigest" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedByName" TEXT NOT NULL,

    CONSTRAINT "ProviderCard_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "ProviderLogo" (
    "organizationId" UUID NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProviderLogo_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "InvitationRequest" (
    "id" UUID NOT NULL,
    "status" "InvitationRequestStatus" NOT NULL DEFAULT 'pending',
    "resellerId" UUID NOT NULL,
    "resellerName" TEXT NOT NULL,
    "resellerDomain" TEXT NOT NULL,
    "resellerCountry" CHAR(2) NOT NULL,
    "resellerMpnId" TEXT,
    "providerId" UUID NOT NULL,
    "providerName" TEXT NOT NULL,
    "askedByUserId" UUID NOT NULL,
    "askedByName" TEXT NOT NULL,
    "askedByEmail" TEXT NOT NULL,
    "askedByLocale" "Locale" NOT NULL,
    "message" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredByName" TEXT,
    "answer" TEXT,
    "invitationId" UUID,

    CONSTRAINT "InvitationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownCustomer" (
    "id" UUID NOT NULL,
    "resellerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "microsoftId" UUID,
    "contactName" TEXT,
    "contactEmail" TEXT,
    "relationship" TEXT,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedByName" TEXT NOT NULL,

    CONSTRAINT "KnownCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InvitationRequest_resellerId_id_idx" ON "InvitationRequest"("resellerId", "id");

-- CreateIndex
CREATE INDEX "InvitationRequest_providerId_id_idx" ON "InvitationRequest"("providerId", "id");

-- CreateIndex
CREATE INDEX "InvitationRequest_providerId_status_id_idx" ON "InvitationRequest"("providerId", "status", "id");

-- CreateIndex
CREATE INDEX "KnownCustomer_resellerId_sortName_id_idx" ON "KnownCustomer"("resellerId", "sortName", "id");

-- CreateIndex
CREATE UNIQUE INDEX "KnownCustomer_resellerId_domain_key" ON "KnownCustomer"("resellerId", "domain");

-- AddForeignKey
ALTER TABLE "ProviderCard" ADD CONSTRAINT "ProviderCard_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderLogo" ADD CONSTRAINT "ProviderLogo_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "ProviderCard"("organizationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationRequest" ADD CONSTRAINT "InvitationRequest_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationRequest" ADD CONSTRAINT "InvitationRequest_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownCustomer" ADD CONSTRAINT "KnownCustomer_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Indexes with a reason of their own.
-- One request of a reseller waits for an answer of one provider.
CREATE UNIQUE INDEX "InvitationRequest_pending" ON "InvitationRequest" ("resellerId", "providerId") WHERE "status" = 'pending';
-- The directory in name order, and its search.
CREATE INDEX "ProviderCard_directory" ON "ProviderCard" ("sortName", "organizationId") WHERE "publishedAt" IS NOT NULL;
CREATE INDEX "ProviderCard_search" ON "ProviderCard" USING gin ("search" gin_trgm_ops) WHERE "publishedAt" IS NOT NULL;
CREATE INDEX "KnownCustomer_search" ON "KnownCustomer" USING gin ("resellerId", "search" gin_trgm_ops) WHERE "search" IS NOT NULL;
-- Whether a known customer has become a customer.
CREATE INDEX "CustomerRelationship_domain" ON "CustomerRelationship" ("partnerId", "customerDomain") WHERE "endedAt" IS NULL;

-- 2. Rights of the application's role.
GRANT SELECT, INSERT ON "ProviderCard", "ProviderLogo", "InvitationRequest", "KnownCustomer" TO tandem_application;
GRANT UPDATE ("name", "mpnId", "sortName", "search", "descriptionEn", "descriptionRu", "programmesEn", "programmesRu", "supportEn", "supportRu",
  "services", "languages", "countries", "website", "contactName", "contactEmail", "contactPhone", "logoDigest", "publishedAt", "updatedAt",
  "updatedByName") ON "ProviderCard" TO tandem_application;
GRANT UPDATE ("contentType", "bytes", "createdAt"), DELETE ON "ProviderLogo" TO tandem_application;
GRANT UPDATE ("status", "answeredAt", "answeredByName", "answer", "invitationId") ON "InvitationRequest" TO tandem_application;
GRANT UPDATE ("name", "sortName", "search", "microsoftId", "contactName", "contactEmail", "relationship", "importedAt", "importedByName"),
  DELETE ON "KnownCustomer" TO tandem_application;

-- 3. Questions that policies and the domain ask of other tables.
-- Whether everybody may read a provider's card: published, and its organization takes part.
CREATE FUNCTION is_listed(organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ProviderCard" c JOIN "Organization" o ON o.id = c."organizationId"
                 WHERE c."organizationId" = organization AND c."publishedAt" IS NOT NULL
                   AND o.kind = 'provider' AND o."vettingStatus" = 'Authorized')
$$;
-- Whether the current organization asked this one for an invitation, or was asked by it: they may write to each other.
CREATE FUNCTION asked_for_invitation(organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "InvitationRequest" r WHERE r."resellerId" = current_organization() AND r."providerId" = organization)
      OR EXISTS (SELECT FROM "InvitationRequest" r WHERE r."providerId" = current_organization() AND r."resellerId" = organization)
$$;
-- Whether an invitation of that provider waits in a mailbox of the current organization: at its domain or of its people.
CREATE FUNCTION is_invited_by(provider uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Invitation" i
    WHERE i."issuerOrganizationId" = provider AND i."kind" = 'partnership' AND i."status" = 'active' AND i."expiresAt" > at
      AND (split_part(i."addressee", '@', 2) = (SELECT o."domain" FROM "Organization" o WHERE o.id = current_organization())
        OR EXISTS (SELECT FROM "User" u WHERE u."email" = i."addressee" AND u."organizationId" = current_organization() AND u."deletedAt" IS NULL)))
$$;

-- 4. Wall two: row-level security.
ALTER TABLE "ProviderCard" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "ProviderCard" FOR SELECT USING ("organizationId" = current_organization());
CREATE POLICY listed ON "ProviderCard" FOR SELECT USING ("publishedAt" IS NOT NULL AND is_listed("organizationId"));
CREATE POLICY written ON "ProviderCard" FOR INSERT WITH CHECK ("organizationId" = current_organization() AND EXISTS (
  SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'provider'));
CREATE POLICY changed ON "ProviderCard" FOR UPDATE USING ("organizationId" = current_organization());

ALTER TABLE "ProviderLogo" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "ProviderLogo" USING ("organizationId" = current_organization());
CREATE POLICY listed ON "ProviderLogo" FOR SELECT USING (is_listed("organizationId"));

ALTER TABLE "InvitationRequest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "InvitationRequest" FOR SELECT USING (current_organization() IN ("resellerId", "providerId"));
CREATE POLICY asked ON "InvitationRequest" FOR INSERT WITH CHECK ("resellerId" = current_organization() AND "status" = 'pending'
  AND is_listed("providerId") AND EXISTS (SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'reseller'));
-- An answer is final.
CREATE POLICY answered ON "InvitationRequest" FOR UPDATE USING ("providerId" = current_organization() AND "status" = 'pending')
  WITH CHECK ("providerId" = current_organization() AND "status" IN ('invited', 'declined'));
CREATE POLICY withdrawn ON "InvitationRequest" FOR UPDATE USING ("resellerId" = current_organization() AND "status" = 'pending')
  WITH CHECK ("resellerId" = current_organization() AND "status" = 'withdrawn');

ALTER TABLE "KnownCustomer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "KnownCustomer" USING ("resellerId" = current_organization())
  WITH CHECK ("resellerId" = current_organization() AND EXISTS (
    SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'reseller'));

-- The two sides of a request do not know each other yet, and still hear of it.
CREATE POLICY asked ON "Mail" FOR INSERT WITH CHECK (asked_for_invitation("organizationId"));
CREATE OR REPLACE FUNCTION notify_holders(organization uuid, wanted text[], notice text, named jsonb, leads_to text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Notification" ("id", "organizationId", "userId", "kind", "parameters", "path", "createdAt")
  SELECT identifier_at(at), u."organizationId", u.id, notice, named, leads_to, at
  FROM "User" u JOIN "Organization" o ON o.id = u."organizationId"
  WHERE u."organizationId" = organization AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL AND u.roles::text[] && wanted
    AND (organization = current_organization() OR knows_organization(organization) OR asked_for_invitation(organization)
      OR is_operator() OR o.kind = 'operator')
$$;

-- 5. Whoever has become a partner asks for no invitation any more.
CREATE FUNCTION settle_invitation_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "InvitationRequest" SET "status" = 'invited', "answeredAt" = NEW."startedAt"
  WHERE "providerId" = NEW."providerId" AND "resellerId" = NEW."resellerId" AND "status" = 'pending';
  RETURN NULL;
END $$;
CREATE TRIGGER settle_invitation_request AFTER INSERT ON "Partnership" FOR EACH ROW EXECUTE FUNCTION settle_invitation_request();

-- 6. Lists. Behind row-level security a substring and an array cannot use an index; these apply the rule themselves.
CREATE FUNCTION search_provider_cards(term text, served text, spoken text, offered text, from_name text, from_id uuid, backward boolean, page_size int)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF backward THEN
    RETURN QUERY SELECT c."organizationId" FROM "ProviderCard" c
      WHERE c."publishedAt" IS NOT NULL AND is_listed(c."organizationId") AND (term IS NULL OR c."search" LIKE like_pattern(term))
        AND (served IS NULL OR served = ANY (c."countries")) AND (spoken IS NULL OR spoken = ANY (c."languages"))
        AND (offered IS NULL OR offered = ANY (c."services"))
        AND (c."sortName", c."organizationId") < (from_name, from_id)
      ORDER BY c."sortName" DESC, c."organizationId" DESC LIMIT page_size;
  ELSE
    RETURN QUERY SELECT c."organizationId" FROM "ProviderCard" c
      WHERE c."publishedAt" IS NOT NULL AND is_listed(c."organizationId") AND (term IS NULL OR c."search" LIKE like_pattern(term))
        AND (served IS NULL OR served = ANY (c."countries")) AND (spoken IS NULL OR spoken = ANY (c."languages"))
        AND (offered IS NULL OR offered = ANY (c."services"))
        AND (from_name IS NULL OR (c."sortName", c."organizationId") > (from_name, from_id))
      ORDER BY c."sortName", c."organizationId" LIMIT page_size;
  END IF;
END $$;

-- Known and unconnected: whoever became a customer, by its domain or its directory, is none of them.
CREATE FUNCTION is_unconnected(known "KnownCustomer") RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM "CustomerRelationship" r
                     WHERE r."partnerId" = known."resellerId" AND r."customerDomain" = known."domain" AND r."endedAt" IS NULL)
     AND NOT EXISTS (SELECT FROM "CustomerRelationship" r
                     WHERE r."partnerId" = known."resellerId" AND r."customerId" = known."microsoftId" AND r."endedAt" IS NULL)
$$;
CREATE FUNCTION search_known_customers(term text, from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF backward THEN
    RETURN QUERY SELECT k.id FROM "KnownCustomer" k
      WHERE k."resellerId" = current_organization() AND (term IS NULL OR k."search" LIKE like_pattern(term)) AND is_unconnected(k)
        AND (k."sortName", k.id) < (from_name, from_id)
      ORDER BY k."sortName" DESC, k.id DESC LIMIT page_size;
  ELSE
    RETURN QUERY SELECT k.id FROM "KnownCustomer" k
      WHERE k."resellerId" = current_organization() AND (term IS NULL OR k."search" LIKE like_pattern(term)) AND is_unconnected(k)
        AND (from_name IS NULL OR (k."sortName", k.id) > (from_name, from_id))
      ORDER BY k."sortName", k.id LIMIT page_size;
  END IF;
END $$;
CREATE FUNCTION count_known_customers(at_most int) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM (SELECT FROM "KnownCustomer" k WHERE k."resellerId" = current_organization() AND is_unconnected(k) LIMIT at_most) counted
$$;
