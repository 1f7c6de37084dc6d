-- One world: bench.customers many customers with a provider, a reseller and three subscriptions each. The measured provider
-- has all of 1,000, or 20,000 spread evenly over all that there are, through 40 resellers; the first of them has 500.
-- Names follow from the place in the provider's own list, so that every provider has some of each: a search finds the same share at every size.
-- Ids, names and numbers follow from a counter, so that every statement can name the rows of the others.
-- Runs with session_replication_role = replica and without secondary indexes: nothing is checked, so it has to be right.

CREATE FUNCTION pg_temp.id_of(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT ('01920000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;

CREATE TEMP TABLE scale AS
  SELECT customers, greatest(1, customers / 20000) AS providers, customers / greatest(1, customers / 20000) AS each, 40 AS resellers
  FROM (SELECT current_setting('bench.customers')::int AS customers) wanted;

CREATE TEMP TABLE customer AS
  SELECT n, n % providers AS provider, position, (n % providers) * resellers + reseller AS reseller, pg_temp.id_of(3, n) AS id,
    name, lower(name) AS sort_name, 'c' || n || '-' || lower(replace(name, ' ', '-')) || '.example' AS domain,
    now() - (n % 700) * interval '1 day' AS since
  FROM (
    SELECT n, position, providers, resellers, CASE WHEN position % (each / 500) = 0 THEN 0 ELSE 1 + position % (resellers - 1) END AS reseller,
      (ARRAY['Harbour','Alder','Linden','Northgate','Westbrook','Quarry','Saffron','Juniper','Granite','Meadow','Copper','Lantern','Orchard',
        'Falcon','Thistle','Marble','Willow','Beacon','Cobalt','Ember','Heron','Ivory','Kestrel','Larch','Mosaic','Nimbus','Opal','Pioneer',
        'Quill','Rowan','Summit','Tundra','Umber','Vesper','Waypoint','Yarrow','Zephyr','Bramble','Cedar','Dune'])[1 + (position::bigint * 7919) % 40]
      || ' ' ||
      (ARRAY['Clinic','Bakery','Logistics','Dental','Engineering','Travel','Insurance','Brewery','Printing','Optics','Farming','Textiles',
        'Carpentry','Consulting','Roofing','Shipping','Catering','Pharmacy','Tooling','Academy','Studios','Motors','Gardens'])[1 + (position::bigint * 104729) % 23]
      || ' ' || lpad(((n::bigint * 611953) % 1000000)::text, 6, '0') AS name
    FROM scale, LATERAL (SELECT g AS n, g / providers AS position FROM generate_series(0, customers - 1) AS g) numbered
  ) named;
ANALYZE customer;

CREATE TEMP TABLE offered AS
  SELECT row_number() OVER (ORDER BY o.id) - 1 AS n, o.id, o.family, o.title, a.currency, a."termDuration", a."billingCycle", a."listPrice",
    a."resellerPrice", a."retailPrice"
  FROM "CatalogOffer" o JOIN "CatalogAvailability" a ON a."offerId" = o.id
  WHERE NOT o."isTrial" AND o."segment" = 'Commercial' AND o."requires" = '{}' AND a."currency" = 'EUR' AND a."termDuration" = 'P1Y'
    AND a."billingCycle" = 'Monthly' AND a."countries" = '{}' AND o."unit" = 'licenses' AND o."minQuantity" <= 10 AND o."maxQuantity" >= 250;

CREATE TEMP TABLE sold AS
  SELECT c.n * 3 + k AS n, pg_temp.id_of(6, c.n * 3 + k) AS id, k, pg_temp.id_of(1, c.provider) AS provider_id, c.id AS customer_id,
    pg_temp.id_of(2, c.reseller) AS reseller_id, pg_temp.id_of(5, c.n) AS order_id, c.name, c.sort_name, c.domain, 10 + c.n % 20 AS quantity,
    date_trunc('day', now()) - (c.n % 27) * interval '1 day' AS since, c.n % offers AS first_offer, (c.n + k) % offers AS offer
  FROM customer c, generate_series(0, 2) AS k, (SELECT count(*) AS offers FROM offered) counted;
ANALYZE sold;

INSERT INTO "Organization" (id, kind, name, domain, country, region, "mpnId", "contactName", "contactEmail")
  SELECT pg_temp.id_of(1, p), 'provider'::"OrganizationKind", 'Provider ' || p, 'provider-' || p || '.example', 'DE', 'europe', (1000000 + p)::text, 'Contact', 'contact@provider-' || p || '.example'
  FROM scale, generate_series(0, providers - 1) AS p
  UNION ALL
  SELECT pg_temp.id_of(2, r), 'reseller', 'Reseller ' || r, 'reseller-' || r || '.example', 'DE', 'europe', (2000000 + r)::text, 'Contact', 'contact@reseller-' || r || '.example'
  FROM scale, generate_series(0, providers * resellers - 1) AS r
  UNION ALL
  SELECT id, 'customer', name, domain, 'DE', 'europe', NULL, 'Contact', 'contact@' || domain FROM customer;

INSERT INTO "User" (id, "organizationId", email, "fullName", "sortName", search, roles, "passwordHash")
  SELECT pg_temp.id_of(10 + kind, n), pg_temp.id_of(kind, n), 'admin@' || domain, 'Maria Alder', 'maria alder', 'maria alder admin@' || domain, '{globalAdmin}', 'none'
  FROM (
    SELECT 1 AS kind, p AS n, 'provider-' || p || '.example' AS domain FROM scale, generate_series(0, providers - 1) AS p
    UNION ALL SELECT 2, r, 'reseller-' || r || '.example' FROM scale, generate_series(0, providers * resellers - 1) AS r
    UNION ALL SELECT 3, n, domain FROM customer) people;

INSERT INTO "Partnership" (id, "providerId", "resellerId", "providerName", "resellerName", "providerSortName", "resellerSortName", "providerSearch", "resellerSearch")
  SELECT pg_temp.id_of(20, r), pg_temp.id_of(1, r / resellers), pg_temp.id_of(2, r), 'Provider ' || r / resellers, 'Reseller ' || r,
    'provider ' || r / resellers, 'reseller ' || r, 'provider ' || r / resellers, 'reseller ' || r
  FROM scale, generate_series(0, providers * resellers - 1) AS r;
INSERT INTO "PartnershipAdminAccess" (id, "partnershipId", "providerId", "resellerId", "grantedByName")
  SELECT pg_temp.id_of(21, r), pg_temp.id_of(20, r), pg_temp.id_of(1, r / resellers), pg_temp.id_of(2, r), 'Maria Alder'
  FROM scale, generate_series(0, providers * resellers - 1) AS r;
INSERT INTO "PartnerAgreement" (id, "organizationId", region, "userId", "firstAndLastName", email)
  SELECT pg_temp.id_of(22, r), pg_temp.id_of(2, r), 'europe', pg_temp.id_of(12, r), 'Maria Alder', 'admin@reseller-' || r || '.example'
  FROM scale, generate_series(0, providers * resellers - 1) AS r;

INSERT INTO "CustomerAccount" ("customerId", culture, language, "firstName", "lastName", "contactEmail", "phoneNumber", "addressLine1", city, "postalCode")
  SELECT id, 'de-DE', 'de', 'Maria', 'Alder', 'contact@' || domain, '+49 30 1234567', 'Hauptstrasse ' || n % 100, 'Berlin', '10115' FROM customer;
INSERT INTO "CustomerAgreement" (id, "customerId", type, "templateId", "dateAgreed", "userId", "firstAndLastName", email)
  SELECT pg_temp.id_of(30, n), id, 'MicrosoftCustomerAgreement', '117a77b0-9360-443b-8795-c6dedc750cf9', since, pg_temp.id_of(13, n), 'Maria Alder', 'admin@' || domain
  FROM customer;

INSERT INTO "CustomerRelationship" (id, "partnerId", "customerId", "partnerKind", "partnerName", "customerName", "customerDomain", "partnerSortName",
    "customerSortName", "customerSearch", "startedAt")
  SELECT pg_temp.id_of(40, n), pg_temp.id_of(1, provider), id, 'provider', 'Provider ' || provider, name, domain, 'provider ' || provider, sort_name,
    sort_name || ' ' || domain, since FROM customer;
INSERT INTO "CustomerRelationship" (id, "partnerId", "customerId", "partnerKind", "partnerName", "customerName", "customerDomain", "partnerSortName",
    "customerSortName", "customerSearch", "startedAt")
  SELECT pg_temp.id_of(41, n), pg_temp.id_of(2, reseller), id, 'reseller', 'Reseller ' || reseller, name, domain, 'reseller ' || reseller, sort_name,
    sort_name || ' ' || domain, since FROM customer;
INSERT INTO "DelegatedAdministration" (id, "customerRelationshipId", "partnerId", "customerId", "grantedAt", "grantedByName")
  SELECT pg_temp.id_of(42, n), pg_temp.id_of(40, n), pg_temp.id_of(1, provider), id, since, 'Maria Alder' FROM customer
  UNION ALL
  SELECT pg_temp.id_of(43, n), pg_temp.id_of(41, n), pg_temp.id_of(2, reseller), id, since, 'Maria Alder' FROM customer;

INSERT INTO "Order" (id, number, "providerId", "customerId", "customerName", currency, nonce, "listTotal", "resellerTotal", "retailTotal", "createdByName", "createdAt")
  SELECT order_id, 'B-' || n / 3, provider_id, customer_id, name, 'EUR', order_id, 0, 0, 0, 'Maria Alder', since FROM sold WHERE k = 0;

INSERT INTO "Subscription" (id, "providerId", "customerId", "resellerId", "supportContactId", "orderId", "offerId", family, title, "customerName",
    "customerSortName", search, quantity, "termDuration", "billingCycle", "createdAt", "statusSince", "termStartedAt", "termEndsAt", "anchorDay",
    "periodStartedAt", "periodEndsAt", "dueAt", currency, "listUnitPrice", "resellerUnitPrice", "retailUnitPrice")
  SELECT s.id, provider_id, customer_id, reseller_id, provider_id, order_id, o.id, o.family, o.title, s.name, s.sort_name,
    lower(o.title) || ' ' || s.sort_name || ' ' || s.domain, s.quantity, o."termDuration", o."billingCycle", s.since, s.since, s.since,
    s.since + interval '1 year', extract(day FROM s.since)::int, s.since, s.since + interval '1 month', s.since + interval '1 month', o.currency,
    o."listPrice", o."resellerPrice", o."retailPrice"
  FROM sold s JOIN offered o ON o.n = s.offer ORDER BY s.n;

INSERT INTO "OrderLine" (id, "orderId", "lineNumber", "providerId", "customerId", "resellerId", transaction, "subscriptionId", "offerId", title, quantity,
    "termDuration", "billingCycle", "listUnitPrice", "resellerUnitPrice", "retailUnitPrice", "listAmount", "resellerAmount", "retailAmount")
  SELECT pg_temp.id_of(7, s.n), order_id, k, provider_id, customer_id, reseller_id, 'new', s.id, o.id, o.title, s.quantity, o."termDuration",
    o."billingCycle", o."listPrice", o."resellerPrice", o."retailPrice", o."listPrice" * s.quantity, o."resellerPrice" * s.quantity, o."retailPrice" * s.quantity
  FROM sold s JOIN offered o ON o.n = s.offer ORDER BY s.n;

INSERT INTO "SubscriptionBatch" (id, "subscriptionId", "providerId", "customerId", quantity, "addedAt", "reducibleUntil", "listPaid", "resellerPaid", "retailPaid")
  SELECT pg_temp.id_of(8, s.n), s.id, provider_id, customer_id, s.quantity, s.since, s.since + interval '168 hours', o."listPrice", o."resellerPrice", o."retailPrice"
  FROM sold s JOIN offered o ON o.n = s.offer ORDER BY s.n;

INSERT INTO "Charge" (id, "subscriptionId", "providerId", "customerId", "resellerId", kind, month, quantity, currency, "listAmount", "resellerAmount", "retailAmount")
  SELECT pg_temp.id_of(9, s.n), s.id, provider_id, customer_id, reseller_id, 'order', date_trunc('month', s.since)::date, s.quantity, o.currency,
    o."listPrice" * s.quantity, o."resellerPrice" * s.quantity, o."retailPrice" * s.quantity
  FROM sold s JOIN offered o ON o.n = s.offer ORDER BY s.n;

INSERT INTO "SubscriptionChange" (id, "subscriptionId", type, details, "actorName", "organizationName", "occurredAt")
  SELECT pg_temp.id_of(10, s.n), s.id, 'order.submitted', jsonb_build_object('orderId', order_id, 'number', 'B-' || s.n / 3, 'quantity', quantity, 'term', 'P1Y'),
    'Maria Alder', 'Provider', s.since FROM sold s ORDER BY s.n;
