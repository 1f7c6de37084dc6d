-- What a row of a list is asked before it may be seen, cheapest first; a list of customers spent two thirds of its time in the
-- database on it. Who may see what stays as it was.

-- Of several policies PostgreSQL chooses the order itself, and asked for the shared customer before it compared two columns.
DROP POLICY readable ON "DelegatedAdministration";
DROP POLICY shared ON "DelegatedAdministration";
CREATE POLICY readable ON "DelegatedAdministration" FOR SELECT
  USING (current_organization() = "partnerId" OR current_organization() = "customerId"
         OR ("revokedAt" IS NULL AND shares_customer("partnerId", "customerId")));

DROP POLICY readable ON "TenantOwner";
DROP POLICY shared ON "TenantOwner";
CREATE POLICY readable ON "TenantOwner" FOR SELECT
  USING (current_organization() = "customerId" OR current_organization() = "partnerId"
         OR ("revokedAt" IS NULL AND shares_customer("partnerId", "customerId")) OR administers_customer("customerId"));

-- Each side of a partnership by the index of its own.
CREATE OR REPLACE FUNCTION shares_customer(partner uuid, customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r
                 WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL)
     AND (EXISTS (SELECT FROM "Partnership" p
                  WHERE p."providerId" = current_organization() AND p."resellerId" = partner AND p."endedAt" IS NULL)
       OR EXISTS (SELECT FROM "Partnership" p
                  WHERE p."resellerId" = current_organization() AND p."providerId" = partner AND p."endedAt" IS NULL))
  );
END $$;

-- By far the most that is asked about are customers.
CREATE OR REPLACE FUNCTION knows_organization(organization uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM "CustomerRelationship" r
             WHERE r."partnerId" = current_organization() AND r."customerId" = organization) THEN
    RETURN true;
  END IF;
  RETURN (
  SELECT EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."resellerId" = organization)
      OR EXISTS (SELECT FROM "Partnership" p WHERE p."resellerId" = current_organization() AND p."providerId" = organization)
      OR EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."customerId" = current_organization() AND r."partnerId" = organization)
      OR holds_link_from(organization)
  );
END $$;

-- A search walks the names in their order as far as the next thousand: what many names contain is found there. What few contain is
-- looked up by the index of its letters. Left to itself the planner walked through all twenty thousand customers of a provider for
-- a word at the end of the alphabet, and, once it kept one plan for all words, for every rare one.
CREATE OR REPLACE FUNCTION search_customers(term text, shared_with uuid, from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  beyond text := CASE WHEN backward THEN '<' ELSE '>' END;
  onward text := CASE WHEN backward THEN 'DESC' ELSE 'ASC' END;
  ahead text := format('"CustomerRelationship" r WHERE r."partnerId" = current_organization() AND r."endedAt" IS NULL
    AND ($3 IS NULL OR (r."customerSortName", r.id) %s ($3, $4))', beyond);
  in_order text := format('ORDER BY r."customerSortName" %1$s, r.id %1$s', onward);
  wanted text := '($1 IS NULL OR r."customerSearch" LIKE like_pattern($1))
    AND ($2 IS NULL OR EXISTS (SELECT FROM "CustomerRelationship" o WHERE o."customerId" = r."customerId" AND o."partnerId" = $2 AND o."endedAt" IS NULL))';
  found uuid[];
BEGIN
  -- A filter by partner works only for a partner in an active partnership.
  IF shared_with IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Partnership" p WHERE p."endedAt" IS NULL
      AND ((p."providerId" = current_organization() AND p."resellerId" = shared_with)
        OR (p."resellerId" = current_organization() AND p."providerId" = shared_with))) THEN
    RETURN;
  END IF;
  EXECUTE format('SELECT ARRAY(SELECT r.id FROM (SELECT * FROM %1$s %2$s LIMIT 1000) r WHERE %3$s %2$s LIMIT $5)', ahead, in_order, wanted)
    INTO found USING term, shared_with, from_name, from_id, page_size;
  IF cardinality(found) < page_size THEN
    EXECUTE format('WITH r AS MATERIALIZED (SELECT r.id, r."customerSortName" FROM %1$s AND %3$s) SELECT ARRAY(SELECT r.id FROM r %2$s LIMIT $5)', ahead, in_order, wanted)
      INTO found USING term, shared_with, from_name, from_id, page_size;
  END IF;
  RETURN QUERY SELECT unnest(found);
END $$;

-- They return a page. Of a thousand rows, which is what is thought of a function otherwise, a kept plan expected so much that it
-- read all customers of the provider to join a page of them.
ALTER FUNCTION search_customers ROWS 26;
ALTER FUNCTION search_resellers ROWS 26;
ALTER FUNCTION search_providers ROWS 26;
ALTER FUNCTION search_subscriptions ROWS 26;
ALTER FUNCTION search_missing_resellers ROWS 26;
ALTER FUNCTION search_organizations ROWS 26;
ALTER FUNCTION search_provider_cards ROWS 26;
ALTER FUNCTION search_known_customers ROWS 26;

-- What a customer has ordered so far is asked with every order (limits of an offer), of all lines there are.
CREATE INDEX "OrderLine_customerId_idx" ON "OrderLine"("customerId");
