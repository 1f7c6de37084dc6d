import { authorizeRelationships } from '@/lib/domain/customers/commands'
import { resendInvitation, revokeInvitation } from '@/lib/domain/invitations/commands'
import { acceptPartnership, declinePartnership } from '@/lib/domain/partnerships/commands'
import { invitationFrom } from '../../support/invitations'
import { rows } from '../../support/owner'
import { partnership } from '../../support/relations'
import { type Company, company, type Person, person } from '../support/people'

// B3: each reason a link cannot be used has a page of its own and a way out. Titles are typed here a second time.

interface Scene {
  path: string
  reader: Person
}

export interface Refusal {
  title: string | RegExp
  titleInRussian: string | RegExp
  reason: string | RegExp
  /** What somebody can do now, besides going home. */
  wayOut?: 'switch' | 'show'
  remedy: string | RegExp
  arrange(): Promise<Scene>
}

export const provider = (name = 'Nordlicht Distribution', country = 'DE') =>
  company('provider', name, { country, fullName: 'Marta König' })
export const reseller = (name = 'Alder IT GmbH', country = 'DE') =>
  company('reseller', name, { country, fullName: 'Jonas Lindner' })
const asked = { token: '', agreed: true }

export async function askedFor(from: Company, to: Company | null, choices: { maxUses?: number } = {}) {
  const address = to ? { to: to.admin.email } : {}
  const { token, invitationId } = await invitationFrom(from.actor, 'partnership', { ...address, ...choices })
  return { token, invitationId, path: `/invite/${token}` }
}

