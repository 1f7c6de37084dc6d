import { askedFor, card, cardInput, known } from '../../support/directory'
import { company } from '../support/people'
import { choice, cookieOf, type Door, email, id, maybe, text } from './input-fields'

/** The card of a provider, and asking for and answering with an invitation. */
export async function directoryDoors(): Promise<Door[]> {
  const provider = await company('provider', 'Nordlicht Distribution')
  const [hidden, asking, stranger] = [
    await company('provider', 'Unpublished Ltd'),
    await company('reseller', 'Fjordbyte'),
    await company('reseller', 'Somebody else'),
  ]
  await card(provider.organization)
  await card(hidden.organization, { published: false })
  const [ours, theirs] = [await cookieOf(provider.admin), await cookieOf(asking.admin)]
  const foreign = await askedFor(stranger.organization, hidden.organization)
  const requestId = id(await askedFor(asking.organization, provider.organization), foreign)
  const path = `/invitation-requests/${requestId.good}`
  const newcomer = await company('reseller', 'Newcomer')
  return [
    ...(await cardDoors()),
    {
      action: 'requestInvitationAction',
      path: `/find-a-provider/${provider.organization.id}`,
      cookie: await cookieOf(newcomer.admin),
      fields: { providerId: id(provider.organization.id, hidden.organization.id), message: text('Good day', true) },
    },
    {
      action: 'answerInvitationRequestAction',
      path,
      cookie: ours,
      fields: { requestId, note: text('Welcome', true) },
    },
    { action: 'declineInvitationRequestAction', path, cookie: ours, fields: { requestId, reason: text('Too far') } },
    { action: 'withdrawInvitationRequestAction', path, cookie: theirs, fields: { requestId } },
  ]
}

async function cardDoors(): Promise<Door[]> {
  const { organization, admin } = await company('provider', 'Meridian Cloud')
  await card(organization)
  const cookie = await cookieOf(admin)
  const door = (action: Door['action'], fields: Door['fields'] = {}): Door => ({
    ...{ action, path: '/provider-card', cookie, fields },
  })
  const several = (good: string) => maybe(choice(good))
  return [
    door('editProviderCardAction', {
      descriptionEn: text(cardInput.descriptionEn, true),
      descriptionRu: text(cardInput.descriptionRu, true),
      programmesEn: text('Start', true),
      programmesRu: text('Старт', true),
      supportEn: text('Always', true),
      supportRu: text('Всегда', true),
      'services[]': several('training'),
      'languages[]': several('en'),
      'countries[]': several('DE'),
      website: text('meridian.example', true),
      contactName: text('Sanne de Wit'),
      contactEmail: email('sanne@meridian.example'),
      contactPhone: text('+31 30 555 0127', true),
    }),
    door('publishProviderCardAction'),
    door('unpublishProviderCardAction'),
    door('changeProviderLogoAction'),
    door('removeProviderLogoAction'),
  ]
}

/** The customers a reseller knows. */
export async function knownCustomerDoors(): Promise<Door[]> {
  const [ours, theirs] = [await company('reseller', 'Alder IT GmbH'), await company('reseller', 'Somebody else')]
  const knownCustomerId = id(await known(ours.organization), await known(theirs.organization))
  const cookie = await cookieOf(ours.admin)
  const file = text('Company name,Primary domain name\nBirch,birch.example')
  const path = '/customers/known'
  return [
    { action: 'removeKnownCustomerAction', path, cookie, fields: { knownCustomerId } },
    { action: 'clearKnownCustomersAction', path, cookie, fields: {} },
    { action: 'previewKnownCustomersAction', path: `${path}/import`, cookie, fields: { file } },
    { action: 'importKnownCustomersAction', path: `${path}/import`, cookie, fields: { file } },
  ]
}
