import { askedFor, card, cardInput, known, tinyPng } from '../../support/directory'
import { company } from '../support/people'
import { choice, cookieOf, type Door, email, id, maybe, text } from './input-fields'

/** The card of a provider, and asking for and answering with an invitation. */
export async function directoryDoors(): Promise<Door[]> {
  const [provider, hidden] = [
    await company('provider', 'Nordlicht Distribution'),
    await company('provider', 'Unpublished Ltd'),
  ]
  await card(provider.organization)
  await card(hidden.organization, { published: false })
  const newcomer = await company('reseller', 'Newcomer')
  const asking: Door = {
    action: 'requestInvitationAction',
    path: `/find-a-provider/${provider.organization.id}`,
    cookie: await cookieOf(newcomer.admin),
    fields: { providerId: id(provider.organization.id, hidden.organization.id), message: text('Good day', true) },
  }
  const stranger = await company('reseller', 'Somebody else')
  const foreign = await askedFor(stranger.organization, hidden.organization)
  /** Each with a request of its own: an answer is final. */
  const door = async (action: Door['action'], byProvider: boolean, fields: Door['fields'] = {}): Promise<Door> => {
    const reseller = await company('reseller', 'Fjordbyte')
    const requestId = id(await askedFor(reseller.organization, provider.organization), foreign)
    const cookie = await cookieOf((byProvider ? provider : reseller).admin)
    return { action, path: `/invitation-requests/${requestId.good}`, cookie, fields: { requestId, ...fields } }
  }
  return [
    ...(await cardDoors()),
    asking,
    await door('answerInvitationRequestAction', true, { note: text('Welcome', true) }),
    await door('declineInvitationRequestAction', true, { reason: text('Too far') }),
    await door('withdrawInvitationRequestAction', false),
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
    { ...door('changeProviderLogoAction'), file: { field: 'logo', name: 'logo.png', content: tinyPng } },
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
