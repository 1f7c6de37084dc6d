-- CreateEnum
CREATE TYPE "ProductFamily" AS ENUM ('office365', 'azure', 'businessApplications', 'security', 'deviceManagement', 'voice');

-- CreateEnum
CREATE TYPE "Segment" AS ENUM ('Commercial', 'Education', 'Government', 'NonProfit');

-- CreateEnum
CREATE TYPE "TermDuration" AS ENUM ('P1M', 'P1Y', 'P3Y');

-- CreateEnum
CREATE TYPE "BillingCycle" AS ENUM ('Monthly', 'Annual', 'None');

-- CreateEnum
CREATE TYPE "LimitUnit" AS ENUM ('None', 'Concurrent', 'Lifetime');

-- CreateEnum
CREATE TYPE "LicenseUnit" AS ENUM ('licenses', 'instances');

-- CreateEnum
CREATE TYPE "CartStatus" AS ENUM ('active', 'ordered', 'abandoned');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('pending', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "TransactionType" AS ENUM ('UserPurchase', 'SystemPurchase');

-- CreateEnum
CREATE TYPE "LineTransaction" AS ENUM ('new', 'renew', 'addQuantity', 'removeQuantity', 'cancel', 'convert', 'upgrade');

-- CreateEnum
CREATE TYPE "PurchaseRequestKind" AS ENUM ('newSubscription', 'addSeats', 'removeSeats', 'cancel');

-- CreateEnum
CREATE TYPE "PurchaseRequestStatus" AS ENUM ('open', 'forwarded', 'approved', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "SubscriptionStatus" AS ENUM ('pending', 'active', 'suspended', 'expired', 'disabled', 'deleted');

-- CreateEnum
CREATE TYPE "ChargeKind" AS ENUM ('order', 'period', 'refund');

-- DropIndex
DROP INDEX "User_organizationId_fullName_idx";

-- AlterTable
ALTER TABLE "ActivityEntry" ADD COLUMN     "counterpartId" UUID;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "search" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sortName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "usageLocation" CHAR(2);

-- CreateTable
CREATE TABLE "PartnerAgreement" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID NOT NULL,
    "firstAndLastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "PartnerAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogOffer" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "skuId" TEXT NOT NULL,
    "family" "ProductFamily" NOT NULL,
    "title" TEXT NOT NULL,
    "sortTitle" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "descriptionRu" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "unit" "LicenseUnit" NOT NULL,
    "minQuantity" INTEGER NOT NULL,
    "maxQuantity" INTEGER NOT NULL,
    "limitUnit" "LimitUnit" NOT NULL,
    "limit" INTEGER NOT NULL DEFAULT 0,
    "isTrial" BOOLEAN NOT NULL DEFAULT false,
    "convertsTo" TEXT,
    "requires" TEXT[],
    "upgradesTo" TEXT[],
    "segment" "Segment" NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CatalogOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogAvailability" (
    "id" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "countries" TEXT[],
    "currency" CHAR(3) NOT NULL,
    "termDuration" "TermDuration" NOT NULL,
    "billingCycle" "BillingCycle" NOT NULL,
    "listPrice" DECIMAL(12,2) NOT NULL,
    "resellerPrice" DECIMAL(12,2) NOT NULL,
    "retailPrice" DECIMAL(12,2) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CatalogAvailability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerAccount" (
    "customerId" UUID NOT NULL,
    "foundedById" UUID,
    "nonce" UUID,
    "segment" "Segment" NOT NULL DEFAULT 'Commercial',
    "culture" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "phoneNumber" TEXT,
    "addressLine1" TEXT,
    "addressLine2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postalCode" TEXT,
    "registrationNumber" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomerAccount_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "TenantOwner" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grantedByName" TEXT NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedByName" TEXT,

    CONSTRAINT "TenantOwner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CredentialHandover" (
    "id" UUID NOT NULL,
    "issuerOrganizationId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CredentialHandover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortalClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "PortalClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenseAssignment" (
    "id" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assignedByName" TEXT NOT NULL,

    CONSTRAINT "LicenseAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "status" "CartStatus" NOT NULL DEFAULT 'active',
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartItem" (
    "id" UUID NOT NULL,
    "cartId" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "availabilityId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "parentSubscriptionId" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CartItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "customerName" TEXT NOT NULL,
    "status" "OrderStatus" NOT NULL DEFAULT 'completed',
    "transactionType" "TransactionType" NOT NULL DEFAULT 'UserPurchase',
    "currency" CHAR(3) NOT NULL,
    "nonce" UUID NOT NULL,
    "listTotal" DECIMAL(14,2) NOT NULL,
    "resellerTotal" DECIMAL(14,2) NOT NULL,
    "retailTotal" DECIMAL(14,2) NOT NULL,
    "createdByName" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "lineNumber" INTEGER NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "resellerId" UUID,
    "transaction" "LineTransaction" NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "offerId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "termDuration" "TermDuration" NOT NULL,
    "billingCycle" "BillingCycle" NOT NULL,
    "listUnitPrice" DECIMAL(12,2) NOT NULL,
    "resellerUnitPrice" DECIMAL(12,2) NOT NULL,
    "retailUnitPrice" DECIMAL(12,2) NOT NULL,
    "listAmount" DECIMAL(14,2) NOT NULL,
    "resellerAmount" DECIMAL(14,2) NOT NULL,
    "retailAmount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseRequest" (
    "id" UUID NOT NULL,
    "kind" "PurchaseRequestKind" NOT NULL,
    "status" "PurchaseRequestStatus" NOT NULL DEFAULT 'open',
    "customerId" UUID NOT NULL,
    "customerName" TEXT NOT NULL,
    "fromOrganizationId" UUID NOT NULL,
    "fromName" TEXT NOT NULL,
    "toOrganizationId" UUID NOT NULL,
    "toName" TEXT NOT NULL,
    "askedByUserId" UUID NOT NULL,
    "askedByName" TEXT NOT NULL,
    "subscriptionId" UUID,
    "availabilityId" TEXT,
    "title" TEXT NOT NULL,
    "quantity" INTEGER,
    "comment" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedByName" TEXT,
    "answer" TEXT,
    "approvedQuantity" INTEGER,
    "orderId" UUID,
    "parentId" UUID,

    CONSTRAINT "PurchaseRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseRequestComment" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "organizationName" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PurchaseRequestComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "resellerId" UUID,
    "supportContactId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "parentId" UUID,
    "offerId" TEXT NOT NULL,
    "family" "ProductFamily" NOT NULL,
    "title" TEXT NOT NULL,
    "friendlyName" TEXT,
    "customerName" TEXT NOT NULL,
    "customerSortName" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "status" "SubscriptionStatus" NOT NULL DEFAULT 'active',
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspensionReason" TEXT,
    "isTrial" BOOLEAN NOT NULL DEFAULT false,
    "quantity" INTEGER NOT NULL,
    "assigned" INTEGER NOT NULL DEFAULT 0,
    "termDuration" "TermDuration" NOT NULL,
    "billingCycle" "BillingCycle" NOT NULL,
    "autoRenew" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "termStartedAt" TIMESTAMPTZ(3) NOT NULL,
    "termEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "anchorDay" INTEGER NOT NULL,
    "periodStartedAt" TIMESTAMPTZ(3) NOT NULL,
    "periodEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "currency" CHAR(3) NOT NULL,
    "listUnitPrice" DECIMAL(12,2) NOT NULL,
    "resellerUnitPrice" DECIMAL(12,2) NOT NULL,
    "retailUnitPrice" DECIMAL(12,2) NOT NULL,
    "nextQuantity" INTEGER,
    "nextTermDuration" "TermDuration",
    "nextBillingCycle" "BillingCycle",
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubscriptionBatch" (
    "id" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "reducibleUntil" TIMESTAMPTZ(3) NOT NULL,
    "listPaid" DECIMAL(12,2) NOT NULL,
    "resellerPaid" DECIMAL(12,2) NOT NULL,
    "retailPaid" DECIMAL(12,2) NOT NULL,

    CONSTRAINT "SubscriptionBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubscriptionChange" (
    "id" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "actorName" TEXT,
    "organizationName" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SubscriptionChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Charge" (
    "id" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "resellerId" UUID,
    "kind" "ChargeKind" NOT NULL,
    "month" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "listAmount" DECIMAL(14,2) NOT NULL,
    "resellerAmount" DECIMAL(14,2) NOT NULL,
    "retailAmount" DECIMAL(14,2) NOT NULL,
    "chargedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Charge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PartnerAgreement_organizationId_region_key" ON "PartnerAgreement"("organizationId", "region");

-- CreateIndex
CREATE INDEX "CatalogOffer_family_sortTitle_idx" ON "CatalogOffer"("family", "sortTitle");

-- CreateIndex
CREATE INDEX "CatalogAvailability_offerId_idx" ON "CatalogAvailability"("offerId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerAccount_foundedById_nonce_key" ON "CustomerAccount"("foundedById", "nonce");

-- CreateIndex
CREATE INDEX "TenantOwner_customerId_idx" ON "TenantOwner"("customerId");

-- CreateIndex
CREATE INDEX "TenantOwner_partnerId_idx" ON "TenantOwner"("partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "CredentialHandover_tokenHash_key" ON "CredentialHandover"("tokenHash");

-- CreateIndex
CREATE INDEX "CredentialHandover_userId_idx" ON "CredentialHandover"("userId");

-- CreateIndex
CREATE INDEX "CredentialHandover_customerId_idx" ON "CredentialHandover"("customerId");

-- CreateIndex
CREATE INDEX "LicenseAssignment_userId_idx" ON "LicenseAssignment"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LicenseAssignment_subscriptionId_userId_key" ON "LicenseAssignment"("subscriptionId", "userId");

-- CreateIndex
CREATE INDEX "Cart_providerId_customerId_idx" ON "Cart"("providerId", "customerId");

-- CreateIndex
CREATE INDEX "Cart_customerId_idx" ON "Cart"("customerId");

-- CreateIndex
CREATE INDEX "CartItem_cartId_idx" ON "CartItem"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE INDEX "Order_providerId_id_idx" ON "Order"("providerId", "id");

-- CreateIndex
CREATE INDEX "Order_customerId_id_idx" ON "Order"("customerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Order_providerId_nonce_key" ON "Order"("providerId", "nonce");

-- CreateIndex
CREATE INDEX "OrderLine_subscriptionId_idx" ON "OrderLine"("subscriptionId");

-- CreateIndex
CREATE INDEX "OrderLine_resellerId_orderId_idx" ON "OrderLine"("resellerId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderLine_orderId_lineNumber_key" ON "OrderLine"("orderId", "lineNumber");

-- CreateIndex
CREATE INDEX "PurchaseRequest_fromOrganizationId_id_idx" ON "PurchaseRequest"("fromOrganizationId", "id");

-- CreateIndex
CREATE INDEX "PurchaseRequest_toOrganizationId_id_idx" ON "PurchaseRequest"("toOrganizationId", "id");

-- CreateIndex
CREATE INDEX "PurchaseRequest_customerId_idx" ON "PurchaseRequest"("customerId");

-- CreateIndex
CREATE INDEX "PurchaseRequest_parentId_idx" ON "PurchaseRequest"("parentId");

-- CreateIndex
CREATE INDEX "PurchaseRequestComment_requestId_id_idx" ON "PurchaseRequestComment"("requestId", "id");

-- CreateIndex
CREATE INDEX "Subscription_customerId_id_idx" ON "Subscription"("customerId", "id");

-- CreateIndex
CREATE INDEX "Subscription_providerId_customerSortName_id_idx" ON "Subscription"("providerId", "customerSortName", "id");

-- CreateIndex
CREATE INDEX "Subscription_resellerId_customerSortName_id_idx" ON "Subscription"("resellerId", "customerSortName", "id");

-- CreateIndex
CREATE INDEX "Subscription_dueAt_idx" ON "Subscription"("dueAt");

-- CreateIndex
CREATE INDEX "Subscription_supportContactId_idx" ON "Subscription"("supportContactId");

-- CreateIndex
CREATE INDEX "Subscription_parentId_idx" ON "Subscription"("parentId");

-- CreateIndex
CREATE INDEX "Subscription_offerId_idx" ON "Subscription"("offerId");

-- CreateIndex
CREATE INDEX "SubscriptionBatch_subscriptionId_idx" ON "SubscriptionBatch"("subscriptionId");

-- CreateIndex
CREATE INDEX "SubscriptionChange_subscriptionId_id_idx" ON "SubscriptionChange"("subscriptionId", "id");

-- CreateIndex
CREATE INDEX "Charge_subscriptionId_idx" ON "Charge"("subscriptionId");

-- CreateIndex
CREATE INDEX "Charge_providerId_month_subscriptionId_idx" ON "Charge"("providerId", "month", "subscriptionId");

-- CreateIndex
CREATE INDEX "Charge_resellerId_month_subscriptionId_idx" ON "Charge"("resellerId", "month", "subscriptionId");

-- CreateIndex
CREATE INDEX "ActivityEntry_organizationId_counterpartId_eventId_idx" ON "ActivityEntry"("organizationId", "counterpartId", "eventId");

-- CreateIndex
CREATE INDEX "User_organizationId_sortName_id_idx" ON "User"("organizationId", "sortName", "id");

-- AddForeignKey
ALTER TABLE "PartnerAgreement" ADD CONSTRAINT "PartnerAgreement_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogAvailability" ADD CONSTRAINT "CatalogAvailability_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "CatalogOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerAccount" ADD CONSTRAINT "CustomerAccount_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenantOwner" ADD CONSTRAINT "TenantOwner_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenantOwner" ADD CONSTRAINT "TenantOwner_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialHandover" ADD CONSTRAINT "CredentialHandover_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenseAssignment" ADD CONSTRAINT "LicenseAssignment_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenseAssignment" ADD CONSTRAINT "LicenseAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartItem" ADD CONSTRAINT "CartItem_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseRequest" ADD CONSTRAINT "PurchaseRequest_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseRequest" ADD CONSTRAINT "PurchaseRequest_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PurchaseRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseRequestComment" ADD CONSTRAINT "PurchaseRequestComment_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "PurchaseRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_supportContactId_fkey" FOREIGN KEY ("supportContactId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "CatalogOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubscriptionBatch" ADD CONSTRAINT "SubscriptionBatch_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubscriptionChange" ADD CONSTRAINT "SubscriptionChange_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everything below is written by hand: what Prisma's schema cannot say.

-- 1. Uniqueness that decides races, and sums that cannot go wrong.
CREATE UNIQUE INDEX "Cart_active" ON "Cart" ("providerId", "customerId") WHERE "status" = 'active';
-- Nobody asks for the same thing again while an answer is awaited.
CREATE UNIQUE INDEX "PurchaseRequest_pending" ON "PurchaseRequest" ("fromOrganizationId", "customerId", "kind",
  (COALESCE("subscriptionId"::text, '') || ' ' || COALESCE("availabilityId", ''))) WHERE "status" IN ('open', 'forwarded');
CREATE UNIQUE INDEX "TenantOwner_active" ON "TenantOwner" ("customerId", "partnerId") WHERE "revokedAt" IS NULL;
CREATE UNIQUE INDEX "CredentialHandover_current" ON "CredentialHandover" ("userId") WHERE "usedAt" IS NULL AND "replacedAt" IS NULL;
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_quantity" CHECK ("quantity" >= 1);
-- The last license goes to one of two, and a reduction waits until enough are free.
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_assigned" CHECK ("assigned" BETWEEN 0 AND "quantity");
ALTER TABLE "SubscriptionBatch" ADD CONSTRAINT "SubscriptionBatch_quantity" CHECK ("quantity" >= 0);
ALTER TABLE "CartItem" ADD CONSTRAINT "CartItem_quantity" CHECK ("quantity" >= 1);
ALTER TABLE "PortalClock" ADD CONSTRAINT "PortalClock_single" CHECK ("id" = 1 AND "offset" >= 0);
INSERT INTO "PortalClock" ("id", "offset") VALUES (1, 0);
-- Substring search, applied by the functions below together with the tenant. Partial, because only such indexes may stand
-- beside those of the schema.
CREATE INDEX "Subscription_provider_search" ON "Subscription" USING gin ("providerId", "search" gin_trgm_ops) WHERE "search" IS NOT NULL;
CREATE INDEX "Subscription_reseller_search" ON "Subscription" USING gin ("resellerId", "search" gin_trgm_ops) WHERE "search" IS NOT NULL;

-- 2. Rights of the application's role. Changing is granted by column: parties, prices paid and beginnings never change.
GRANT SELECT, INSERT ON "CatalogOffer", "CatalogAvailability", "Cart", "CartItem", "Order", "OrderLine", "Subscription", "SubscriptionBatch",
  "SubscriptionChange", "Charge", "LicenseAssignment", "PurchaseRequest", "PurchaseRequestComment", "CustomerAccount", "TenantOwner",
  "CredentialHandover", "PartnerAgreement" TO tandem_application;
GRANT UPDATE ("family", "title", "sortTitle", "descriptionEn", "descriptionRu", "search", "unit", "minQuantity", "maxQuantity", "limitUnit", "limit", "isTrial",
  "convertsTo", "requires", "upgradesTo", "segment", "withdrawnAt", "updatedAt") ON "CatalogOffer" TO tandem_application;
GRANT UPDATE ("countries", "listPrice", "resellerPrice", "retailPrice", "withdrawnAt") ON "CatalogAvailability" TO tandem_application;
GRANT UPDATE ("status", "expiresAt") ON "Cart" TO tandem_application;
GRANT UPDATE ("quantity"), DELETE ON "CartItem" TO tandem_application;
GRANT UPDATE ("resellerId", "supportContactId", "offerId", "family", "title", "friendlyName", "customerName", "customerSortName", "search", "status", "statusSince",
  "suspensionReason", "isTrial", "quantity", "assigned", "termDuration", "billingCycle", "autoRenew", "termStartedAt", "termEndsAt", "anchorDay",
  "periodStartedAt", "periodEndsAt", "dueAt", "listUnitPrice", "resellerUnitPrice", "retailUnitPrice", "nextQuantity", "nextTermDuration",
  "nextBillingCycle", "version") ON "Subscription" TO tandem_application;
GRANT UPDATE ("quantity") ON "SubscriptionBatch" TO tandem_application;
GRANT DELETE ON "LicenseAssignment" TO tandem_application;
GRANT UPDATE ("status", "decidedAt", "decidedByName", "answer", "approvedQuantity", "orderId") ON "PurchaseRequest" TO tandem_application;
GRANT UPDATE ("segment", "culture", "language", "firstName", "lastName", "contactEmail", "phoneNumber", "addressLine1", "addressLine2", "city", "state",
  "postalCode", "registrationNumber", "updatedAt") ON "CustomerAccount" TO tandem_application;
GRANT UPDATE ("revokedAt", "revokedByName") ON "TenantOwner" TO tandem_application;
GRANT UPDATE ("usedAt", "replacedAt") ON "CredentialHandover" TO tandem_application;
GRANT SELECT, UPDATE ("offset") ON "PortalClock" TO tandem_application;
GRANT SELECT ("usageLocation", "deletedAt", "sortName", "search"), INSERT,
  UPDATE ("usageLocation", "deletedAt", "sortName", "search") ON "User" TO tandem_application;
-- People who are there already; whoever is added or renamed is folded more thoroughly.
UPDATE "User" SET "sortName" = left(lower("fullName"), 100), "search" = lower("fullName" || ' ' || "email");

-- 3. Questions that policies ask of other tables; each answers only about the current organization or the current key.
-- Whether the customer gave the current organization delegated administration.
CREATE FUNCTION administers_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id
                 WHERE r."customerId" = customer AND r."partnerId" = current_organization() AND r."endedAt" IS NULL AND d."revokedAt" IS NULL)
$$;

CREATE FUNCTION is_operator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Organization" o WHERE o.id = current_organization() AND o.kind = 'operator')
$$;

-- A provider creates a customer (P4): in the very transaction that founds it, it may be tied to its founder and to a reseller
-- that is the founder's partner. Who wants to end that partnership waits for the end of the transaction.
CREATE FUNCTION founded_now_with(partner uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  founder uuid;
BEGIN
  SELECT a."foundedById" INTO founder FROM "CustomerAccount" a JOIN "Organization" o ON o.id = a."customerId"
    WHERE o.id = current_organization() AND o.kind = 'customer' AND o.xmin = pg_current_xact_id()::xid;
  IF founder IS NULL THEN
    RETURN false;
  END IF;
  IF founder = partner THEN
    RETURN EXISTS (SELECT FROM "Organization" p WHERE p.id = founder AND p.kind = 'provider');
  END IF;
  PERFORM FROM "Partnership" p WHERE p."providerId" = founder AND p."resellerId" = partner AND p."endedAt" IS NULL FOR SHARE;
  RETURN FOUND;
END $$;

-- The active partnership with a reseller, held until the end of the transaction.
CREATE FUNCTION hold_partnership_with(reseller uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."resellerId" = reseller AND p."endedAt" IS NULL FOR SHARE;
  RETURN FOUND;
END $$;

-- The active relationship with a customer, held until the end of the transaction: nothing is ordered beside its end.
CREATE FUNCTION hold_relationship_with(customer uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "CustomerRelationship" r WHERE r."partnerId" = current_organization() AND r."customerId" = customer AND r."endedAt" IS NULL FOR SHARE;
  RETURN FOUND;
END $$;

-- Whether a partner of the current provider, or the provider itself, may serve as support contact for a customer: it is related to
-- the customer and has delegated administration (spec 3.9).
CREATE FUNCTION may_support(partner uuid, customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT serves_customer(customer) AND EXISTS (
    SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id AND d."revokedAt" IS NULL
    WHERE r."partnerId" = partner AND r."customerId" = customer AND r."endedAt" IS NULL
      AND (partner = current_organization() OR EXISTS (SELECT FROM "Partnership" p
           WHERE p."providerId" = current_organization() AND p."resellerId" = partner AND p."endedAt" IS NULL)))
$$;
-- The same, held until the end of the transaction: what would end it waits, and its job then finds the new contact.
CREATE FUNCTION hold_support_by(partner uuid, customer uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "CustomerRelationship" r
    JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id AND d."revokedAt" IS NULL
    JOIN "Partnership" p ON p."providerId" = current_organization() AND p."resellerId" = r."partnerId" AND p."endedAt" IS NULL
    WHERE r."partnerId" = partner AND r."customerId" = customer AND r."endedAt" IS NULL AND serves_customer(customer) FOR SHARE;
  RETURN FOUND;
END $$;
-- Whether a designated support contact still is one: the provider always; a reseller while the customer lets it administer and
-- it is the provider's partner. Only for the functions below.
CREATE FUNCTION still_supports(contact uuid, provider uuid, customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT contact = provider OR (EXISTS (
    SELECT FROM "CustomerRelationship" r JOIN "DelegatedAdministration" d ON d."customerRelationshipId" = r.id AND d."revokedAt" IS NULL
    WHERE r."partnerId" = contact AND r."customerId" = customer AND r."endedAt" IS NULL)
   AND EXISTS (SELECT FROM "Partnership" p WHERE p."providerId" = provider AND p."resellerId" = contact AND p."endedAt" IS NULL))
$$;

CREATE FUNCTION domain_is_taken(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM "Organization" o WHERE o.domain = lower(wanted)) $$;

CREATE FUNCTION sees_subscription(subscription uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Subscription" s WHERE s.id = subscription
                 AND (current_organization() IN (s."providerId", s."customerId", s."resellerId") OR administers_customer(s."customerId")))
$$;
-- Who supports a subscription at this moment: its designated contact, or the provider as soon as that one no longer may.
CREATE FUNCTION standing_support_contact(subscription uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN still_supports(s."supportContactId", s."providerId", s."customerId") THEN s."supportContactId" ELSE s."providerId" END
  FROM "Subscription" s WHERE s.id = subscription AND sees_subscription(s.id)
$$;

CREATE FUNCTION sees_order(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "OrderLine" l WHERE l."orderId" = wanted AND l."resellerId" = current_organization())
$$;

-- A reseller passed a customer's request on: the answer its provider gave to the reseller's own request is the answer to the
-- customer as well. Returns the request that was answered thereby.
CREATE FUNCTION answer_forwarded_request(child uuid) RETURNS TABLE ("requestId" uuid, "organizationId" uuid, "userId" uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "PurchaseRequest" p SET "status" = c."status", "decidedAt" = c."decidedAt", "decidedByName" = c."decidedByName", "answer" = c."answer",
    "approvedQuantity" = c."approvedQuantity", "orderId" = c."orderId"
  FROM "PurchaseRequest" c
  WHERE c.id = child AND c."toOrganizationId" = current_organization() AND c."status" IN ('approved', 'declined')
    AND p.id = c."parentId" AND p."toOrganizationId" = c."fromOrganizationId" AND p."status" = 'forwarded'
  RETURNING p.id, p."fromOrganizationId", p."askedByUserId"
$$;

-- A customer withdraws what its reseller has passed on: the reseller's request goes with it, if it still waits.
CREATE FUNCTION withdraw_forwarded_request(parent uuid) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH withdrawn AS (
    UPDATE "PurchaseRequest" c SET "status" = 'withdrawn', "decidedAt" = p."decidedAt", "decidedByName" = p."decidedByName"
    FROM "PurchaseRequest" p
    WHERE p.id = parent AND p."fromOrganizationId" = current_organization() AND p."status" = 'withdrawn'
      AND c."parentId" = p.id AND c."fromOrganizationId" = p."toOrganizationId" AND c."status" = 'open'
    RETURNING 1)
  SELECT count(*)::int FROM withdrawn
$$;

-- 4. Wall two: row-level security.
ALTER TABLE "CatalogOffer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "CatalogOffer" FOR SELECT USING (current_organization() IS NOT NULL);
CREATE POLICY imported ON "CatalogOffer" FOR INSERT WITH CHECK (is_operator());
CREATE POLICY changed ON "CatalogOffer" FOR UPDATE USING (is_operator());
ALTER TABLE "CatalogAvailability" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "CatalogAvailability" FOR SELECT USING (current_organization() IS NOT NULL);
CREATE POLICY imported ON "CatalogAvailability" FOR INSERT WITH CHECK (is_operator());
CREATE POLICY changed ON "CatalogAvailability" FOR UPDATE USING (is_operator());

ALTER TABLE "Cart" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "Cart" USING ("providerId" = current_organization())
  WITH CHECK ("providerId" = current_organization() AND ("status" <> 'active' OR serves_customer("customerId")));
ALTER TABLE "CartItem" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "CartItem" USING ("providerId" = current_organization())
  WITH CHECK ("providerId" = current_organization() AND EXISTS (SELECT FROM "Cart" c WHERE c.id = "cartId" AND c."providerId" = current_organization()));

ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Order" FOR SELECT
  USING (current_organization() IN ("providerId", "customerId") OR administers_customer("customerId") OR sees_order("id"));
CREATE POLICY placed ON "Order" FOR INSERT WITH CHECK ("providerId" = current_organization() AND serves_customer("customerId"));
ALTER TABLE "OrderLine" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "OrderLine" FOR SELECT
  USING (current_organization() IN ("providerId", "customerId", "resellerId") OR administers_customer("customerId"));
CREATE POLICY placed ON "OrderLine" FOR INSERT WITH CHECK ("providerId" = current_organization() AND EXISTS (
  SELECT FROM "Order" o WHERE o.id = "orderId" AND o."providerId" = current_organization() AND o."customerId" = "OrderLine"."customerId"));

ALTER TABLE "Subscription" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Subscription" FOR SELECT
  USING (current_organization() IN ("providerId", "customerId", "resellerId") OR administers_customer("customerId"));
CREATE POLICY bought ON "Subscription" FOR INSERT WITH CHECK ("providerId" = current_organization() AND serves_customer("customerId"));
-- The provider changes what it sells; customers and those who administer them assign licenses, suspend and rename.
CREATE POLICY changed ON "Subscription" FOR UPDATE
  USING (current_organization() IN ("providerId", "customerId") OR administers_customer("customerId"));

ALTER TABLE "SubscriptionBatch" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "SubscriptionBatch" USING ("providerId" = current_organization()) WITH CHECK ("providerId" = current_organization());
CREATE POLICY readable ON "SubscriptionBatch" FOR SELECT USING ("customerId" = current_organization() OR administers_customer("customerId"));
ALTER TABLE "SubscriptionChange" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "SubscriptionChange" FOR SELECT USING (sees_subscription("subscriptionId"));
CREATE POLICY written ON "SubscriptionChange" FOR INSERT WITH CHECK (sees_subscription("subscriptionId"));
ALTER TABLE "Charge" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "Charge" FOR SELECT USING (current_organization() IN ("providerId", "resellerId"));
CREATE POLICY written ON "Charge" FOR INSERT WITH CHECK ("providerId" = current_organization());

ALTER TABLE "LicenseAssignment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY administered ON "LicenseAssignment" USING ("customerId" = current_organization() OR administers_customer("customerId"))
  WITH CHECK (("customerId" = current_organization() OR administers_customer("customerId"))
    AND EXISTS (SELECT FROM "Subscription" s WHERE s.id = "subscriptionId" AND s."customerId" = "LicenseAssignment"."customerId")
    AND EXISTS (SELECT FROM "User" u WHERE u.id = "userId" AND u."organizationId" = "LicenseAssignment"."customerId"));
-- The end of a subscription takes its licenses back, whoever ends it.
CREATE POLICY sold ON "LicenseAssignment" FOR SELECT USING (EXISTS (
  SELECT FROM "Subscription" s WHERE s.id = "subscriptionId" AND s."providerId" = current_organization()));
CREATE POLICY taken_back ON "LicenseAssignment" FOR DELETE USING (EXISTS (
  SELECT FROM "Subscription" s WHERE s.id = "subscriptionId" AND s."providerId" = current_organization() AND s."status" IN ('disabled', 'deleted')));

ALTER TABLE "PurchaseRequest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "PurchaseRequest" FOR SELECT USING (current_organization() IN ("fromOrganizationId", "toOrganizationId"));
CREATE POLICY asked ON "PurchaseRequest" FOR INSERT
  WITH CHECK ("fromOrganizationId" = current_organization() AND knows_organization("toOrganizationId")
    AND ("customerId" = current_organization() OR serves_customer("customerId")));
CREATE POLICY answered ON "PurchaseRequest" FOR UPDATE USING (current_organization() IN ("fromOrganizationId", "toOrganizationId"));
ALTER TABLE "PurchaseRequestComment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "PurchaseRequestComment" FOR SELECT USING (EXISTS (
  SELECT FROM "PurchaseRequest" r WHERE r.id = "requestId" AND current_organization() IN (r."fromOrganizationId", r."toOrganizationId")));
CREATE POLICY written ON "PurchaseRequestComment" FOR INSERT WITH CHECK ("organizationId" = current_organization() AND EXISTS (
  SELECT FROM "PurchaseRequest" r WHERE r.id = "requestId" AND current_organization() IN (r."fromOrganizationId", r."toOrganizationId")));

ALTER TABLE "CustomerAccount" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "CustomerAccount" FOR SELECT USING ("customerId" = current_organization() OR serves_customer("customerId"));
CREATE POLICY founded ON "CustomerAccount" FOR INSERT WITH CHECK ("customerId" = current_organization() OR ("foundedById" IS NULL AND serves_customer("customerId")));
CREATE POLICY changed ON "CustomerAccount" FOR UPDATE USING ("customerId" = current_organization() OR serves_customer("customerId"));

ALTER TABLE "PartnerAgreement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "PartnerAgreement" FOR SELECT USING ("organizationId" = current_organization() OR knows_organization("organizationId"));
CREATE POLICY signed ON "PartnerAgreement" FOR INSERT WITH CHECK ("organizationId" = current_organization());

ALTER TABLE "TenantOwner" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "TenantOwner" FOR SELECT USING (current_organization() IN ("customerId", "partnerId") OR administers_customer("customerId"));
CREATE POLICY granted ON "TenantOwner" FOR INSERT WITH CHECK (("customerId" = current_organization() OR administers_customer("customerId"))
  AND EXISTS (SELECT FROM "CustomerRelationship" r WHERE r."customerId" = "TenantOwner"."customerId" AND r."partnerId" = "TenantOwner"."partnerId" AND r."endedAt" IS NULL));
CREATE POLICY revoked ON "TenantOwner" FOR UPDATE
  USING ((current_organization() IN ("customerId", "partnerId") OR administers_customer("customerId")) AND "revokedAt" IS NULL)
  WITH CHECK ("revokedAt" IS NOT NULL);

-- A provider and a reseller in partnership see of each other who was made owner.
CREATE POLICY shared ON "TenantOwner" FOR SELECT USING ("revokedAt" IS NULL AND shares_customer("partnerId", "customerId"));

ALTER TABLE "CredentialHandover" ENABLE ROW LEVEL SECURITY;
CREATE POLICY issued ON "CredentialHandover" USING ("issuerOrganizationId" = current_organization())
  WITH CHECK ("issuerOrganizationId" = current_organization() AND administers_customer("customerId"));
CREATE POLICY held ON "CredentialHandover" FOR SELECT USING ("tokenHash" = current_key());
CREATE POLICY used ON "CredentialHandover" FOR UPDATE USING ("tokenHash" = current_key() AND "usedAt" IS NULL AND "replacedAt" IS NULL)
  WITH CHECK ("tokenHash" = current_key() AND "usedAt" IS NOT NULL);
-- Several partners may administer a customer: the link of one takes the place of the other's.
CREATE POLICY known ON "CredentialHandover" FOR SELECT USING (administers_customer("customerId"));
CREATE POLICY replaced ON "CredentialHandover" FOR UPDATE USING (administers_customer("customerId") AND "usedAt" IS NULL)
  WITH CHECK ("replacedAt" IS NOT NULL);
-- Whatever changes a password voids the links that would have set it.
CREATE FUNCTION void_handovers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "CredentialHandover" SET "replacedAt" = now() WHERE "userId" = NEW.id AND "usedAt" IS NULL AND "replacedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER void_handovers AFTER UPDATE OF "passwordHash" ON "User" FOR EACH ROW EXECUTE FUNCTION void_handovers();

-- The clock moves only where the demo has unlocked it.
ALTER TABLE "PortalClock" ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON "PortalClock" FOR SELECT USING (current_setting('app.clock', true) = 'movable');
CREATE POLICY moved ON "PortalClock" FOR UPDATE USING (current_setting('app.clock', true) = 'movable');

-- What was ordered and billed is append-only for everybody.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Order" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "OrderLine" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "Charge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "SubscriptionChange" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 5. Policies of the first migration that now have to know more.
-- A customer's people: seen and kept by those who administer the customer.
DROP POLICY readable ON "User";
CREATE POLICY readable ON "User" FOR SELECT
  USING ("organizationId" = current_organization() OR administers_reseller("organizationId") OR administers_customer("organizationId"));
DROP POLICY added ON "User";
CREATE POLICY added ON "User" FOR INSERT WITH CHECK ("organizationId" = current_organization() OR administers_customer("organizationId"));
DROP POLICY own ON "User";
CREATE POLICY kept ON "User" FOR UPDATE USING ("organizationId" = current_organization() OR administers_customer("organizationId"));
-- Whoever resets a password or deletes a person ends their sessions.
CREATE POLICY ended ON "Session" FOR UPDATE USING (administers_customer("organizationId")) WITH CHECK ("revokedAt" IS NOT NULL);
CREATE POLICY administered ON "Session" FOR SELECT USING (administers_customer("organizationId"));

DROP POLICY authorized ON "CustomerRelationship";
CREATE POLICY authorized ON "CustomerRelationship" FOR INSERT
  WITH CHECK ("customerId" = current_organization() AND (holds_link_from("partnerId") OR founded_now_with("partnerId")));

-- A provider and a reseller in partnership see of each other whom a customer they share lets administer: support follows it.
CREATE POLICY shared ON "DelegatedAdministration" FOR SELECT USING ("revokedAt" IS NULL AND shares_customer("partnerId", "customerId"));

-- An agreement is accepted by the customer or attested by its provider (spec 3.12).
DROP POLICY accepted ON "CustomerAgreement";
CREATE POLICY accepted ON "CustomerAgreement" FOR INSERT WITH CHECK ("customerId" = current_organization() OR serves_customer("customerId"));

-- 6. Doors for the worker, for people with a link, and searches that apply the tenant themselves.
-- A deleted person cannot sign in and has no session.
CREATE OR REPLACE FUNCTION sign_in_candidate(sign_in_email text) RETURNS TABLE (
  "userId" uuid, "organizationId" uuid, "passwordHash" text, "mustChangePassword" boolean, "temporaryPasswordExpiresAt" timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u."organizationId", u."passwordHash", u."mustChangePassword", u."temporaryPasswordExpiresAt"
  FROM "User" u WHERE u.email = sign_in_email AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

CREATE OR REPLACE FUNCTION session_actor(token_hash text, idle interval) RETURNS TABLE (
  "sessionId" uuid, "lastSeenAt" timestamptz, "userId" uuid, "email" text, "fullName" text, "roles" text[], "locale" text, "theme" text,
  "timeZone" text, "mustChangePassword" boolean, "organizationId" uuid, "organizationKind" text, "organizationName" text,
  "organizationDomain" text, "region" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."lastSeenAt", u.id, u.email, u."fullName", u.roles::text[], u.locale::text, u.theme::text,
         u."timeZone", u."mustChangePassword", o.id, o.kind::text, o.name, o.domain, o.region
  FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organization" o ON o.id = u."organizationId"
  WHERE s."tokenHash" = token_hash AND s."organizationId" = u."organizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND u."disabledAt" IS NULL AND u."deletedAt" IS NULL
$$;

-- People who were deleted longer ago than they can be restored (spec 3.13) are gone with what lapsed before.
CREATE OR REPLACE FUNCTION forget_what_has_lapsed() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "rate_limit" WHERE expire < extract(epoch from now()) * 1000;
  DELETE FROM "AccountSetup" WHERE "expiresAt" < now() - interval '1 day';
  DELETE FROM "Session" WHERE "expiresAt" < now() - interval '30 days';
  DELETE FROM "User" WHERE "deletedAt" < now() - interval '30 days';
$$;

-- The hand-over link in hand: whose password it sets.
CREATE FUNCTION handover_of_key() RETURNS TABLE (
  "handoverId" uuid, "userId" uuid, "organizationId" uuid, "email" text, "fullName" text, "organizationName" text, "issuerName" text,
  "expiresAt" timestamptz, "usedAt" timestamptz, "replacedAt" timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.id, u.id, u."organizationId", u.email, u."fullName", o.name, i.name, h."expiresAt", h."usedAt", h."replacedAt"
  FROM "CredentialHandover" h JOIN "User" u ON u.id = h."userId" JOIN "Organization" o ON o.id = u."organizationId"
  JOIN "Organization" i ON i.id = h."issuerOrganizationId"
  WHERE h."tokenHash" = current_key() AND u."deletedAt" IS NULL AND u."disabledAt" IS NULL
$$;

-- Subscriptions whose time has come, oldest first, with the organization the worker acts as.
CREATE FUNCTION due_subscriptions(moment timestamptz, at_most int) RETURNS TABLE ("id" uuid, "providerId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."providerId" FROM "Subscription" s WHERE s."dueAt" <= moment ORDER BY s."dueAt" LIMIT at_most
$$;

-- The ids of one page of the current organization's subscriptions, in the order of customers.
CREATE FUNCTION search_subscriptions(term text, wanted_status text, wanted_family text, wanted_reseller uuid, wanted_customer uuid,
  from_name text, from_id uuid, backward boolean, page_size int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kind "OrganizationKind" := (SELECT o.kind FROM "Organization" o WHERE o.id = current_organization());
  party text := CASE kind WHEN 'provider' THEN '"providerId"' WHEN 'reseller' THEN '"resellerId"' ELSE '"customerId"' END;
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT s.id FROM "Subscription" s WHERE s.%1$s = current_organization()
       AND ($1 IS NULL OR s."search" LIKE like_pattern($1)) AND ($2 IS NULL OR s."status"::text = $2) AND ($3 IS NULL OR s."family"::text = $3)
       AND ($4 IS NULL OR s."resellerId" = $4) AND ($5 IS NULL OR s."customerId" = $5)
       AND ($6 IS NULL OR (s."customerSortName", s.id) %2$s ($6, $7))
     ORDER BY s."customerSortName" %3$s, s.id %3$s LIMIT $8', party, CASE WHEN backward THEN '<' ELSE '>' END, CASE WHEN backward THEN 'DESC' ELSE 'ASC' END)
    USING term, wanted_status, wanted_family, wanted_reseller, wanted_customer, from_name, from_id, page_size;
END $$;

-- What a partner was designated for and may no longer be, with the organization the worker acts as.
CREATE FUNCTION stray_support_contacts(partner uuid, at_most int) RETURNS TABLE ("id" uuid, "providerId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s."providerId" FROM "Subscription" s
  WHERE s."supportContactId" = partner AND s."status" <> 'deleted' AND NOT still_supports(partner, s."providerId", s."customerId")
  ORDER BY s."providerId", s.id LIMIT at_most
$$;
CREATE FUNCTION stray_tenant_owners(partner uuid, at_most int) RETURNS TABLE ("id" uuid, "customerId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t."customerId" FROM "TenantOwner" t
  WHERE t."partnerId" = partner AND t."revokedAt" IS NULL AND NOT EXISTS (SELECT FROM "CustomerRelationship" r
    WHERE r."partnerId" = partner AND r."customerId" = t."customerId" AND r."endedAt" IS NULL AND r."startedAt" <= t."grantedAt")
  ORDER BY t."customerId", t.id LIMIT at_most
$$;

-- The current provider's active subscriptions nobody can be credited for, in the order of customers, and what is wrong.
CREATE FUNCTION search_missing_resellers(from_name text, from_id uuid, backward boolean, page_size int) RETURNS TABLE ("id" uuid, "reason" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  partners uuid[] := ARRAY(SELECT p."resellerId" FROM "Partnership" p WHERE p."providerId" = current_organization() AND p."endedAt" IS NULL);
  signers uuid[] := ARRAY(SELECT a."organizationId" FROM "PartnerAgreement" a
    WHERE a."organizationId" = ANY (partners) AND a."region" = (SELECT o."region" FROM "Organization" o WHERE o.id = current_organization()));
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT s.id, CASE WHEN s."resellerId" IS NULL THEN ''missing'' WHEN NOT s."resellerId" = ANY ($1) THEN ''partnershipEnded''
                       WHEN NOT s."resellerId" = ANY ($2) THEN ''agreementMissing'' ELSE ''relationshipEnded'' END
     FROM "Subscription" s WHERE s."providerId" = current_organization() AND s."status" = ''active''
       AND (s."resellerId" IS NULL OR NOT s."resellerId" = ANY ($2) OR NOT EXISTS (SELECT FROM "CustomerRelationship" r
            WHERE r."customerId" = s."customerId" AND r."partnerId" = s."resellerId" AND r."endedAt" IS NULL))
       AND ($3 IS NULL OR (s."customerSortName", s.id) %1$s ($3, $4))
     ORDER BY s."customerSortName" %2$s, s.id %2$s LIMIT $5', CASE WHEN backward THEN '<' ELSE '>' END, CASE WHEN backward THEN 'DESC' ELSE 'ASC' END)
    USING partners, signers, from_name, from_id, page_size;
END $$;

-- Incentives of a month: what was billed per subscription and reseller of record, as far as the current organization earns or
-- credits it. A former reseller of record still sees what it earned on.
CREATE FUNCTION credited_subscriptions(wanted_month date, wanted_reseller uuid, from_subscription uuid, from_reseller uuid, backward boolean, page_size int)
RETURNS TABLE ("subscriptionId" uuid, "providerId" uuid, "resellerId" uuid, "resellerName" text, "customerId" uuid, "customerName" text, "title" text,
  "family" text, "currency" text, "billed" numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  party text := CASE WHEN (SELECT o.kind FROM "Organization" o WHERE o.id = current_organization()) = 'provider' THEN '"providerId"' ELSE '"resellerId"' END;
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT c."subscriptionId", c."providerId", c."resellerId", o.name, s."customerId", s."customerName", coalesce(s."friendlyName", s."title"),
            s."family"::text, c."currency"::text, sum(c."resellerAmount")
     FROM "Charge" c JOIN "Subscription" s ON s.id = c."subscriptionId" JOIN "Organization" o ON o.id = c."resellerId"
     WHERE c.%1$s = current_organization() AND c."month" = $1 AND c."resellerId" IS NOT NULL AND ($2 IS NULL OR c."resellerId" = $2)
       AND ($3 IS NULL OR (c."subscriptionId", c."resellerId") %2$s ($3, $4))
     GROUP BY c."subscriptionId", c."resellerId", c."providerId", o.name, s."customerId", s."customerName", s."friendlyName", s."title", s."family", c."currency"
     ORDER BY c."subscriptionId" %3$s, c."resellerId" %3$s LIMIT $5', party, CASE WHEN backward THEN '<' ELSE '>' END, CASE WHEN backward THEN 'DESC' ELSE 'ASC' END)
    USING wanted_month, wanted_reseller, from_subscription, from_reseller, page_size;
END $$;

-- The same month in one sum per currency. Credits are rounded per subscription, as the list shows them.
CREATE FUNCTION credit_totals(wanted_month date, wanted_reseller uuid, rates jsonb) RETURNS TABLE ("currency" text, "billed" numeric, "credit" numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  party text := CASE WHEN (SELECT o.kind FROM "Organization" o WHERE o.id = current_organization()) = 'provider' THEN '"providerId"' ELSE '"resellerId"' END;
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT e.currency, sum(e.billed), sum(round(e.billed * ($3 ->> e.family)::numeric, 2)) FROM (
       SELECT c."currency"::text AS currency, s."family"::text AS family, sum(c."resellerAmount") AS billed
       FROM "Charge" c JOIN "Subscription" s ON s.id = c."subscriptionId"
       WHERE c.%1$s = current_organization() AND c."month" = $1 AND c."resellerId" IS NOT NULL AND ($2 IS NULL OR c."resellerId" = $2)
       GROUP BY c."subscriptionId", c."resellerId", c."currency", s."family") e
     GROUP BY e.currency ORDER BY e.currency', party)
    USING wanted_month, wanted_reseller, rates;
END $$;

REVOKE EXECUTE ON FUNCTION still_supports, stray_support_contacts, stray_tenant_owners, due_subscriptions, domain_is_taken, handover_of_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stray_support_contacts, stray_tenant_owners, due_subscriptions, domain_is_taken, handover_of_key TO tandem_application;
