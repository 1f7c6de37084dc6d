-- AlterTable
ALTER TABLE "AccountSetup" ADD COLUMN     "organizationId" UUID,
ALTER COLUMN "invitationId" DROP NOT NULL,
ALTER COLUMN "invitationSalt" DROP NOT NULL;

-- CreateTable
CREATE TABLE "EnrollmentApplication" (
    "organizationId" UUID NOT NULL,
    "membershipUser" TEXT,
    "profiles" JSONB,
    "mpnId" TEXT,
    "inProgram" BOOLEAN NOT NULL DEFAULT false,
    "legalKeptAt" TIMESTAMPTZ(3),
    "contactKeptAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "submittedByName" TEXT,

    CONSTRAINT "EnrollmentApplication_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "MembershipAccount" (
    "id" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MembershipAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MembershipProfile" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "mpnId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "addressLine1" TEXT NOT NULL,
    "city" TEXT,
    "state" TEXT,
    "postalCode" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inProgram" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "MembershipProfile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MembershipAccount_userName_key" ON "MembershipAccount"("userName");

-- CreateIndex
CREATE UNIQUE INDEX "MembershipProfile_mpnId_key" ON "MembershipProfile"("mpnId");

-- CreateIndex
CREATE INDEX "MembershipProfile_accountId_idx" ON "MembershipProfile"("accountId");

-- AddForeignKey
ALTER TABLE "EnrollmentApplication" ADD CONSTRAINT "EnrollmentApplication_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipProfile" ADD CONSTRAINT "MembershipProfile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "MembershipAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. An MPN ID belongs to one organization.
CREATE UNIQUE INDEX "Organization_mpnId" ON "Organization" ("mpnId") WHERE "mpnId" IS NOT NULL;
-- A work account comes from an invitation, or it is that of a company that enrolls.
ALTER TABLE "AccountSetup" ADD CONSTRAINT "AccountSetup_origin"
  CHECK (("invitationId" IS NULL) = ("organizationId" IS NOT NULL) AND ("invitationId" IS NULL) = ("invitationSalt" IS NULL));

-- 2. Rights of the application's role. The membership directory is reached through the functions below only.
GRANT SELECT, INSERT ON "EnrollmentApplication" TO tandem_application;
GRANT UPDATE ("membershipUser", "profiles", "mpnId", "inProgram", "legalKeptAt", "contactKeptAt", "submittedAt", "submittedById", "submittedByName")
  ON "EnrollmentApplication" TO tandem_application;

-- 3. Wall two: row-level security.
ALTER TABLE "EnrollmentApplication" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "EnrollmentApplication" FOR SELECT USING ("organizationId" = current_organization() OR is_operator());
CREATE POLICY begun ON "EnrollmentApplication" FOR INSERT WITH CHECK ("organizationId" = current_organization());
CREATE POLICY own ON "EnrollmentApplication" FOR UPDATE USING ("organizationId" = current_organization());
ALTER TABLE "MembershipAccount" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MembershipProfile" ENABLE ROW LEVEL SECURITY;
-- Of an organization that is yet to be.
CREATE POLICY enrolling ON "AccountSetup" FOR INSERT WITH CHECK ("invitationId" IS NULL AND "organizationId" = current_organization());

-- 4. Questions that go beyond what the tenant may see; each answers with no more than yes or no.
-- Whether somebody has this address already: who enrolls gets the same page either way, only the letter differs.
CREATE FUNCTION has_account(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM "User" u WHERE u.email = wanted) $$;
CREATE FUNCTION mpn_ids_taken(wanted text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT o."mpnId" FROM "Organization" o WHERE o."mpnId" = ANY (wanted) AND o.id IS DISTINCT FROM current_organization() $$;

-- 5. The embedded membership directory.
CREATE FUNCTION membership_candidate(wanted text) RETURNS TABLE ("passwordHash" text, "profiles" jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a."passwordHash", coalesce((
    SELECT jsonb_agg(jsonb_build_object('mpnId', p."mpnId", 'name', p.name, 'country', p.country, 'addressLine1', p."addressLine1",
      'city', p.city, 'state', p.state, 'postalCode', p."postalCode", 'active', p.active, 'inProgram', p."inProgram") ORDER BY p.name, p."mpnId")
    FROM "MembershipProfile" p WHERE p."accountId" = a.id), '[]')
  FROM "MembershipAccount" a WHERE a."userName" = wanted
$$;
-- The operator keeps it. An account that is kept again has the profiles and the password given last.
CREATE FUNCTION keep_membership_account(user_name text, password_hash text, held jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE account uuid;
BEGIN
  IF NOT is_operator() THEN
    RAISE EXCEPTION 'only the operator keeps the membership directory' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO "MembershipAccount" ("id", "userName", "passwordHash") VALUES (gen_random_uuid(), user_name, password_hash)
    ON CONFLICT ("userName") DO UPDATE SET "passwordHash" = excluded."passwordHash" RETURNING "id" INTO account;
  DELETE FROM "MembershipProfile" p WHERE p."accountId" = account;
  INSERT INTO "MembershipProfile" ("id", "accountId", "mpnId", "name", "country", "addressLine1", "city", "state", "postalCode", "active", "inProgram")
    SELECT gen_random_uuid(), account, "mpnId", "name", "country", "addressLine1", "city", "state", "postalCode", "active", "inProgram"
    FROM jsonb_to_recordset(held) AS p ("mpnId" text, "name" text, "country" text, "addressLine1" text, "city" text, "state" text,
      "postalCode" text, "active" boolean, "inProgram" boolean);
END $$;
-- Already in the programme: the word of the directory is as good as a review. Only for the organization of the transaction,
-- once it has pressed Enroll now, and only if the directory says so of the very profile it has chosen.
CREATE FUNCTION authorize_by_directory() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Organization" o SET "vettingStatus" = 'Authorized'
  FROM "EnrollmentApplication" e JOIN "MembershipAccount" a ON a."userName" = e."membershipUser"
    JOIN "MembershipProfile" p ON p."accountId" = a.id AND p."mpnId" = e."mpnId"
  WHERE o.id = current_organization() AND o.kind = 'reseller' AND o."vettingStatus" = 'None' AND e."organizationId" = o.id
    AND e."submittedAt" IS NOT NULL AND o."mpnId" = p."mpnId" AND o.country = p.country AND p.active AND p."inProgram";
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION has_account, mpn_ids_taken, membership_candidate, keep_membership_account, authorize_by_directory FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_account, mpn_ids_taken, membership_candidate, keep_membership_account, authorize_by_directory
  TO tandem_application;
