import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { InvitationOffer } from '@/components/invitation-offer'
import { InvitationRefusal } from '@/components/invitation-refusal'
import { InvitationSignIn } from '@/components/invitation-sign-in'
import { PersonSignal } from '@/components/person-signal'
import { currentActor } from '@/lib/auth/session'
import { isInvitationToken } from '@/lib/core/token'
import { recordOpening } from '@/lib/domain/invitations/commands'
import { viewInvitation } from '@/lib/domain/invitations/queries'
import { owedPath, read, requireConfirmed } from '@/lib/web/page'
import { methodHeader, requestFacts } from '@/lib/web/request-facts'
import { signOutAction } from '../../preferences/actions'
import {
  acceptPartnershipAction,
  authorizeRelationshipsAction,
  declineCustomerInvitationAction,
  declinePartnershipAction,
  recordOpeningAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitations'))('landingTitle') }
}

/**
 * The landing page of every invitation link. Asking for it changes nothing about the invitation: mail scanners do so all
 * the time. That it was asked for is noted after the answer, for the issuer's timeline.
 */
export default async function InvitationLandingPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const actor = await currentActor()
  const owed = actor?.mustChangePassword
    ? owedPath.password_change_required
    : actor?.mustAddSecondFactor
      ? owedPath.second_factor_required
      : null
  if (owed) redirect(`${owed}?returnTo=${encodeURIComponent(`/invite/${token}`)}`)
  const viewed = isInvitationToken(token) ? await read(viewInvitation, { token }) : null
  if (!viewed)
    return (
      <InvitationRefusal
        code="invitation_unknown"
        offer={null}
        existing={null}
        admins={[]}
        actor={actor}
        path=""
        signOutAction={signOutAction as (formData: FormData) => void}
      />
    )
  if (viewed.offer) await noteFetch(token)
  if (viewed.state === 'refused') {
    return (
      <InvitationRefusal
        {...viewed}
        actor={actor}
        path={`/invite/${token}`}
        signOutAction={signOutAction as (formData: FormData) => void}
      />
    )
  }
  if (viewed.state === 'signIn') {
    return (
      <>
        <PersonSignal action={recordOpeningAction as (formData: FormData) => Promise<unknown>} token={token} />
        <InvitationSignIn offer={viewed.offer} token={token} />
      </>
    )
  }
  if (!actor) return null
  // Granting delegated administration is dear.
  if (viewed.offer.includeDelegatedAdministration) await requireConfirmed()
  const partnership = viewed.offer.kind === 'partnership'
  return (
    <InvitationOffer
      offer={viewed.offer}
      agreementStands={viewed.agreementStands}
      actor={actor}
      token={token}
      acceptAction={partnership ? acceptPartnershipAction : authorizeRelationshipsAction}
      declineAction={partnership ? declinePartnershipAction : declineCustomerInvitationAction}
      signOutAction={signOutAction as (formData: FormData) => void}
    />
  )
}

async function noteFetch(token: string): Promise<void> {
  const request = await requestFacts()
  // HEAD is never a person's.
  const actor = (await headers()).get(methodHeader) === 'HEAD' ? null : await currentActor()
  after(() => recordOpening(actor, { token, evidence: 'fetch' }, request).catch(() => undefined))
}
