import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { everyOffer } from '../catalog/schema'
import { offersFor } from '../catalog/steps'
import { factsOf } from './purchase-steps'
import type { NewCustomer } from './schema'

/** All offers that are sold, as they stand for a customer of this kind: rows of the form's table. */
export async function readOffers(db: Database, actor: Actor, account: Pick<NewCustomer, 'country' | 'segment'>) {
  const { offers } = await offersFor(db, actor, factsOf(account), everyOffer)
  return offers.map((offer) => ({
    offerId: offer.id,
    family: offer.family,
    title: offer.title,
    description: actor.locale === 'ru' ? offer.descriptionRu : offer.descriptionEn,
    min: offer.minQuantity,
    max: offer.maxQuantity,
    isTrial: offer.isTrial,
    /** Why it cannot be bought; null where it can. What an add-on needs can be bought in the same breath. */
    reason: offer.reasons.find((reason) => reason !== 'prerequisite') ?? null,
    needs: offer.requires.map(({ id, title }) => ({ offerId: id, title })),
    choices: offer.availabilities.map(({ id, termDuration, billingCycle, currency, prices }) => ({
      id,
      termDuration,
      billingCycle,
      currency,
      list: prices.list ?? '',
    })),
  }))
}