export const refusals: Record<string, Refusal> = {
  'for another organization': {
    title: 'This invitation is for somebody else',
    titleInRussian: 'Это приглашение предназначено другой организации',
    reason: /It was sent to admin@.*, and you are signed in for Brightwater Systems/,
    remedy: /ask Contact .* to invite Brightwater Systems/,
    wayOut: 'switch',
    arrange: async () => {
      const stranger = await reseller('Brightwater Systems')
      return { path: (await askedFor(await provider(), await reseller())).path, reader: stranger.admin }
    },
  },
  'for somebody with another role, and names who can': {
    title: 'Only a Global admin can answer this invitation',
    titleInRussian: 'Ответить на приглашение может только глобальный администратор',
    reason: 'It grants rights for all of Alder IT GmbH',
    remedy: /Forward the message to one of them:.*Jonas Lindner · admin@/s,
    wayOut: 'switch',
    arrange: async () => {
      const alder = await reseller()
      const agent = await person(alder.organization, ['adminAgent', 'userManagementAdmin'], {
        fullName: 'Mira Hoffmann',
      })
      return { path: (await askedFor(await provider(), alder)).path, reader: agent }
    },
  },
  'one’s own': {
    title: 'This is your own invitation',
    titleInRussian: 'Это ваше собственное приглашение',
    reason: 'Nordlicht Distribution issued it',
    remedy: 'Send the link to the organization you want to invite',
    wayOut: 'switch',
    arrange: async () => {
      const own = await provider()
      return { path: (await askedFor(own, null)).path, reader: own.admin }
    },
  },
  'to somebody who is a partner already': {
    title: 'You are partners already',
    titleInRussian: 'Вы уже партнеры',
    reason: 'Alder IT GmbH has authorized Nordlicht Distribution',
    remedy: /The partnership stands since \d/,
    wayOut: 'show',
    arrange: async () => {
      const [from, to] = [await provider(), await reseller()]
      const { token, path } = await askedFor(from, to)
      await acceptPartnership(to.actor, { ...asked, token })
      return { path, reader: to.admin }
    },
  },
  'to a customer that has authorized already': {
    title: 'You have authorized this already',
    titleInRussian: 'Вы уже это авторизовали',
    reason: 'Harbour Clinic Group has a relationship with everybody this invitation names',
    remedy: /The relationship stands since \d/,
    wayOut: 'show',
    arrange: async () => {
      const [from, to] = [await reseller(), await company('customer', 'Harbour Clinic Group')]
      const { token } = await invitationFrom(from.actor, 'customer', { to: to.admin.email })
      await authorizeRelationships(to.actor, { ...asked, token, agreement: true })
      return { path: `/invite/${token}`, reader: to.admin }
    },
  },
  'from another region': {
    title: 'Nordlicht Distribution and Рябина Софт are in different regions',
    titleInRussian: 'Nordlicht Distribution и Рябина Софт находятся в разных регионах',
    reason: 'can only work together within one region',
    remedy: /whether they have an organization in your region/,
    wayOut: 'switch',
    arrange: async () => {
      const to = await reseller('Рябина Софт', 'RU')
      return { path: (await askedFor(await provider(), to)).path, reader: to.admin }
    },
  },
  'of two who have parted': {
    title: 'Alder IT GmbH and Nordlicht Distribution no longer work together',
    titleInRussian: 'Alder IT GmbH и Nordlicht Distribution больше не работают вместе',
    reason: 'their partnership has ended',
    remedy: /Ask Contact .* for a new link/,
    arrange: async () => {
      const [from, second, to] = [await reseller(), await provider(), await company('customer', 'Harbour Clinic Group')]
      const partnershipId = await partnership(second.organization, from.organization)
      const choices = { to: to.admin.email, provider: second.organization }
      const { token } = await invitationFrom(from.actor, 'customerTwoParty', choices)
      await rows(`update "Partnership" set status = 'ended', "endedAt" = now() where id = $1`, [partnershipId])
      return { path: `/invite/${token}`, reader: to.admin }
    },
  },
  'that has expired': {
    title: 'This invitation has expired',
    titleInRussian: 'Срок действия приглашения истек',
    reason: 'Links work for a limited time',
    remedy: /Ask Contact .* for a new link/,
    arrange: async () => {
      const to = await reseller()
      const { invitationId, path } = await askedFor(await provider(), to)
      await rows(`update "Invitation" set "expiresAt" = now() - interval '1 minute' where id = $1`, [invitationId])
      return { path, reader: to.admin }
    },
  },
  'that was revoked': {
    title: 'Nordlicht Distribution has withdrawn this invitation',
    titleInRussian: 'Nordlicht Distribution отзывает это приглашение',
    reason: 'A withdrawn link cannot be used any more',
    remedy: /ask Contact /,
    arrange: async () => {
      const [from, to] = [await provider(), await reseller()]
      const { invitationId, path } = await askedFor(from, to)
      await revokeInvitation(from.actor, { invitationId })
      return { path, reader: to.admin }
    },
  },
  'with a newer link': {
    title: 'There is a newer link',
    titleInRussian: 'Есть более новая ссылка',
    reason: 'this one no longer works',
    remedy: 'Look for the latest message in your mailbox',
    arrange: async () => {
      const [from, to] = [await provider(), await reseller()]
      const { invitationId, path } = await askedFor(from, to)
      await resendInvitation(from.actor, { invitationId })
      return { path, reader: to.admin }
    },
  },
  'that a newer invitation has replaced': {
    title: 'There is a newer link',
    titleInRussian: 'Есть более новая ссылка',
    reason: 'Nordlicht Distribution has sent a new invitation',
    remedy: 'Look for the latest message in your mailbox',
    arrange: async () => {
      const [from, to] = [await provider(), await reseller()]
      const { path } = await askedFor(from, to)
      await askedFor(from, to)
      return { path, reader: to.admin }
    },
  },
  'whose uses are gone': {
    title: 'This invitation has been used',
    titleInRussian: 'Это приглашение уже использовано',
    reason: 'this one has no uses left',
    remedy: /If it was not you, ask Contact /,
    arrange: async () => {
      const [first, second] = [await reseller('Cedar Cloud'), await reseller()]
      const { token, path } = await askedFor(await provider(), null, { maxUses: 1 })
      await acceptPartnership(first.actor, { ...asked, token })
      return { path, reader: second.admin }
    },
  },
  'that one’s organization has declined': {
    title: 'Your organization has declined this invitation',
    titleInRussian: 'Ваша организация отклонила это приглашение',
    reason: 'cannot be accepted afterwards',
    remedy: /ask Contact .* for a new link/,
    arrange: async () => {
      const to = await reseller()
      const { token, path } = await askedFor(await provider(), to)
      await declinePartnership(to.actor, { token })
      return { path, reader: to.admin }
    },
  },
  'for another kind of organization': {
    title: 'This invitation is not for your kind of organization',
    titleInRussian: 'Это приглашение не для организаций вашего типа',
    reason: 'It asks an indirect reseller to authorize an indirect provider. Harbour Clinic Group is a customer.',
    remedy: /Sign in with the right account/,
    wayOut: 'switch',
    arrange: async () => {
      const customer = await company('customer', 'Harbour Clinic Group')
      return { path: (await askedFor(await provider(), null)).path, reader: customer.admin }
    },
  },
  'nobody knows': {
    title: 'This link does not work',
    titleInRussian: 'Эта ссылка не работает',
    reason: 'It may have been copied incompletely',
    remedy: 'Ask whoever sent it for a new one',
    wayOut: 'switch',
    arrange: async () => ({ path: `/invite/inv_r_${'x'.repeat(43)}`, reader: (await reseller()).admin }),
  },
}
