-- CreateEnum
CREATE TYPE "SingleSignOnState" AS ENUM ('testing', 'on', 'off');

-- CreateEnum
CREATE TYPE "IssuerErrandPurpose" AS ENUM ('signIn', 'test', 'identity');

-- CreateEnum
CREATE TYPE "IssuerProof" AS ENUM ('oneFactor', 'severalFactors');

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "issuerProof" "IssuerProof";

-- AlterTable
ALTER TABLE "PendingSignIn" ADD COLUMN     "issuerProof" "IssuerProof";

-- CreateTable
CREATE TABLE "SingleSignOn" (
    "organizationId" UUID NOT NULL,
    "state" "SingleSignOnState" NOT NULL DEFAULT 'testing',
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "encryptedSecret" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "testedAt" TIMESTAMPTZ(3),
    "lastTest" JSONB,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SingleSignOn_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SingleSignOnDomain" (
    "domain" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SingleSignOnDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "IssuerIdentity" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IssuerIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IssuerErrand" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "purpose" "IssuerErrandPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "authorizationUrl" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL,
    "userId" UUID,
    "sessionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "IssuerErrand_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SingleSignOnDomain_organizationId_idx" ON "SingleSignOnDomain"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "IssuerIdentity_organizationId_issuer_subject_key" ON "IssuerIdentity"("organizationId", "issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "IssuerIdentity_userId_issuer_key" ON "IssuerIdentity"("userId", "issuer");

-- CreateIndex
CREATE UNIQUE INDEX "IssuerErrand_tokenHash_key" ON "IssuerErrand"("tokenHash");

-- CreateIndex
CREATE INDEX "IssuerErrand_organizationId_idx" ON "IssuerErrand"("organizationId");

-- AddForeignKey
ALTER TABLE "SingleSignOn" ADD CONSTRAINT "SingleSignOn_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SingleSignOnDomain" ADD CONSTRAINT "SingleSignOnDomain_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "SingleSignOn"("organizationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuerIdentity" ADD CONSTRAINT "IssuerIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuerErrand" ADD CONSTRAINT "IssuerErrand_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Rights of the application's role. The sealed secret of an issuer it cannot read from the table: functions hand it out.
GRANT SELECT ("organizationId", "state", "issuer", "clientId", "required", "testedAt", "lastTest", "updatedAt"), INSERT, DELETE
  ON "SingleSignOn" TO tandem_application;
GRANT UPDATE ("state", "issuer", "clientId", "encryptedSecret", "required", "testedAt", "lastTest", "updatedAt") ON "SingleSignOn"
  TO tandem_application;
GRANT SELECT, INSERT, DELETE ON "SingleSignOnDomain", "IssuerIdentity" TO tandem_application;
-- An identity never goes over to somebody else: it is unlinked, and linked anew.
GRANT UPDATE ("lastUsedAt") ON "IssuerIdentity" TO tandem_application;
GRANT SELECT, INSERT ON "IssuerErrand" TO tandem_application;
GRANT UPDATE ("usedAt", "problem") ON "IssuerErrand" TO tandem_application;

-- 2. Which mail domains are an organization's, as the portal has found out: its own domain, unless that is a default domain, which
-- belongs to nobody, or a partner has typed it for a customer; and the domain of a primary contact whose mailbox has answered and
-- whose domain has passed verification.
CREATE FUNCTION verified_domains(organization uuid) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.domain FROM "Organization" o
  WHERE o.id = organization AND o."vettingStatus" = 'Authorized' AND o.domain NOT LIKE '%.onmicrosoft.com'
    AND NOT EXISTS (SELECT FROM "CustomerAccount" a WHERE a."customerId" = o.id AND a."foundedById" IS NOT NULL)
  UNION
  SELECT split_part(confirmed.email, '@', 2) FROM (
    SELECT DISTINCT ON (k."caseId") k."caseId", k.email FROM "ContactConfirmation" k
    WHERE k."organizationId" = organization AND k."confirmedAt" IS NOT NULL ORDER BY k."caseId", k."confirmedAt" DESC
  ) confirmed
  JOIN "VerificationCase" v ON v.id = confirmed."caseId" AND v.status = 'Authorized'
  JOIN "VerificationCheck" c ON c."caseId" = v.id AND c.kind = 'EmailDomain' AND c.status = 'Passed'
  JOIN "Organization" o ON o.id = v."organizationId" AND o."vettingStatus" = 'Authorized'
  WHERE v."organizationId" = organization
$$;

CREATE FUNCTION own_verified_domains() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT verified_domains(current_organization())
$$;

-- 3. Wall two: row-level security.
ALTER TABLE "SingleSignOn" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "SingleSignOn" USING ("organizationId" = current_organization());
ALTER TABLE "SingleSignOnDomain" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "SingleSignOnDomain" USING ("organizationId" = current_organization())
  WITH CHECK ("organizationId" = current_organization() AND "domain" IN (SELECT own_verified_domains()));
ALTER TABLE "IssuerIdentity" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "IssuerIdentity" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "IssuerIdentity"."organizationId" = u."organizationId"));
ALTER TABLE "IssuerErrand" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "IssuerErrand" USING ("organizationId" = current_organization());

