import { company, person } from '../support/people'
import { choice, cookieOf, type Door, lenient, text } from './input-fields'

/** What people choose for themselves. */
export async function ownProfileDoors(): Promise<Door[]> {
  const { organization } = await company('provider', 'Nordlicht Distribution')
  const path = '/account/profile'
  const cookie = async () => cookieOf(await person(organization, ['salesAgent']))
  const ticks = choice('partners')
  return [
    { action: 'renameSelfAction', path, cookie: await cookie(), fields: { fullName: text('Timo Krause') } },
    {
      action: 'keepPreferencesAction',
      path,
      cookie: await cookie(),
      fields: { locale: { ...choice('ru'), optional: true }, theme: { ...choice('dark'), optional: true } },
    },
    {
      action: 'chooseTimeZoneAction',
      path,
      cookie: await cookie(),
      fields: { chosen: { ...choice('Asia/Tokyo'), optional: true }, timeZone: lenient('Europe/Berlin') },
    },
    {
      action: 'chooseNoticesAction',
      path,
      cookie: await cookie(),
      fields: { 'portal[]': { ...ticks, optional: true }, 'mail[]': { ...ticks, optional: true } },
    },
  ]
}
