-- CreateEnum
CREATE TYPE "NoticeCategory" AS ENUM ('invitationAnswers', 'invitationRequests', 'colleagues', 'purchaseRequests', 'partners', 'verification', 'subscriptions');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "timeZoneChosen" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "portalOff" "NoticeCategory"[],
    "mailOff" "NoticeCategory"[],

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything below is written by hand.
-- 1. Whether somebody's clock follows the browser or their own choice; the rights on the clock itself are there.
GRANT SELECT ("timeZoneChosen"), UPDATE ("timeZoneChosen") ON "User" TO tandem_application;

-- 2. What people do not want to be told of belongs to their own organization, whoever may administer its people.
GRANT SELECT, INSERT, UPDATE ("portalOff", "mailOff") ON "NoticeChoice" TO tandem_application;
ALTER TABLE "NoticeChoice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "NoticeChoice" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "NoticeChoice"."organizationId" = u."organizationId"));

-- 3. Telling people of another organization asks what they have chosen. Null as the category: told in any case.
DROP FUNCTION notify_holders(uuid, text[], text, jsonb, text, timestamptz);
CREATE FUNCTION notify_holders(organization uuid, wanted text[], notice text, category "NoticeCategory", named jsonb, leads_to text, at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Notification" ("id", "organizationId", "userId", "kind", "parameters", "path", "createdAt")
  SELECT identifier_at(at), u."organizationId", u.id, notice, named, leads_to, at
  FROM "User" u JOIN "Organization" o ON o.id = u."organizationId" LEFT JOIN "NoticeChoice" c ON c."userId" = u.id
  WHERE u."organizationId" = organization AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL AND u.roles::text[] && wanted
    AND (category = ANY (c."portalOff")) IS NOT TRUE
    AND (organization = current_organization() OR knows_organization(organization) OR asked_for_invitation(organization)
      OR is_operator() OR o.kind = 'operator')
$$;

-- 4. Whether the reader of a letter does not want it: the person, or whoever signs in with the address it goes to. Answers
-- for the organizations that may be written to (the policies of "Mail"), and says nothing about anybody else.
CREATE FUNCTION declines_letter(organization uuid, person uuid, address text, category "NoticeCategory") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "NoticeChoice" c JOIN "User" u ON u.id = c."userId"
    WHERE u."organizationId" = organization AND (u.id = person OR u.email = lower(address)) AND category = ANY (c."mailOff")
      AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
      AND (organization = current_organization() OR knows_organization(organization) OR asked_for_invitation(organization) OR is_operator()))
$$;
REVOKE EXECUTE ON FUNCTION notify_holders, declines_letter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notify_holders, declines_letter TO tandem_application;
