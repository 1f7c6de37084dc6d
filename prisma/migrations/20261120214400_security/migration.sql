-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingSignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PendingSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondFactorDraft" (
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "encryptedSecret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondFactorDraft_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnownDevice_userId_tokenHash_key" ON "KnownDevice"("userId", "tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "PendingSignIn_tokenHash_key" ON "PendingSignIn"("tokenHash");

-- CreateIndex
CREATE INDEX "PendingSignIn_userId_idx" ON "PendingSignIn"("userId");

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingSignIn" ADD CONSTRAINT "PendingSignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactorDraft" ADD CONSTRAINT "SecondFactorDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Rights of the application's role.
GRANT SELECT, INSERT ON "KnownDevice", "PendingSignIn", "SecondFactorDraft" TO tandem_application;
GRANT UPDATE ("encryptedSecret", "createdAt"), DELETE ON "SecondFactorDraft" TO tandem_application;
GRANT UPDATE ("lastUsedAt"), DELETE ON "KnownDevice" TO tandem_application;
GRANT UPDATE ("tries", "usedAt") ON "PendingSignIn" TO tandem_application;
-- Whoever proves again to be the person of a session goes on with a new token.
GRANT UPDATE ("tokenHash") ON "Session" TO tandem_application;

-- 2. Wall two: row-level security.
ALTER TABLE "KnownDevice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "KnownDevice" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "KnownDevice"."organizationId" = u."organizationId"));
ALTER TABLE "PendingSignIn" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "PendingSignIn" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "PendingSignIn"."organizationId" = u."organizationId"));

ALTER TABLE "SecondFactorDraft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "SecondFactorDraft" USING ("organizationId" = current_organization()) WITH CHECK (EXISTS (
  SELECT FROM "User" u WHERE u."id" = "userId" AND u."organizationId" = current_organization() AND "SecondFactorDraft"."organizationId" = u."organizationId"));

-- 3. A password that was chosen or reset, by whomever and wherever, voids every link that would choose another one, and every
-- sign-in that began with the one before.
CREATE FUNCTION void_password_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "PasswordLink" SET "replacedAt" = now() WHERE "userId" = NEW.id AND "usedAt" IS NULL AND "replacedAt" IS NULL;
  UPDATE "PendingSignIn" SET "usedAt" = now() WHERE "userId" = NEW.id AND "usedAt" IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER void_password_links AFTER UPDATE OF "passwordHash" ON "User" FOR EACH ROW
  WHEN (NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash") EXECUTE FUNCTION void_password_links();

-- 4. Doors for those who have no organization yet.
-- Somebody who signs in: also whether a second factor is asked of them.
DROP FUNCTION sign_in_candidate(text);
CREATE FUNCTION sign_in_candidate(sign_in_email text) RETURNS TABLE (
  "userId" uuid, "organizationId" uuid, "passwordHash" text, "mustChangePassword" boolean, "temporaryPasswordExpiresAt" timestamptz,
  "hasSecondFactor" boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u."organizationId", u."passwordHash", u."mustChangePassword", u."temporaryPasswordExpiresAt",
         EXISTS (SELECT FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL)
  FROM "User" u WHERE u.email = sign_in_email AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

-- Whether somebody has signed in with this browser before.
CREATE FUNCTION is_known_device(sign_in_email text, device_hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "KnownDevice" d JOIN "User" u ON u.id = d."userId" WHERE u.email = sign_in_email AND d."tokenHash" = device_hash)
$$;

-- The sign-in that waits for its second factor, by the token of the browser's cookie.
CREATE FUNCTION pending_sign_in(token_hash text) RETURNS TABLE (
  "pendingId" uuid, "userId" uuid, "organizationId" uuid, "email" text, "tries" int
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, u.id, u."organizationId", u.email, p.tries
  FROM "PendingSignIn" p JOIN "User" u ON u.id = p."userId"
  WHERE p."tokenHash" = token_hash AND p."usedAt" IS NULL AND p."expiresAt" > now() AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

-- The link in hand: whose password it sets.
CREATE FUNCTION password_link_of_key() RETURNS TABLE (
  "linkId" uuid, "userId" uuid, "organizationId" uuid, "email" text, "fullName" text, "organizationName" text, "organizationDomain" text,
  "purpose" text, "expiresAt" timestamptz, "usedAt" timestamptz, "replacedAt" timestamptz, "hasSecondFactor" boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, u.id, u."organizationId", u.email, u."fullName", o.name, o.domain, l.purpose::text, l."expiresAt", l."usedAt", l."replacedAt",
         EXISTS (SELECT FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL)
  FROM "PasswordLink" l JOIN "User" u ON u.id = l."userId" JOIN "Organization" o ON o.id = u."organizationId"
  WHERE l."tokenHash" = current_key() AND u."deletedAt" IS NULL AND u."disabledAt" IS NULL
$$;

-- Somebody who forgot the password, for the worker.
CREATE FUNCTION password_reset_candidate(sign_in_email text) RETURNS TABLE (
  "userId" uuid, "organizationId" uuid, "fullName" text, "organizationName" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u."organizationId", u."fullName", o.name FROM "User" u JOIN "Organization" o ON o.id = u."organizationId"
  WHERE u.email = sign_in_email AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

CREATE FUNCTION forget_lapsed_proofs() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "PendingSignIn" WHERE "expiresAt" < now() - interval '1 day';
  DELETE FROM "KnownDevice" WHERE "lastUsedAt" < now() - interval '400 days';
  DELETE FROM "PasswordLink" WHERE "expiresAt" < now() - interval '90 days';
  DELETE FROM "SecondFactorDraft" WHERE "createdAt" < now() - interval '1 day';
$$;

-- Who a session token belongs to: also whether the person has a second factor, to urge those who should.
DROP FUNCTION session_actor(text, interval);
CREATE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE (
  "sessionId" uuid, "lastSeenAt" timestamptz, "confirmedAt" timestamptz, "userId" uuid, "email" text, "fullName" text, "roles" text[],
  "locale" text, "theme" text, "timeZone" text, "mustChangePassword" boolean, "mustAddSecondFactor" boolean, "hasSecondFactor" boolean,
  "unread" int, "organizationId" uuid, "organizationKind" text, "organizationName" text, "organizationDomain" text, "region" text,
  "vettingStatus" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."lastSeenAt", s."confirmedAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword", o."requiresSecondFactor" AND f."userId" IS NULL, f."userId" IS NOT NULL,
         (SELECT count(*)::int FROM (SELECT FROM "Notification" n WHERE n."userId" = u.id AND n."readAt" IS NULL LIMIT 100) unread),
         o.id, o.kind::text, o.name, o.domain, o.region, o."vettingStatus"::text
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  LEFT JOIN "SecondFactor" f ON f."userId" = u.id AND f."confirmedAt" IS NOT NULL
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

REVOKE EXECUTE ON FUNCTION void_password_links, session_actor, sign_in_candidate, is_known_device, pending_sign_in, password_link_of_key,
  password_reset_candidate, forget_lapsed_proofs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_actor, sign_in_candidate, is_known_device, pending_sign_in, password_link_of_key, password_reset_candidate,
  forget_lapsed_proofs TO tandem_application;
