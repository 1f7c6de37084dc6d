-- Everything here is written by hand: the tables of the profile came with joining.

-- 1. A provider whose admin access to the reseller's account stands sees where the reseller is registered.
CREATE POLICY administered ON "LegalProfile" FOR SELECT USING (administers_reseller("organizationId"));

-- 2. Names that lists carry, so that they can sort and search behind one index. They belong to rows of others, too, which
-- nobody may rewrite: this function writes the name of the tenant and nothing else. History keeps the names it happened under.
CREATE FUNCTION carry_own_name(new_name text, sort_name text, search_text text, card_search text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Partnership" SET "providerName" = new_name, "providerSortName" = sort_name, "providerSearch" = search_text
  WHERE "providerId" = current_organization();
  UPDATE "Partnership" SET "resellerName" = new_name, "resellerSortName" = sort_name, "resellerSearch" = search_text
  WHERE "resellerId" = current_organization();
  UPDATE "CustomerRelationship" SET "partnerName" = new_name, "partnerSortName" = sort_name
  WHERE "partnerId" = current_organization();
  UPDATE "PurchaseRequest" SET "fromName" = new_name WHERE "fromOrganizationId" = current_organization();
  UPDATE "PurchaseRequest" SET "toName" = new_name WHERE "toOrganizationId" = current_organization();
  UPDATE "ProviderCard" SET "name" = new_name, "sortName" = sort_name, "search" = card_search
  WHERE "organizationId" = current_organization();
  UPDATE "InvitationRequest" SET "resellerName" = new_name WHERE "resellerId" = current_organization() AND "status" = 'pending';
  UPDATE "InvitationRequest" SET "providerName" = new_name WHERE "providerId" = current_organization() AND "status" = 'pending';
END $$;

-- 3. Whoever writes such a name down holds it until the end of the transaction: somebody who changes it at the same moment
-- either comes before, and the new name is written, or waits, and then carries it into the new row as well.
CREATE FUNCTION hold_names(organizations uuid[]) RETURNS TABLE ("id" uuid, "name" text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name FROM "Organization" o
  WHERE o.id = ANY (organizations) AND (o.id = current_organization() OR knows_organization(o.id))
  ORDER BY o.id FOR SHARE
$$;
REVOKE EXECUTE ON FUNCTION carry_own_name, hold_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_own_name, hold_names TO tandem_application;
