-- A function in SQL that runs with its owner's rights is planned at every call, and the policies call them for every row they
-- judge: accepting an invitation spent eight of eleven milliseconds in the database on plans. The same in PL/pgSQL keeps its
-- plans for as long as the connection lives. Nothing else about them changes: bodies, rights and who may call them are those of
-- before. Names that are both a column and a parameter stay columns, as in SQL.

CREATE OR REPLACE FUNCTION administers_customer(customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id
                 WHERE r."customerId" = customer AND r."partnerId" = current_organization() AND r."endedAt" IS NULL AND d."revokedAt" IS NULL)
  );
END $$;

CREATE OR REPLACE FUNCTION administers_reseller(reseller uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "PartnershipAdminAccess" a JOIN "Partnership" p ON p.id = a."partnershipId"
                 WHERE a."resellerId" = reseller AND a."providerId" = current_organization()
                   AND a."revokedAt" IS NULL AND p."endedAt" IS NULL)
  );
END $$;

CREATE OR REPLACE FUNCTION asked_for_invitation(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "InvitationRequest" r WHERE r."resellerId" = current_organization() AND r."providerId" = organization)
      OR EXISTS (SELECT FROM "InvitationRequest" r WHERE r."providerId" = current_organization() AND r."resellerId" = organization)
  );
END $$;

CREATE OR REPLACE FUNCTION declines_letter(organization uuid, person uuid, address text, category "NoticeCategory") RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "NoticeChoice" c JOIN "User" u ON u.id = c."userId"
    WHERE u."organizationId" = organization AND (u.id = person OR u.email = lower(address)) AND category = ANY (c."mailOff")
      AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
      AND (organization = current_organization() OR knows_organization(organization) OR asked_for_invitation(organization) OR is_operator()))
  );
END $$;

CREATE OR REPLACE FUNCTION domain_is_taken(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Organization" o WHERE o.domain = lower(wanted))
  );
END $$;

CREATE OR REPLACE FUNCTION has_account(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "User" u WHERE u.email = wanted)
  );
END $$;

CREATE OR REPLACE FUNCTION has_way_back(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "User" u JOIN "SecondFactor" f ON f."userId" = u.id AND f."confirmedAt" IS NOT NULL
    WHERE u."organizationId" = organization AND 'globalAdmin' = ANY (u.roles) AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL)
  );
END $$;

CREATE OR REPLACE FUNCTION hold_names(organizations uuid[]) RETURNS TABLE(id uuid, name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT o.id, o.name FROM "Organization" o
  WHERE o.id = ANY (organizations) AND (o.id = current_organization() OR knows_organization(o.id))
  ORDER BY o.id FOR SHARE;
END $$;

CREATE OR REPLACE FUNCTION holds_link_from(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 WHERE l."tokenHash" = current_key() AND organization IN (i."issuerOrganizationId", i."secondOrganizationId"))
  );
END $$;

CREATE OR REPLACE FUNCTION holds_link_of(invitation uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "InvitationLink" l WHERE l."tokenHash" = current_key() AND l."invitationId" = invitation)
      OR EXISTS (SELECT FROM "AccountSetup" a WHERE a."tokenHash" = current_key() AND a."invitationId" = invitation)
  );
END $$;

CREATE OR REPLACE FUNCTION invited_partners_work_together() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 JOIN "Partnership" p ON p."resellerId" = i."issuerOrganizationId" AND p."providerId" = i."secondOrganizationId"
                 WHERE l."tokenHash" = current_key() AND p."endedAt" IS NULL)
  );
END $$;

CREATE OR REPLACE FUNCTION is_installed() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Organization")
  );
END $$;

CREATE OR REPLACE FUNCTION is_invited_by(provider uuid, at timestamp with time zone) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (
    SELECT FROM "Invitation" i
    WHERE i."issuerOrganizationId" = provider AND i."kind" = 'partnership' AND i."status" = 'active' AND i."expiresAt" > at
      AND (split_part(i."addressee", '@', 2) = (SELECT o."domain" FROM "Organization" o WHERE o.id = current_organization())
        OR EXISTS (SELECT FROM "User" u WHERE u."email" = i."addressee" AND u."organizationId" = current_organization() AND u."deletedAt" IS NULL)))
  );
END $$;

CREATE OR REPLACE FUNCTION is_known_device(sign_in_email text, device_hash text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "KnownDevice" d JOIN "User" u ON u.id = d."userId" WHERE u.email = sign_in_email AND d."tokenHash" = device_hash)
  );
END $$;

CREATE OR REPLACE FUNCTION is_listed(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "ProviderCard" c JOIN "Organization" o ON o.id = c."organizationId"
                 WHERE c."organizationId" = organization AND c."publishedAt" IS NOT NULL
                   AND o.kind = 'provider' AND o."vettingStatus" = 'Authorized')
  );
END $$;

CREATE OR REPLACE FUNCTION is_operator() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'operator')
  );
END $$;

CREATE OR REPLACE FUNCTION knows_organization(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."resellerId" = organization)
      OR EXISTS (SELECT FROM "Partnership" p WHERE p."resellerId" = current_organization() AND p."providerId" = organization)
      OR EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."partnerId" = current_organization() AND r."customerId" = organization)
      OR EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."customerId" = current_organization() AND r."partnerId" = organization)
      OR holds_link_from(organization)
  );
END $$;

