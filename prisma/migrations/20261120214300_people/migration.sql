-- CreateEnum
CREATE TYPE "PeopleUploadRowState" AS ENUM ('ready', 'added', 'refused');

-- AlterTable
ALTER TABLE "ActivityEntry" ADD COLUMN     "actorUserId" UUID;

-- CreateTable
CREATE TABLE "PeopleUpload" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "nonce" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeopleUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeopleUploadRow" (
    "id" UUID NOT NULL,
    "uploadId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "agentLevel" TEXT NOT NULL,
    "adminLevel" TEXT NOT NULL,
    "roles" "Role"[],
    "state" "PeopleUploadRowState" NOT NULL,
    "problems" JSONB NOT NULL,
    "userId" UUID,

    CONSTRAINT "PeopleUploadRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleRequest" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PeopleUpload_createdById_nonce_key" ON "PeopleUpload"("createdById", "nonce");

-- CreateIndex
CREATE UNIQUE INDEX "PeopleUploadRow_uploadId_line_key" ON "PeopleUploadRow"("uploadId", "line");

-- CreateIndex
CREATE INDEX "RoleRequest_userId_idx" ON "RoleRequest"("userId");

-- CreateIndex
CREATE INDEX "ActivityEntry_organizationId_actorUserId_eventId_idx" ON "ActivityEntry"("organizationId", "actorUserId", "eventId");

-- AddForeignKey
ALTER TABLE "PeopleUpload" ADD CONSTRAINT "PeopleUpload_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeopleUploadRow" ADD CONSTRAINT "PeopleUploadRow_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "PeopleUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. What a person of one's own organization did. The log is append-only for the application; here the owner adds a column to it.
ALTER TABLE "ActivityEntry" DISABLE TRIGGER append_only;
UPDATE "ActivityEntry" a SET "actorUserId" = e."actorUserId" FROM "AuditEvent" e
  WHERE e.id = a."eventId" AND e."actorOrganizationId" = a."organizationId" AND e."actorUserId" IS NOT NULL;
ALTER TABLE "ActivityEntry" ENABLE TRIGGER append_only;

-- 2. Rights of the application's role.
GRANT SELECT, INSERT ON "PeopleUpload", "PeopleUploadRow", "RoleRequest" TO tandem_application;
GRANT UPDATE ("confirmedAt") ON "PeopleUpload" TO tandem_application;
GRANT UPDATE ("state", "problems", "userId") ON "PeopleUploadRow" TO tandem_application;
GRANT UPDATE ("askedAt", "settledAt") ON "RoleRequest" TO tandem_application;
-- A person asks for the same thing once at a time.
CREATE UNIQUE INDEX "RoleRequest_open" ON "RoleRequest" ("userId", "permission") WHERE "settledAt" IS NULL;

-- 3. Wall two: row-level security.
ALTER TABLE "PeopleUpload" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "PeopleUpload" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "createdById" AND u."organizationId" = current_organization() AND "PeopleUpload"."organizationId" = u."organizationId"));
ALTER TABLE "PeopleUploadRow" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "PeopleUploadRow" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "PeopleUpload" p WHERE p."id" = "uploadId" AND p."organizationId" = current_organization() AND "PeopleUploadRow"."organizationId" = p."organizationId"));
ALTER TABLE "RoleRequest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "RoleRequest" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "RoleRequest"."organizationId" = u."organizationId"));

-- 4. Sign-in names are unique in the portal, and other organizations' people cannot be read: which of these are taken.
CREATE FUNCTION taken_emails(wanted text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT u."email" FROM "User" u WHERE u."email" = ANY (wanted) $$;
REVOKE EXECUTE ON FUNCTION taken_emails FROM PUBLIC;
GRANT EXECUTE ON FUNCTION taken_emails TO tandem_application;

-- 5. Files of people hold names and addresses: nobody needs them a month later. Nor what somebody was told half a year ago.
CREATE FUNCTION forget_uploads_and_notices() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "PeopleUpload" WHERE "createdAt" < now() - interval '30 days';
  DELETE FROM "Notification" WHERE "createdAt" < now() - interval '180 days';
$$;
REVOKE EXECUTE ON FUNCTION forget_uploads_and_notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_uploads_and_notices TO tandem_application;
