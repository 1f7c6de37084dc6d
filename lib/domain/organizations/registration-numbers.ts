import {
  adoszamMatches,
  binMatches,
  cnpjMatches,
  edrpouMatches,
  idnoMatches,
  innMatches,
  nipMatches,
  unpMatches,
} from './check-digits'

/** What the number is called; message keys below `registrationNumber` of the terms. */
export const registrationNumberLabels = [
  'inn',
  'bin',
  'edrpou',
  'unp',
  'tin',
  'voen',
  'idno',
  'adoszam',
  'cnpj',
  'pan',
  'nip',
  'vkn',
  'rif',
  'mst',
  'generic',
] as const

export interface RegistrationNumber {
  isRequired: boolean
  label: (typeof registrationNumberLabels)[number]
  pattern: RegExp
  sample: string
  /** Checks the number without separators; absent where the country has no public check digit. */
  checkDigitsMatch?: (number: string) => boolean
}

/**
 * The countries where a company's registration number is asked (spec 3.3). It is required where the partner API refuses a
 * customer without one (600049), and may be left out where only the partners' own lists ask for it. Anywhere else it is
 * refused (600002).
 */
export const registrationNumbers: Readonly<Record<string, RegistrationNumber>> = {
  AM: { isRequired: true, label: 'tin', pattern: /^\d{8}$/, sample: '01234567' },
  AZ: { isRequired: true, label: 'voen', pattern: /^\d{9}[12]$/, sample: '1234567891' },
  BY: { isRequired: true, label: 'unp', pattern: /^\d{9}$/, sample: '191234563', checkDigitsMatch: unpMatches },
  HU: {
    isRequired: true,
    label: 'adoszam',
    pattern: /^(?:\d{8}(?:-?[1-5]-?\d{2})?|\d{2}-?\d{2}-?\d{6})$/,
    sample: '12345676-2-42',
    checkDigitsMatch: adoszamMatches,
  },
  KG: { isRequired: true, label: 'inn', pattern: /^\d{14}$/, sample: '01003200810018' },
  KZ: { isRequired: true, label: 'bin', pattern: /^\d{12}$/, sample: '200140012345', checkDigitsMatch: binMatches },
  MD: { isRequired: true, label: 'idno', pattern: /^\d{13}$/, sample: '1001600012340', checkDigitsMatch: idnoMatches },
  RU: {
    isRequired: true,
    label: 'inn',
    pattern: /^(?!00)\d{10}(?:\d{2})?$/,
    sample: '1234567894',
    checkDigitsMatch: innMatches,
  },
  TJ: { isRequired: true, label: 'inn', pattern: /^\d{9}$/, sample: '123456789' },
  UA: {
    isRequired: true,
    label: 'edrpou',
    pattern: /^\d{8}(?:\d{2})?$/,
    sample: '12345678',
    checkDigitsMatch: edrpouMatches,
  },
  // Sole traders use their 14-digit personal number.
  UZ: { isRequired: true, label: 'inn', pattern: /^\d{9}(?:\d{5})?$/, sample: '301234567' },
  // Twelve characters that may be letters since 2026, and two check digits.
  BR: {
    isRequired: true,
    label: 'cnpj',
    pattern: /^[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/?[\dA-Z]{4}-?\d{2}$/,
    sample: '11.222.333/0001-81',
    checkDigitsMatch: cnpjMatches,
  },
  // Income tax number, or the number of the company register.
  IN: {
    isRequired: true,
    label: 'pan',
    pattern: /^(?:[A-Z]{5}\d{4}[A-Z]|[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6})$/,
    sample: 'AABCT1234D',
  },

  AE: { isRequired: false, label: 'generic', pattern: /^[\dA-Z]{3,20}$/, sample: '100123456700003' },
  MM: { isRequired: false, label: 'generic', pattern: /^[\dA-Z]{5,20}$/, sample: '101234567' },
  PL: { isRequired: false, label: 'nip', pattern: /^\d{10}$/, sample: '1234563218', checkDigitsMatch: nipMatches },
  SA: { isRequired: false, label: 'generic', pattern: /^(?:\d{10}|3\d{13}3)$/, sample: '1010123456' },
  TH: { isRequired: false, label: 'generic', pattern: /^\d{13}$/, sample: '0123456789012' },
  TR: { isRequired: false, label: 'vkn', pattern: /^\d{10,11}$/, sample: '1234567890' },
  VE: { isRequired: false, label: 'rif', pattern: /^[CEGJPV]-?\d{8}-?\d$/, sample: 'J-12345678-9' },
  VN: { isRequired: false, label: 'mst', pattern: /^\d{10}(?:-?\d{3})?$/, sample: '0123456789' },
  ZA: {
    isRequired: false,
    label: 'generic',
    pattern: /^(?:(?:CK|K)?\d{4}\/?\d{6}(?:\/?\d{2})?)$/,
    sample: '2019/123456/07',
  },
}
