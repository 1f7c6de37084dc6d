import { describe, expect, test } from 'vitest'
import { acceptPartnership, declinePartnership } from '@/lib/domain/partnerships/commands'
import { invitationFrom } from '../support/invitations'
import { actorOf, founded, organization, person } from '../support/organizations'
import { mailsOf, readers, watched } from '../support/record'
import { refusal } from '../support/refusal'

describe('declining a partnership', () => {
  test('closes the invitation, gives the reason, and mails who asked', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    const { invitationId, token } = await invitationFrom(asking, 'partnership', { to: admin.email })
    const { request, events } = watched()
    await declinePartnership(admin, { token, reason: '  Not  now ' }, request)
    expect(await events()).toMatchObject([
      {
        type: 'invitation.declined',
        subjectOrganizationId: provider.id,
        details: { invitationId, reason: 'Not now' },
        readers: readers(provider, reseller),
      },
    ])
    expect(await mailsOf(provider)).toMatchObject([
      {
        letter: 'invitationDeclined',
        recipientUserId: asking.userId,
        parameters: { reason: 'Not now', declinedBy: admin.fullName },
      },
    ])
    expect(await refusal(acceptPartnership(admin, { token, agreed: true }))).toBe('invitation_declined')
    expect(await refusal(declinePartnership(admin, { token }))).toBe('invitation_declined')
  })

  test('does not close an open link for everybody else', async () => {
    const { admin: asking } = await founded('provider')
    const { token } = await invitationFrom(asking, 'partnership')
    expect(await refusal(declinePartnership((await founded('reseller')).admin, { token }))).toBe(
      'invitation_not_active',
    )
    await acceptPartnership((await founded('reseller')).admin, { token, agreed: true })
  })

  test('is refused to strangers and to those who may not accept', async () => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'partnership', {
      to: 'office@birch.example',
    })
    expect(await refusal(declinePartnership((await founded('reseller')).admin, { token }))).toBe(
      'invitation_wrong_organization',
    )
    const meant = await person(await organization('reseller'), ['salesAgent'], {
      email: `office-${Date.now()}@birch.example`,
    })
    expect(await refusal(declinePartnership(actorOf(meant), { token }))).toBe('role_missing')
  })
})
