import { type CastOrganization, person } from './casting'

/** Companies whose verification is under way: each stands somewhere else. */
export const tannhof: CastOrganization = {
  kind: 'reseller',
  name: 'Tannhof Datentechnik GmbH',
  domain: 'tannhof.onmicrosoft.com',
  country: 'DE',
  locale: 'en',
  phone: '+49 761 5550 147',
  people: [person('Clara Wenzel', 'clara@tannhof.example', 'globalAdmin', 'adminAgent')],
}

export const wellenberg: CastOrganization = {
  kind: 'reseller',
  name: 'Wellenberg IT KG',
  domain: 'wellenberg.onmicrosoft.com',
  country: 'DE',
  locale: 'en',
  phone: '+49 451 5550 122',
  people: [person('Moritz Steger', 'moritz@wellenberg.example', 'globalAdmin', 'adminAgent')],
}

export const kvarts: CastOrganization = {
  kind: 'reseller',
  name: 'Кварц Системы',
  domain: 'kvarts-systems.onmicrosoft.com',
  country: 'RU',
  locale: 'ru',
  phone: '+7 843 555-01-62',
  people: [person('Тимур Галеев', 'timur@kvarts-systems.example', 'globalAdmin', 'adminAgent')],
}

export const brennhaus: CastOrganization = {
  kind: 'reseller',
  name: 'Brennhaus Cloud GmbH',
  domain: 'brennhaus.onmicrosoft.com',
  country: 'DE',
  locale: 'en',
  phone: '+49 231 5550 188',
  people: [person('Ida Lorenz', 'ida@brennhaus.example', 'globalAdmin', 'adminAgent')],
}

export const applicants = [tannhof, wellenberg, kvarts, brennhaus] as const
