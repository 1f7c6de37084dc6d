-- CreateEnum
CREATE TYPE "VettingStatus" AS ENUM ('None', 'Pending', 'Authorized', 'Rejected');

-- CreateEnum
CREATE TYPE "PasswordLinkPurpose" AS ENUM ('activation', 'reset');

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "requiresSecondFactor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "vettingStatus" "VettingStatus" NOT NULL DEFAULT 'Authorized';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalProfile" (
    "organizationId" UUID NOT NULL,
    "addressLine1" TEXT NOT NULL,
    "addressLine2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postalCode" TEXT,
    "registrationNumber" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LegalProfile_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SupportProfile" (
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "website" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupportProfile_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "encryptedSecret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "PasswordLinkPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notification_userId_id_idx" ON "Notification"("userId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_codeHash_key" ON "RecoveryCode"("codeHash");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordLink_userId_idx" ON "PasswordLink"("userId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalProfile" ADD CONSTRAINT "LegalProfile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportProfile" ADD CONSTRAINT "SupportProfile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Rights of the application's role.
GRANT SELECT, INSERT ON "LegalProfile", "SupportProfile", "SecondFactor", "RecoveryCode", "PasswordLink", "Notification" TO tandem_application;
GRANT UPDATE ("addressLine1", "addressLine2", "city", "state", "postalCode", "registrationNumber", "updatedAt") ON "LegalProfile" TO tandem_application;
GRANT UPDATE ("email", "phone", "website", "updatedAt") ON "SupportProfile" TO tandem_application;
GRANT UPDATE ("encryptedSecret", "createdAt", "confirmedAt", "lastStep"), DELETE ON "SecondFactor" TO tandem_application;
GRANT UPDATE ("usedAt"), DELETE ON "RecoveryCode" TO tandem_application;
GRANT UPDATE ("usedAt", "replacedAt") ON "PasswordLink" TO tandem_application;
GRANT UPDATE ("readAt") ON "Notification" TO tandem_application;
GRANT UPDATE ("confirmedAt") ON "Session" TO tandem_application;
GRANT UPDATE ("name", "mpnId", "contactName", "contactEmail", "contactPhone", "vettingStatus", "requiresSecondFactor") ON "Organization" TO tandem_application;
CREATE UNIQUE INDEX "PasswordLink_current" ON "PasswordLink" ("userId") WHERE "usedAt" IS NULL AND "replacedAt" IS NULL;

-- 2. Wall two: row-level security.
-- The operator of the portal answers for who takes part in it: it may read every organization, and decides on its standing.
CREATE POLICY operated ON "Organization" FOR SELECT USING (is_operator());
CREATE POLICY own ON "Organization" FOR UPDATE USING ("id" = current_organization());
CREATE POLICY decided ON "Organization" FOR UPDATE USING (is_operator());

-- Nobody verifies itself: on its own an organization only ever asks for a review.
CREATE FUNCTION only_operator_verifies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('"Organization"'::regclass) AND NOT is_operator() AND NEW."vettingStatus" <> 'Pending' THEN
    RAISE EXCEPTION 'only the operator decides about a verification' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_operator_verifies BEFORE UPDATE ON "Organization" FOR EACH ROW
  WHEN (NEW."vettingStatus" IS DISTINCT FROM OLD."vettingStatus") EXECUTE FUNCTION only_operator_verifies();

ALTER TABLE "LegalProfile" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "LegalProfile" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY added ON "LegalProfile" FOR INSERT WITH CHECK ("organizationId" = current_organization());
CREATE POLICY own ON "LegalProfile" FOR UPDATE USING ("organizationId" = current_organization());

ALTER TABLE "SupportProfile" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "SupportProfile" FOR SELECT
  USING ("organizationId" = current_organization() OR knows_organization("organizationId") OR is_operator());
CREATE POLICY added ON "SupportProfile" FOR INSERT WITH CHECK ("organizationId" = current_organization());
CREATE POLICY own ON "SupportProfile" FOR UPDATE USING ("organizationId" = current_organization());

ALTER TABLE "SecondFactor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "SecondFactor" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "SecondFactor"."organizationId" = u."organizationId"));
ALTER TABLE "RecoveryCode" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "RecoveryCode" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "RecoveryCode"."organizationId" = u."organizationId"));

ALTER TABLE "PasswordLink" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "PasswordLink" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "PasswordLink"."organizationId" = u."organizationId"));
CREATE POLICY held ON "PasswordLink" FOR SELECT USING ("tokenHash" = current_key());

ALTER TABLE "Notification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "Notification" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "Notification"."organizationId" = u."organizationId"));

-- 3. Telling people of another organization, who cannot be read from here: whoever holds one of the roles there. Only for
-- organizations that know each other, and between the operator and anybody.
-- An identifier of version 7: such identifiers grow with time. PostgreSQL has its own from version 18 on only.
CREATE FUNCTION identifier_at(moment timestamptz) RETURNS uuid LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send(floor(extract(epoch FROM moment) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
CREATE FUNCTION notify_holders(organization uuid, wanted text[], notice text, named jsonb, leads_to text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Notification" ("id", "organizationId", "userId", "kind", "parameters", "path", "createdAt")
  SELECT identifier_at(at), u."organizationId", u.id, notice, named, leads_to, at
  FROM "User" u JOIN "Organization" o ON o.id = u."organizationId"
  WHERE u."organizationId" = organization AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL AND u.roles::text[] && wanted
    AND (organization = current_organization() OR knows_organization(organization) OR is_operator() OR o.kind = 'operator')
$$;

-- 4. Who a session token belongs to: also whether the organization is verified, when its person last proved to be it, whether
-- a second factor is owed, and how much is unread.
DROP FUNCTION session_actor(text, interval);
CREATE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE (
  "sessionId" uuid, "lastSeenAt" timestamptz, "confirmedAt" timestamptz, "userId" uuid, "email" text, "fullName" text, "roles" text[],
  "locale" text, "theme" text, "timeZone" text, "mustChangePassword" boolean, "mustAddSecondFactor" boolean, "unread" int,
  "organizationId" uuid, "organizationKind" text, "organizationName" text, "organizationDomain" text, "region" text, "vettingStatus" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."lastSeenAt", s."confirmedAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword",
         o."requiresSecondFactor" AND NOT EXISTS (SELECT FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL),
         (SELECT count(*)::int FROM (SELECT FROM "Notification" n WHERE n."userId" = u.id AND n."readAt" IS NULL LIMIT 100) unread),
         o.id, o.kind::text, o.name, o.domain, o.region, o."vettingStatus"::text
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;
-- Few rows wait to be read; the count above touches no others.
CREATE INDEX "Notification_unread" ON "Notification" ("userId") WHERE "readAt" IS NULL;
REVOKE EXECUTE ON FUNCTION session_actor, notify_holders FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_actor, notify_holders TO tandem_application;