CREATE OR REPLACE FUNCTION may_found(founded "OrganizationKind", standing "VettingStatus") RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT is_operator() OR CASE founded
    WHEN 'operator' THEN NOT is_installed()
    WHEN 'reseller' THEN standing = 'None'
    WHEN 'customer' THEN
      EXISTS (SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'provider')
      OR EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 WHERE l."tokenHash" = current_key() AND i.kind <> 'partnership')
      OR EXISTS (SELECT FROM "AccountSetup" a JOIN "Invitation" i ON i.id = a."invitationId"
                 WHERE a."tokenHash" = current_key() AND i.kind <> 'partnership')
    ELSE false
  END
  );
END $$;

CREATE OR REPLACE FUNCTION may_support(partner uuid, customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT serves_customer(customer) AND EXISTS (
    SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id AND d."revokedAt" IS NULL
    WHERE r."partnerId" = partner AND r."customerId" = customer AND r."endedAt" IS NULL
      AND (partner = current_organization() OR EXISTS (SELECT FROM "Partnership" p
           WHERE p."providerId" = current_organization() AND p."resellerId" = partner AND p."endedAt" IS NULL)))
  );
END $$;

CREATE OR REPLACE FUNCTION must_use_issuer(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "User" u JOIN "SingleSignOnDomain" d ON d."organizationId" = u."organizationId" AND d.domain = split_part(u.email, '@', 2)
    WHERE u.id = person AND refuses_passwords(d.domain)
      AND NOT ('globalAdmin' = ANY (u.roles) AND EXISTS (
        SELECT FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL)))
  );
END $$;

CREATE OR REPLACE FUNCTION notify_holders(organization uuid, wanted text[], notice text, category "NoticeCategory", named jsonb, leads_to text, at timestamp with time zone) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO "Notification" ("id", "organizationId", "userId", "kind", "parameters", "path", "createdAt")
  SELECT identifier_at(at), u."organizationId", u.id, notice, named, leads_to, at
  FROM "User" u JOIN "Organization" o ON o.id = u."organizationId" LEFT JOIN "NoticeChoice" c ON c."userId" = u.id
  WHERE u."organizationId" = organization AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL AND u.roles::text[] && wanted
    AND (category = ANY (c."portalOff")) IS NOT TRUE
    AND (organization = current_organization() OR knows_organization(organization) OR asked_for_invitation(organization)
      OR is_operator() OR o.kind = 'operator');
END $$;

CREATE OR REPLACE FUNCTION own_way_back() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT has_way_back(current_organization())
  );
END $$;

CREATE OR REPLACE FUNCTION refuses_passwords(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "SingleSignOnDomain" d JOIN "SingleSignOn" s ON s."organizationId" = d."organizationId"
    WHERE d.domain = wanted AND s.state = 'on' AND s.required AND d.domain IN (SELECT verified_domains(d."organizationId"))
      AND has_way_back(d."organizationId"))
  );
END $$;

CREATE OR REPLACE FUNCTION sees_order(wanted uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "OrderLine" l WHERE l."orderId" = wanted AND l."resellerId" = current_organization())
  );
END $$;

CREATE OR REPLACE FUNCTION sees_subscription(subscription uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Subscription" s WHERE s.id = subscription
                 AND (current_organization() IN (s."providerId", s."customerId", s."resellerId") OR administers_customer(s."customerId")))
  );
END $$;

CREATE OR REPLACE FUNCTION serves_customer(customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r
                 WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL)
  );
END $$;

CREATE OR REPLACE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE("sessionId" uuid, "lastSeenAt" timestamp with time zone, "confirmedAt" timestamp with time zone, "userId" uuid, email text, "fullName" text, roles text[], locale text, theme text, "timeZone" text, "mustChangePassword" boolean, "mustAddSecondFactor" boolean, "hasSecondFactor" boolean, unread integer, "organizationId" uuid, "organizationKind" text, "organizationName" text, "organizationDomain" text, region text, "vettingStatus" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.id, s."lastSeenAt", s."confirmedAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword" AND s."issuerProof" IS NULL,
         o."requiresSecondFactor" AND f."userId" IS NULL AND s."issuerProof" IS DISTINCT FROM 'severalFactors', f."userId" IS NOT NULL,
         (SELECT count(*)::int FROM (SELECT FROM "Notification" n WHERE n."userId" = u.id AND n."readAt" IS NULL LIMIT 100) unread),
         o.id, o.kind::text, o.name, o.domain, o.region, o."vettingStatus"::text
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  LEFT JOIN "SecondFactor" f ON f."userId" = u.id AND f."confirmedAt" IS NOT NULL
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL;
END $$;

CREATE OR REPLACE FUNCTION shares_customer(partner uuid, customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r
                 WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL)
     AND EXISTS (SELECT FROM "Partnership" p WHERE p."endedAt" IS NULL
                 AND ((p."providerId" = current_organization() AND p."resellerId" = partner)
                   OR (p."resellerId" = current_organization() AND p."providerId" = partner)))
  );
END $$;

CREATE OR REPLACE FUNCTION still_supports(contact uuid, provider uuid, customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT contact = provider OR (EXISTS (
    SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id AND d."revokedAt" IS NULL
    WHERE r."partnerId" = contact AND r."customerId" = customer AND r."endedAt" IS NULL)
   AND EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = provider AND p."resellerId" = contact AND p."endedAt" IS NULL))
  );
END $$;

