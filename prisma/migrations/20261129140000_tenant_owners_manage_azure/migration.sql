-- S1: a tenant owner manages the customer's Azure family: its subscriptions, with all that was added to them. It sees and keeps those
-- and no others, as long as it serves the customer; what it owned in an earlier relationship is worth nothing.
CREATE FUNCTION owns_tenant_of(customer uuid, own_family "ProductFamily", parent uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM "TenantOwner" t JOIN "CustomerRelationship" r
                   ON r."partnerId" = t."partnerId" AND r."customerId" = t."customerId" AND r."endedAt" IS NULL AND r."startedAt" <= t."grantedAt"
                 WHERE t."customerId" = customer AND t."partnerId" = current_organization() AND t."revokedAt" IS NULL)
     AND CASE WHEN parent IS NULL THEN own_family = 'azure' ELSE EXISTS (SELECT FROM "Subscription" b WHERE b.id = parent AND b."family" = 'azure') END
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

-- Customers and those who administer them rename, suspend, reactivate and assign: what is sold, at which price and who earns by it is
-- the provider's. Policies know no columns.
CREATE FUNCTION subscription_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['friendlyName', 'search', 'status', 'statusSince', 'suspensionReason', 'assigned', 'dueAt', 'version',
    'nextQuantity', 'nextTermDuration', 'nextBillingCycle'];
BEGIN
  IF row_security_active('"Subscription"'::regclass) AND current_organization() IS DISTINCT FROM OLD."providerId"
     AND (to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free
          OR (NEW."status" <> OLD."status" AND NOT (OLD."status" IN ('active', 'suspended') AND NEW."status" IN ('active', 'suspended')))) THEN
    RAISE EXCEPTION 'Only its provider changes what a subscription is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE UPDATE ON "Subscription" FOR EACH ROW EXECUTE FUNCTION subscription_is_kept();