-- 4. Doors for those who have no organization yet.
-- Where people of a mail domain sign in.
CREATE FUNCTION single_sign_on_of_domain(wanted text) RETURNS TABLE (
  "organizationId" uuid, "issuer" text, "clientId" text, "encryptedSecret" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."organizationId", s.issuer, s."clientId", s."encryptedSecret"
  FROM "SingleSignOnDomain" d JOIN "SingleSignOn" s ON s."organizationId" = d."organizationId" AND s.state = 'on'
  WHERE d.domain = wanted AND d.domain IN (SELECT verified_domains(d."organizationId"))
$$;

-- The issuer of the organization in hand, with its sealed secret.
CREATE FUNCTION own_single_sign_on() RETURNS TABLE (
  "organizationId" uuid, "state" text, "issuer" text, "clientId" text, "encryptedSecret" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."organizationId", s.state::text, s.issuer, s."clientId", s."encryptedSecret" FROM "SingleSignOn" s
  WHERE s."organizationId" = current_organization()
$$;

-- The browser that comes back from an issuer, by the token of its cookie.
CREATE FUNCTION issuer_errand(token_hash text) RETURNS TABLE (
  "errandId" uuid, "organizationId" uuid, "organizationName" text, "purpose" text, "authorizationUrl" text, "issuer" text,
  "clientId" text, "returnTo" text, "userId" uuid, "sessionId" uuid, "createdAt" timestamptz, "usedAt" timestamptz, "problem" text,
  "state" text, "isCurrent" boolean, "encryptedSecret" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e."organizationId", o.name, e.purpose::text, e."authorizationUrl", e.issuer, e."clientId", e."returnTo", e."userId",
         e."sessionId", e."createdAt", e."usedAt", e.problem, s.state::text,
         s.issuer = e.issuer AND s."clientId" = e."clientId", s."encryptedSecret"
  FROM "IssuerErrand" e JOIN "Organization" o ON o.id = e."organizationId"
  LEFT JOIN "SingleSignOn" s ON s."organizationId" = e."organizationId"
  WHERE e."tokenHash" = token_hash AND e."expiresAt" > now()
$$;

-- Whether somebody can come back with password and second factor should the issuer fail: without that nobody is shut out.
CREATE FUNCTION has_way_back(organization uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "User" u JOIN "SecondFactor" f ON f."userId" = u.id AND f."confirmedAt" IS NOT NULL
    WHERE u."organizationId" = organization AND 'globalAdmin' = ANY (u.roles) AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL)
$$;

CREATE FUNCTION own_way_back() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT has_way_back(current_organization())
$$;

-- Whether passwords are refused to people of a mail domain: the same for whomever there is and is not.
CREATE FUNCTION refuses_passwords(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "SingleSignOnDomain" d JOIN "SingleSignOn" s ON s."organizationId" = d."organizationId"
    WHERE d.domain = wanted AND s.state = 'on' AND s.required AND d.domain IN (SELECT verified_domains(d."organizationId"))
      AND has_way_back(d."organizationId"))
$$;

-- Whether this person has to sign in at the issuer: of a covered domain of their own organization, and not a Global admin with a
-- second factor, who comes back when the issuer fails.
CREATE FUNCTION must_use_issuer(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "User" u JOIN "SingleSignOnDomain" d ON d."organizationId" = u."organizationId" AND d.domain = split_part(u.email, '@', 2)
    WHERE u.id = person AND refuses_passwords(d.domain)
      AND NOT ('globalAdmin' = ANY (u.roles) AND EXISTS (
        SELECT FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL)))
$$;

-- Who a session token belongs to: whom an issuer vouches for owes no new password, and no second factor that the issuer has asked for.
CREATE OR REPLACE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE (
  "sessionId" uuid, "lastSeenAt" timestamptz, "confirmedAt" timestamptz, "userId" uuid, "email" text, "fullName" text, "roles" text[],
  "locale" text, "theme" text, "timeZone" text, "mustChangePassword" boolean, "mustAddSecondFactor" boolean, "hasSecondFactor" boolean,
  "unread" int, "organizationId" uuid, "organizationKind" text, "organizationName" text, "organizationDomain" text, "region" text,
  "vettingStatus" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."lastSeenAt", s."confirmedAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword" AND s."issuerProof" IS NULL,
         o."requiresSecondFactor" AND f."userId" IS NULL AND s."issuerProof" IS DISTINCT FROM 'severalFactors', f."userId" IS NOT NULL,
         (SELECT count(*)::int FROM (SELECT FROM "Notification" n WHERE n."userId" = u.id AND n."readAt" IS NULL LIMIT 100) unread),
         o.id, o.kind::text, o.name, o.domain, o.region, o."vettingStatus"::text
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  LEFT JOIN "SecondFactor" f ON f."userId" = u.id AND f."confirmedAt" IS NOT NULL
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

CREATE OR REPLACE FUNCTION forget_lapsed_proofs() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "PendingSignIn" WHERE "expiresAt" < now() - interval '1 day';
  DELETE FROM "KnownDevice" WHERE "lastUsedAt" < now() - interval '400 days';
  DELETE FROM "PasswordLink" WHERE "expiresAt" < now() - interval '90 days';
  DELETE FROM "SecondFactorDraft" WHERE "createdAt" < now() - interval '1 day';
  DELETE FROM "IssuerErrand" WHERE "expiresAt" < now() - interval '1 day';
$$;

REVOKE EXECUTE ON FUNCTION verified_domains, own_verified_domains, single_sign_on_of_domain, own_single_sign_on,
  issuer_errand, has_way_back, own_way_back, refuses_passwords, must_use_issuer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_verified_domains, single_sign_on_of_domain, own_single_sign_on, issuer_errand, own_way_back,
  refuses_passwords, must_use_issuer TO tandem_application;
