import { uuidv7 } from 'uuidv7'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { newMark, type Organization } from './organizations'
import { insert, rows } from './owner'

/** The smallest picture there is: one pixel, as a PNG. */
export const tinyPng = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A complete card as a form or a command takes it. */
export const cardInput = {
  descriptionEn: 'We stand behind small resellers.',
  descriptionRu: 'Мы поддерживаем небольших торговых посредников.',
  programmesEn: 'Start',
  programmesRu: 'Старт',
  supportEn: 'Round the clock',
  supportRu: 'Круглосуточно',
  services: ['migration', 'training'],
  languages: ['en', 'de'],
  countries: ['DE', 'AT'],
  website: 'https://provider.example/',
  contactName: 'Contact',
  contactEmail: 'partners@provider.example',
} as const

/** Writes a provider's card as it stands after it was published, or before. */
export async function card(
  of: Organization,
  { published = true, ...columns }: { published?: boolean; [column: string]: unknown } = {},
): Promise<void> {
  await rows('delete from "ProviderCard" where "organizationId" = $1', [of.id])
  await insert('ProviderCard', {
    ...cardInput,
    organizationId: of.id,
    name: of.name,
    mpnId: of.mpnId,
    country: of.country,
    region: of.region,
    sortName: toSortName(of.name),
    search: toSearchText(of.name, of.mpnId),
    contactEmail: `partners@${of.domain}`,
    publishedAt: published ? new Date() : null,
    updatedByName: 'Somebody',
    ...columns,
  })
}

/** A reseller's request that waits for the provider's answer: the one there is, or a new one. */
export async function askedFor(
  reseller: Organization,
  provider: Organization,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const [pending] = await rows<{ id: string }>(
    `select id from "InvitationRequest" where "resellerId" = $1 and "providerId" = $2 and status = 'pending'`,
    [reseller.id, provider.id],
  )
  if (pending) return pending.id
  const id = uuidv7()
  await insert('InvitationRequest', {
    id,
    resellerId: reseller.id,
    resellerName: reseller.name,
    resellerDomain: reseller.domain,
    resellerCountry: reseller.country,
    resellerMpnId: reseller.mpnId,
    providerId: provider.id,
    providerName: provider.name,
    askedByUserId: uuidv7(),
    askedByName: `Person ${reseller.mark}`,
    askedByEmail: `asker@${reseller.domain}`,
    askedByLocale: 'en',
    ...columns,
  })
  return id
}

/** A customer that a reseller knows and is not connected to. */
export async function known(reseller: Organization, columns: { name?: string; domain?: string } = {}): Promise<string> {
  const id = uuidv7()
  const name = columns.name ?? `Known ${reseller.mark}`
  const domain = columns.domain ?? `${newMark()}.example`
  await insert('KnownCustomer', {
    id,
    resellerId: reseller.id,
    name,
    sortName: toSortName(name),
    search: toSearchText(name, domain),
    domain,
    importedByName: 'Somebody',
    ...columns,
  })
  return id
}
