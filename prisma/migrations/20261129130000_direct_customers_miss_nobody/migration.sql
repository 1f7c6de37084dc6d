-- A customer that no reseller serves is the provider's own: nobody is missing there. What could be credited is listed, and so is what
-- cannot be any more.
CREATE OR REPLACE FUNCTION search_missing_resellers(from_name text, from_id uuid, backward boolean, page_size int) RETURNS TABLE ("id" uuid, "reason" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 26 SET search_path = public, pg_temp AS $$
DECLARE
  partners uuid[] := ARRAY(SELECT p."resellerId" FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."endedAt" IS NULL);
  signers uuid[] := ARRAY(SELECT a."organizationId" FROM "PartnerAgreement" a
    WHERE a."organizationId" = ANY (partners) AND a."region" = (SELECT o."region" FROM "Organization" o WHERE o.id = current_organization()));
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT s.id, CASE WHEN s."resellerId" IS NULL THEN ''missing'' WHEN NOT s."resellerId" = ANY ($1) THEN ''partnershipEnded''
                       WHEN NOT s."resellerId" = ANY ($2) THEN ''agreementMissing'' ELSE ''relationshipEnded'' END
     FROM "Subscription" s WHERE s."providerId" = current_organization() AND s."status" = ''active''
       AND CASE WHEN s."resellerId" IS NULL
             THEN EXISTS (SELECT FROM "CustomerRelationship" r
                          WHERE r."customerId" = s."customerId" AND r."partnerId" = ANY ($1) AND r."endedAt" IS NULL)
             ELSE NOT s."resellerId" = ANY ($2) OR NOT EXISTS (SELECT FROM "CustomerRelationship" r
                          WHERE r."customerId" = s."customerId" AND r."partnerId" = s."resellerId" AND r."endedAt" IS NULL) END
       AND ($3 IS NULL OR (s."customerSortName", s.id) %1$s ($3, $4))
     ORDER BY s."customerSortName" %2$s, s.id %2$s LIMIT $5', CASE WHEN backward THEN '<' ELSE '>' END, CASE WHEN backward THEN 'DESC' ELSE 'ASC' END)
    USING partners, signers, from_name, from_id, page_size;
END $$;
