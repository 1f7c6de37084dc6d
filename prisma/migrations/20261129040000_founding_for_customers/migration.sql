-- Everything here is written by hand: no table changes.

-- As before, but for one thing: whether a provider takes part is a question of permissions, answered once for each request, and
-- not asked a second time of the row that it founds for a customer.
CREATE OR REPLACE FUNCTION may_found(founded "OrganizationKind", standing "VettingStatus") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
$$;
