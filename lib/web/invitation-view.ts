import type { viewInvitation } from '@/lib/domain/invitations/queries'

/** What a landing page shows of an invitation. */
export type InvitationView = NonNullable<Awaited<ReturnType<typeof viewInvitation>>['offer']>

export type InvitationRefused = Extract<Awaited<ReturnType<typeof viewInvitation>>, { state: 'refused' }>
