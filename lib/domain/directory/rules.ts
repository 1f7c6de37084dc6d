import type { Actor } from '@/lib/access/permissions'
import { can } from '@/lib/access/permissions'
import type { ErrorCode } from '@/lib/core/errors'
import type { InvitationRequestStatus } from './schema'

/** What a card needs before everybody may read it. */
interface Completable {
  descriptionEn: string
  descriptionRu: string
  services: readonly string[]
  languages: readonly string[]
  countries: readonly string[]
}

export type Lacking = 'description' | 'services' | 'languages' | 'countries'

/** What a card still lacks to be published: a description in one of the languages, and something to be found by. */
export function lackingOf(card: Completable): Lacking[] {
  const lacking: Lacking[] = []
  if (!card.descriptionEn && !card.descriptionRu) lacking.push('description')
  if (card.services.length === 0) lacking.push('services')
  if (card.languages.length === 0) lacking.push('languages')
  if (card.countries.length === 0) lacking.push('countries')
  return lacking
}

/** How an organization stands to a provider of the directory. */
export interface Standing {
  providerId: string
  region: string
  partners: boolean
  pending: boolean
  invited: boolean
}

export type AskingRefusal = Extract<
  ErrorCode,
  'region_differs' | 'already_partners' | 'invitation_request_pending' | 'already_invited'
>

/** Why a reseller need not, or cannot, ask this provider for an invitation; null when it can. */
export function askingRefusal(actor: Pick<Actor, 'region'>, standing: Standing): AskingRefusal | null {
  // Spec 3.4: partners share a region.
  if (standing.region !== actor.region) return 'region_differs'
  if (standing.partners) return 'already_partners'
  if (standing.pending) return 'invitation_request_pending'
  return standing.invited ? 'already_invited' : null
}

interface Ruled {
  status: InvitationRequestStatus
  resellerId: string
  providerId: string
}

/** What the actor may do with a request as it stands. */
export function deedsOf({ status, resellerId, providerId }: Ruled, actor: Actor) {
  const pending = status === 'pending'
  return {
    answer: pending && providerId === actor.organizationId && can(actor, 'invitationRequest.answer'),
    withdraw: pending && resellerId === actor.organizationId && can(actor, 'invitationRequest.ask'),
  }
}

/** A text in the reader's language, or in the other one where there is none. */
export function inLanguage(locale: string, en: string, ru: string): string {
  return locale === 'ru' ? ru || en : en || ru
}
