import type { OrganizationKind, Role } from '@/lib/access/permissions'
import { applicants } from './cast-applicants'
import { type CastOrganization, person } from './casting'

// Who plays in the demo world. Data only: the launcher prints it, tests sign in with it, the seed brings it to life.
// Everything is invented; mail goes to domains that are reserved for examples.

/** Of everybody in the demo world. */
export const demoPassword = 'river-stone-lantern-42'

/** Who signs in with a code as well. No secret at all: anybody may put it into an app and try the second step. */
export const demoSecondFactor = {
  email: 'ivo@nordlicht.example',
  bytes: 'Nordlicht leuchtet !',
  /** The same as it is typed into an app. */
  secret: 'JZXXEZDMNFRWQ5BANRSXKY3IORSXIIBB',
}

export const operator: CastOrganization = {
  kind: 'operator',
  name: 'Tandem Operations',
  domain: 'operations.example',
  country: 'IE',
  locale: 'en',
  phone: '+353 1 555 0100',
  people: [person('Orla Brennan', 'orla@operations.example', 'globalAdmin')],
}

export const nordlicht: CastOrganization = {
  kind: 'provider',
  name: 'Nordlicht Distribution',
  domain: 'nordlicht.example',
  country: 'DE',
  locale: 'en',
  mpnId: '4810073',
  phone: '+49 40 555 0131',
  people: [
    person('Marta König', 'marta@nordlicht.example', 'globalAdmin', 'adminAgent'),
    person('Henrik Voss', 'henrik@nordlicht.example', 'userManagementAdmin'),
    person('Lena Albers', 'lena@nordlicht.example', 'billingAdmin'),
    person('Ivo Brandt', 'ivo@nordlicht.example', 'adminAgent'),
    person('Sofie Petersen', 'sofie@nordlicht.example', 'salesAgent'),
    person('Timo Krause', 'timo@nordlicht.example', 'helpdeskAgent'),
    person('Greta Lohmann', 'greta@nordlicht.example'),
  ],
}

export const vektor: CastOrganization = {
  kind: 'provider',
  name: 'Вектор Дистрибуция',
  domain: 'vektor-distribution.example',
  country: 'RU',
  locale: 'ru',
  mpnId: '5190246',
  phone: '+7 495 555-01-40',
  people: [
    person('Ирина Соколова', 'irina@vektor-distribution.example', 'globalAdmin', 'adminAgent'),
    person('Алексей Громов', 'alexey@vektor-distribution.example', 'userManagementAdmin'),
    person('Наталья Белова', 'natalia@vektor-distribution.example', 'billingAdmin'),
    person('Дмитрий Орлов', 'dmitry@vektor-distribution.example', 'adminAgent'),
    person('Мария Ветрова', 'maria@vektor-distribution.example', 'salesAgent'),
    person('Павел Зуев', 'pavel@vektor-distribution.example', 'helpdeskAgent'),
    person('Ольга Никитина', 'olga@vektor-distribution.example'),
  ],
}

export const alder: CastOrganization = {
  kind: 'reseller',
  name: 'Alder IT GmbH',
  domain: 'alder-it.example',
  country: 'DE',
  locale: 'en',
  mpnId: '5482113',
  phone: '+49 30 555 0162',
  people: [
    person('Jonas Lindner', 'jonas@alder-it.example', 'globalAdmin', 'adminAgent'),
    person('Katrin Vogel', 'katrin@alder-it.example', 'userManagementAdmin'),
    person('Stefan Busch', 'stefan@alder-it.example', 'billingAdmin'),
    person('Mira Hoffmann', 'mira@alder-it.example', 'adminAgent'),
    person('Lukas Brenner', 'lukas@alder-it.example', 'salesAgent'),
    person('Anja Scholz', 'anja@alder-it.example', 'helpdeskAgent'),
    person('Felix Ostermann', 'felix@alder-it.example'),
  ],
}

export const brightwater: CastOrganization = {
  kind: 'reseller',
  name: 'Brightwater Systems',
  domain: 'brightwater.example',
  country: 'GB',
  locale: 'en',
  mpnId: '4927310',
  phone: '+44 20 7946 0118',
  people: [
    person('Eleanor Whitcombe', 'eleanor@brightwater.example', 'globalAdmin', 'adminAgent'),
    person('Rhys Morgan', 'rhys@brightwater.example', 'userManagementAdmin'),
    person('Amara Okafor', 'amara@brightwater.example', 'billingAdmin'),
    person('Callum Reid', 'callum@brightwater.example', 'adminAgent'),
    person('Priya Nair', 'priya@brightwater.example', 'salesAgent'),
    person('Oliver Tennant', 'oliver@brightwater.example', 'helpdeskAgent'),
    person('Freya Langley', 'freya@brightwater.example'),
  ],
}

export const cedar: CastOrganization = {
  kind: 'reseller',
  name: 'Cedar Cloud',
  domain: 'cedar-cloud.example',
  country: 'FR',
  locale: 'en',
  mpnId: '6103388',
  phone: '+33 1 99 00 01 74',
  people: [
    person('Camille Aubert', 'camille@cedar-cloud.example', 'globalAdmin', 'adminAgent'),
    person('Hugo Lefranc', 'hugo@cedar-cloud.example', 'userManagementAdmin'),
    person('Inès Moreau', 'ines@cedar-cloud.example', 'billingAdmin'),
    person('Théo Garnier', 'theo@cedar-cloud.example', 'adminAgent'),
    person('Margaux Vidal', 'margaux@cedar-cloud.example', 'salesAgent'),
    person('Karim Benali', 'karim@cedar-cloud.example', 'helpdeskAgent'),
    person('Lucie Perrot', 'lucie@cedar-cloud.example'),
  ],
}

