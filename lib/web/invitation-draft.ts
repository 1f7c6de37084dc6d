import { draftInvitation } from '@/lib/domain/invitations/queries'
import { type InvitationKind, openLinkUses, validDaysChoices } from '@/lib/domain/invitations/schema'
import { linkPlaceholder } from '@/lib/mail/letters/letters'
import type { Outcome } from './action'
import { read, requireActor } from './page'

/** What a page needs to let somebody write an invitation. */
export async function readInvitationDraft(kind: InvitationKind, providerId?: string) {
  const actor = await requireActor()
  const draft = await read(draftInvitation, { kind, ...(providerId ? { providerId } : {}) })
  return {
    ...draft,
    placeholder: linkPlaceholder,
    validDaysChoices,
    usualUses: openLinkUses.usual,
    organizationName: actor.organizationName,
    timeZone: actor.timeZone,
  }
}

export type InvitationDraft = Awaited<ReturnType<typeof readInvitationDraft>>

export interface CreatedInvitation {
  invitationId: string
  /** Null where the portal mailed it. */
  link: string | null
}

/** After an invitation was made: the portal's own mail leads to its timeline, a link is shown here and once. */
export async function showLinkOrTimeline(created: CreatedInvitation): Promise<Outcome<CreatedInvitation>> {
  if (created.link === null) return { redirectTo: `/invitations/${created.invitationId}?notice=invitation_sent` }
  return { shown: created }
}
