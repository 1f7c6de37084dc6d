-- S1: a tenant owner manages the customer's Azure family: its subscriptions, with what was added to them. It sees and keeps those and
-- no others, as long as it serves the customer; what it owned in an earlier relationship is worth nothing.
CREATE FUNCTION owns_tenant_of(customer uuid, family "ProductFamily", parent uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "TenantOwner" t JOIN "CustomerRelationship" r
                   ON r."partnerId" = t."partnerId" AND r."customerId" = t."customerId" AND r."endedAt" IS NULL AND r."startedAt" <= t."grantedAt"
                 WHERE t."customerId" = customer AND t."partnerId" = current_organization() AND t."revokedAt" IS NULL)
     AND (family = 'azure' OR EXISTS (SELECT FROM "Subscription" b WHERE b.id = parent AND b."family" = 'azure'))
  );
END $$;

DROP POLICY readable ON "Subscription";
CREATE POLICY readable ON "Subscription" FOR SELECT
  USING (current_organization() IN ("providerId", "customerId", "resellerId") OR administers_customer("customerId")
         OR owns_tenant_of("customerId", "family", "parentId"));
DROP POLICY changed ON "Subscription";
CREATE POLICY changed ON "Subscription" FOR UPDATE
  USING (current_organization() IN ("providerId", "customerId") OR administers_customer("customerId")
         OR owns_tenant_of("customerId", "family", "parentId"));

CREATE OR REPLACE FUNCTION sees_subscription(subscription uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "Subscription" s WHERE s.id = subscription
                 AND (current_organization() IN (s."providerId", s."customerId", s."resellerId") OR administers_customer(s."customerId")
                      OR owns_tenant_of(s."customerId", s."family", s."parentId")))
  );
END $$;
