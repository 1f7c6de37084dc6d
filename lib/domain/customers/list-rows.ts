import type { Actor } from '@/lib/access/permissions'
import { Prisma, type StatementsOnly, statement } from '@/lib/core/db'
import { byNameSql, type KeyRange } from '@/lib/core/page'
import { scopeSql } from '@/lib/core/scope'
import { toSearchTerm } from '@/lib/core/sort-name'

interface Filter {
  search?: string | undefined
  partner?: string | undefined
}

interface CustomerRow {
  id: string
  customerId: string
  customerName: string
  customerDomain: string
  customerSortName: string
  startedAt: Date
  country: string
  agreementDate: Date | null
  delegatedSince: Date | null
  /** The actor's partners that serve the customer, too. */
  partners: { partnerId: string; partnerName: string }[]
}

/** One page of a partner's customers with all that the list shows, in one statement: it is what partners look at most. */
export function readCustomers(
  db: StatementsOnly,
  actor: Actor,
  filter: Filter,
  range: KeyRange,
): Promise<CustomerRow[]> {
  const columns = Prisma.sql`r.id, r."customerId", r."customerName", r."customerDomain", r."customerSortName", r."startedAt"`
  return statement<CustomerRow>(
    db,
    Prisma.sql`
    WITH page AS (SELECT ${columns} FROM ${filter.search || filter.partner ? found(actor, filter, range) : all(actor, range)}),
    shared AS (${sharingPartners(actor)})
    SELECT page.*, o.country, coalesce(shared.partners, '[]') AS partners,
      (SELECT a."dateAgreed" FROM "CustomerAgreement" a WHERE a."customerId" = page."customerId" LIMIT 1) AS "agreementDate",
      (SELECT d."grantedAt" FROM "DelegatedAdministration" d
        WHERE d."customerRelationshipId" = page.id AND d."revokedAt" IS NULL LIMIT 1) AS "delegatedSince"
    FROM page JOIN "Organization" o ON o.id = page."customerId" LEFT JOIN shared ON shared."customerId" = page."customerId"
    ORDER BY ${byNameSql('page', 'customerSortName', range).orderBy}`,
  )
}

/** For the filter of the list: partners in name order, at most 200. */
export function readPartners(db: StatementsOnly, { organizationId, organizationKind }: Actor) {
  const [own, theirs] = organizationKind === 'provider' ? ['provider', 'reseller'] : ['reseller', 'provider']
  const column = (party: string | undefined, name: string) => Prisma.raw(`p."${party}${name}"`)
  return statement<{ id: string; name: string }>(
    db,
    Prisma.sql`
    SELECT ${column(theirs, 'Id')} AS id, ${column(theirs, 'Name')} AS name FROM "Partnership" p
    WHERE ${scopeSql(Prisma.sql`${column(own, 'Id')} = ${organizationId}::uuid`)} AND p."endedAt" IS NULL
    ORDER BY ${column(theirs, 'SortName')}, p.id LIMIT 200`,
  )
}

function all(actor: Actor, range: KeyRange): Prisma.Sql {
  const { where, orderBy } = byNameSql('r', 'customerSortName', range)
  return Prisma.sql`"CustomerRelationship" r WHERE ${own(actor)} AND r."endedAt" IS NULL AND ${where}
    ORDER BY ${orderBy} LIMIT ${range.take}::int`
}

/** The database's own function: substrings and partners cannot use an index behind row-level security, but it can. */
function found(actor: Actor, { search, partner }: Filter, { from, direction, take }: KeyRange): Prisma.Sql {
  const term = search ? toSearchTerm(search) : null
  const key = Prisma.sql`${from?.sort ?? null}, ${from?.id ?? null}::uuid, ${direction === 'backward'}, ${take}::int`
  return Prisma.sql`search_customers(${term}, ${partner ?? null}::uuid, ${key}) AS found (id)
    JOIN "CustomerRelationship" r ON r.id = found.id WHERE ${own(actor)}`
}

function own({ organizationId }: Actor): Prisma.Sql {
  return scopeSql(Prisma.sql`r."partnerId" = ${organizationId}::uuid`)
}

/** For all customers of the page at once: asked row by row, every row read the partnerships again. */
function sharingPartners({ organizationId, organizationKind }: Actor): Prisma.Sql {
  const [theirs, own] =
    organizationKind === 'provider'
      ? [Prisma.sql`p."resellerId"`, Prisma.sql`p."providerId"`]
      : [Prisma.sql`p."providerId"`, Prisma.sql`p."resellerId"`]
  return Prisma.sql`
    SELECT s."customerId", jsonb_agg(jsonb_build_object('partnerId', s."partnerId", 'partnerName', s."partnerName")
      ORDER BY s."partnerSortName", s.id) AS partners
    FROM page JOIN "CustomerRelationship" s ON s."customerId" = page."customerId"
    JOIN "Partnership" p ON ${theirs} = s."partnerId" AND ${own} = ${organizationId}::uuid
    WHERE s."endedAt" IS NULL AND s."partnerId" <> ${organizationId}::uuid AND p."endedAt" IS NULL
    GROUP BY s."customerId"`
}
