-- Everything here is written by hand: no table changes.

-- Who lets whom in. Nobody founds itself as somebody who is verified already: whoever comes alone is a reseller that waits for
-- its review; customers need a partner, who opens their account or whose link they hold; everybody else is let in by the
-- operator, and the operator by a portal that has nobody yet. The row is written as the founder, not as the new organization.
CREATE FUNCTION may_found(founded "OrganizationKind", standing "VettingStatus") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT is_operator() OR CASE founded
    WHEN 'operator' THEN NOT is_installed()
    WHEN 'reseller' THEN standing = 'None'
    WHEN 'customer' THEN
      EXISTS (SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'provider' AND o."vettingStatus" = 'Authorized')
      OR EXISTS (SELECT FROM "InvitationLink" l JOIN "Invitation" i ON i.id = l."invitationId"
                 WHERE l."tokenHash" = current_key() AND i.kind <> 'partnership')
      OR EXISTS (SELECT FROM "AccountSetup" a JOIN "Invitation" i ON i.id = a."invitationId"
                 WHERE a."tokenHash" = current_key() AND i.kind <> 'partnership')
    ELSE false
  END
$$;
REVOKE EXECUTE ON FUNCTION may_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_found TO tandem_application;
DROP POLICY founded ON "Organization";
CREATE POLICY founded ON "Organization" FOR INSERT WITH CHECK (may_found("kind", "vettingStatus"));
