import { demoPassword } from './cast'

// Accounts of the membership directory for whoever tries the enrollment. Data only, like the cast; all of it is invented.

interface DemoProfile {
  mpnId: string
  name: string
  country: string
  addressLine1: string
  city: string
  postalCode: string
  active: boolean
  inProgram: boolean
}

export interface DemoMembershipAccount {
  userName: string
  password: string
  /** What it is good for. */
  remark: string
  profiles: readonly DemoProfile[]
}

const plain = { active: true, inProgram: false }

function account(userName: string, remark: string, ...profiles: DemoProfile[]): DemoMembershipAccount {
  return { userName, password: demoPassword, remark, profiles }
}

const birkenfeld = { country: 'DE', addressLine1: 'Lindenallee 12', city: 'Leipzig', postalCode: '04105' }
const sosna = { country: 'RU', addressLine1: 'ул. Лесная, 8', city: 'Казань', postalCode: '420111' }

export const membershipAccounts: readonly DemoMembershipAccount[] = [
  account(
    'birkenfeld',
    'Germany: an active profile, an inactive one, one of another country',
    { ...birkenfeld, ...plain, mpnId: '6350481', name: 'Birkenfeld Cloud GmbH' },
    { ...birkenfeld, ...plain, mpnId: '5120934', name: 'Birkenfeld EDV (old)', active: false },
    {
      ...plain,
      mpnId: '6350482',
      name: 'Birkenfeld Cloud Österreich',
      country: 'AT',
      addressLine1: 'Ringstraße 4',
      city: 'Linz',
      postalCode: '4020',
    },
  ),
  account(
    'sosna',
    'Russia: the same three kinds',
    { ...sosna, ...plain, mpnId: '6471205', name: 'Сосна ИТ' },
    { ...sosna, ...plain, mpnId: '5260418', name: 'Сосна ИТ (прежний)', active: false },
    {
      ...plain,
      mpnId: '6471206',
      name: 'Сосна Казахстан',
      country: 'KZ',
      addressLine1: 'пр. Абая, 20',
      city: 'Алматы',
      postalCode: '050010',
    },
  ),
  account('lindgren', 'Sweden: in the programme already, so only the support details are asked', {
    ...{ mpnId: '6582340', name: 'Lindgren Partner AB', active: true, inProgram: true },
    ...{ country: 'SE', addressLine1: 'Storgatan 5', city: 'Uppsala', postalCode: '753 31' },
  }),
  account('alder', 'Germany: a profile that is linked to Alder IT GmbH already', {
    ...{ mpnId: '5482113', name: 'Alder IT GmbH', ...plain },
    ...{ country: 'DE', addressLine1: 'Erlenweg 3', city: 'Berlin', postalCode: '10115' },
  }),
  account('haldenberg', 'Germany: the account of Haldenberg IT Services, which is half way through', {
    ...{ mpnId: '6240117', name: 'Haldenberg IT Services', ...plain },
    ...{ country: 'DE', addressLine1: 'Am Hang 21', city: 'Kassel', postalCode: '34117' },
  }),
  account('tannhof', 'Germany: the account of Tannhof Datentechnik GmbH, which has enrolled', {
    ...{ mpnId: '6318204', name: 'Tannhof Datentechnik GmbH', ...plain },
    ...{ country: 'DE', addressLine1: 'Schauinslandstraße 9', city: 'Freiburg', postalCode: '79098' },
  }),
  account('wellenberg', 'Germany: the account of Wellenberg IT KG, which was rejected', {
    ...{ mpnId: '6318377', name: 'Wellenberg IT KG', ...plain },
    ...{ country: 'DE', addressLine1: 'Hafenstraße 40', city: 'Lübeck', postalCode: '23568' },
  }),
  account('kvarts', 'Russia: the account of Кварц Системы, which has enrolled', {
    ...{ mpnId: '6425518', name: 'Кварц Системы', ...plain },
    ...{ country: 'RU', addressLine1: 'ул. Баумана, 17', city: 'Казань', postalCode: '420111' },
  }),
  account('brennhaus', 'Germany: the account of Brennhaus Cloud GmbH, which is ready for a decision', {
    ...{ mpnId: '6318552', name: 'Brennhaus Cloud GmbH', ...plain },
    ...{ country: 'DE', addressLine1: 'Rheinische Straße 88', city: 'Dortmund', postalCode: '44137' },
  }),
]