export const ryabina: CastOrganization = {
  kind: 'reseller',
  name: 'Рябина Софт',
  domain: 'ryabina-soft.example',
  country: 'RU',
  locale: 'ru',
  mpnId: '5733061',
  phone: '+7 812 555-01-26',
  people: [
    person('Сергей Лаптев', 'sergey@ryabina-soft.example', 'globalAdmin', 'adminAgent'),
    person('Екатерина Фомина', 'ekaterina@ryabina-soft.example', 'userManagementAdmin'),
    person('Андрей Тихонов', 'andrey@ryabina-soft.example', 'billingAdmin'),
    person('Юлия Гордеева', 'yulia@ryabina-soft.example', 'adminAgent'),
    person('Илья Маслов', 'ilya@ryabina-soft.example', 'salesAgent'),
    person('Вера Климова', 'vera@ryabina-soft.example', 'helpdeskAgent'),
    person('Роман Щукин', 'roman@ryabina-soft.example'),
  ],
}

export const meridian: CastOrganization = {
  kind: 'provider',
  name: 'Meridian Cloud',
  domain: 'meridian-cloud.example',
  country: 'NL',
  locale: 'en',
  mpnId: '4930518',
  phone: '+31 30 555 0127',
  people: [person('Sanne de Wit', 'sanne@meridian-cloud.example', 'globalAdmin', 'adminAgent')],
}

export const iberia: CastOrganization = {
  kind: 'provider',
  name: 'Iberia Nube',
  domain: 'iberia-nube.example',
  country: 'ES',
  locale: 'en',
  mpnId: '5061722',
  phone: '+34 91 555 0143',
  people: [person('Inês Carvalho', 'ines@iberia-nube.example', 'globalAdmin', 'adminAgent')],
}

/** Has no provider yet. */
export const fjordbyte: CastOrganization = {
  kind: 'reseller',
  name: 'Fjordbyte',
  domain: 'fjordbyte.example',
  country: 'NO',
  locale: 'en',
  mpnId: '6240951',
  phone: '+47 55 55 01 18',
  people: [person('Sigrid Haugen', 'sigrid@fjordbyte.example', 'globalAdmin', 'adminAgent')],
}

/** Half way through the enrollment. */
export const haldenberg: CastOrganization = {
  kind: 'reseller',
  name: 'Haldenberg IT Services',
  domain: 'haldenberg.onmicrosoft.com',
  country: 'DE',
  locale: 'en',
  people: [person('Nadine Haller', 'nadine@haldenberg.example', 'globalAdmin', 'adminAgent')],
}

/** A customer has one person: its Global admin. */
function customer(name: string, domain: string, country: string, adminName: string, email: string): CastOrganization {
  const locale = country === 'RU' ? 'ru' : 'en'
  return { kind: 'customer', name, domain, country, locale, people: [person(adminName, email, 'globalAdmin')] }
}

export const ahornblatt = customer(
  'Bäckerei Ahornblatt',
  'ahornblatt.onmicrosoft.com',
  'DE',
  'Annelie Baumann',
  'annelie@ahornblatt.example',
)
export const harbour = customer(
  'Harbour Clinic Group',
  'harbourclinic.onmicrosoft.com',
  'GB',
  'Naomi Fletcher',
  'naomi@harbour-clinic.example',
)
export const kiefer = customer(
  'Kiefer & Söhne Bau',
  'kieferbau.onmicrosoft.com',
  'DE',
  'Matthias Kiefer',
  'matthias@kieferbau.example',
)
export const lumen = customer(
  'Lumen Verlag',
  'lumenverlag.onmicrosoft.com',
  'AT',
  'Clara Steiner',
  'clara@lumenverlag.example',
)
export const marlow = customer(
  'Marlow Veterinary',
  'marlowvet.onmicrosoft.com',
  'GB',
  'Duncan Marlow',
  'duncan@marlow-vet.example',
)
export const ostlund = customer(
  'Østlund Fiskeri',
  'ostlund.onmicrosoft.com',
  'NO',
  'Ingrid Østlund',
  'ingrid@ostlund.example',
)
export const chainaya = customer(
  'Чайная Линия',
  'chainaya-liniya.onmicrosoft.com',
  'RU',
  'Анна Золотова',
  'anna@chainaya-liniya.example',
)
export const mayak = customer(
  'Типография Маяк',
  'mayak-print.onmicrosoft.com',
  'RU',
  'Виктор Кораблёв',
  'viktor@mayak-print.example',
)

export const organizations: readonly CastOrganization[] = [
  ...[operator, nordlicht, vektor, meridian, iberia, alder, brightwater, cedar, ryabina, fjordbyte, haldenberg],
  ...applicants,
  ...[ahornblatt, harbour, kiefer, lumen, marlow, ostlund, chainaya, mayak],
]

export interface DemoSignIn {
  organization: string
  kind: OrganizationKind
  name: string
  email: string
  roles: readonly Role[]
  password: string
}

/** Everybody who can sign in, organization by organization. */
export const demoSignIns: readonly DemoSignIn[] = organizations.flatMap(({ name: organization, kind, people }) =>
  people.map((somebody) => ({ organization, kind, ...somebody, password: demoPassword })),
)
