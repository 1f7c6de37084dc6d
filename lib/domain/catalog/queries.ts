import { z } from 'zod'
import { query } from '@/lib/core/operation'
import { byName, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { kindOf, visiblePrices } from './rules'
import { listOffersForCustomerInput, listOffersInput } from './schema'
import {
  availabilityFields,
  inTermOrder,
  nameReferences,
  offerFields,
  offersForCustomer,
  offersMatching,
  soldAs,
  toPriced,
} from './steps'

// Offers are told apart by product and SKU, not by a UUID.
const offerKey = z
  .string()
  .max(60)
  .refine((id) => !id.includes('\u0000'))

/**
 * The price list: offers on sale in title order, with the prices of one market or of all of them. Everybody sees the
 * prices of its own kind. `isImported` tells an empty catalogue from an empty answer.
 */
export const listOffers = query({
  access: 'catalog.view',
  input: listOffersInput,
  async run({ actor, input, db }) {
    const home = await db.organization.findUniqueOrThrow({
      where: { id: actor.organizationId },
      select: { country: true },
    })
    const market = input.market ?? home.country
    const sold = soldAs(input, market === 'all' ? undefined : market)
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byName('sortTitle', range)
        return db.catalogOffer.findMany({
          where: { AND: [offersMatching(input), { availabilities: { some: sold } }, where] },
          orderBy,
          take,
          select: { ...offerFields, availabilities: { where: sold, orderBy: inTermOrder, select: availabilityFields } },
        })
      },
      (row) => ({ sort: row.sortTitle, id: row.id }),
      offerKey,
    )
    const isImported = page.rows.length > 0 || (await db.catalogOffer.findFirst({ select: { id: true } })) !== null
    const rows = page.rows.map(({ availabilities, ...offer }) => ({
      ...offer,
      kind: kindOf(offer),
      availabilities: availabilities.map((availability) => toPriced(actor, availability)),
    }))
    const prices = visiblePrices(actor)
    return { ...page, rows: await nameReferences(db, rows), isImported, market, home: home.country, prices }
  },
})

/** What a customer could buy, and why it cannot buy the rest: see `offersForCustomer`. */
export const listOffersForCustomer = query({
  access: 'catalog.view',
  input: listOffersForCustomerInput,
  run: ({ actor, input: { customerId, ...filter }, db }) => offersForCustomer(db, actor, customerId, filter),
})

/** For the operator: what the catalogue holds, and since when. */
export const getCatalogState = query({
  access: 'catalog.import',
  input: z.strictObject({}),
  async run({ actor, db }) {
    const offers = await db.catalogOffer.count({ where: { withdrawnAt: null } })
    const availabilities = await db.catalogAvailability.count({ where: { withdrawnAt: null } })
    const withdrawn = await db.catalogOffer.count({ where: { withdrawnAt: { not: null } } })
    const [latest] = await db.activityEntry.findMany({
      where: { AND: [scope({ organizationId: actor.organizationId }), { type: 'catalog.imported' }] },
      orderBy: { eventId: 'desc' },
      take: 1,
      select: { occurredAt: true, event: { select: { actorName: true } } },
    })
    return {
      offers,
      availabilities,
      withdrawn,
      latest: latest ? { at: latest.occurredAt, by: latest.event.actorName } : null,
    }
  },
})
