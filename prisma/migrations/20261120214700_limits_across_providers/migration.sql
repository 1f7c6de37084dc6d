-- How many subscriptions to each offer a customer has and ever had, whoever sold them: what an offer limits, it limits for the
-- customer (spec 3.6). Numbers only, and only for the customer itself and whoever serves it. A trial that was converted is one
-- of another offer now; its order still tells that there was one.
CREATE FUNCTION holdings_of_customer(customer uuid) RETURNS TABLE ("offerId" text, "current" int, "ever" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "offerId", coalesce(s."current", 0)::int, greatest(s."ever", o."ordered")::int
    FROM (SELECT "offerId", count(*) FILTER (WHERE "status" <> 'deleted') AS "current", count(*) AS "ever"
            FROM "Subscription" WHERE "customerId" = customer GROUP BY "offerId") s
    FULL JOIN (SELECT "offerId", count(*) AS "ordered"
                 FROM "OrderLine" WHERE "customerId" = customer AND "transaction" = 'new' GROUP BY "offerId") o
      USING ("offerId")
   WHERE customer = current_organization() OR serves_customer(customer)
$$;
REVOKE EXECUTE ON FUNCTION holdings_of_customer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION holdings_of_customer TO tandem_application;
