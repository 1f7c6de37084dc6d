import { catalogColumns } from '@/lib/domain/catalog/schema'

/** Catalogue files for tests: each row an offer at one price, right unless told otherwise. */

export const header = catalogColumns.join(',')

const right: Record<string, string> = {
  ...{ product_id: 'AAAAAAAAAAAA', sku_id: '0001', family: 'security', title: 'Shield', description_en: 'Keeps safe.' },
  ...{ description_ru: 'Защищает.', unit: 'licenses', min_quantity: '1', max_quantity: '300', limit_unit: 'None' },
  ...{ limit: '0', is_trial: 'false', converts_to: '', requires: '', upgrades_to: '', segment: 'Commercial' },
  ...{ countries: '*', currency: 'EUR', term: 'P1Y', billing_cycle: 'Monthly' },
  ...{ list_price: '8.00', reseller_price: '9.00', retail_price: '10.00' },
}

export function catalogRowText(cells: Record<string, string>): string {
  return catalogColumns.map((column) => ({ ...right, ...cells })[column]).join(',')
}

export function catalogFile(...rows: Record<string, string>[]): string {
  return `${[header, ...rows.map(catalogRowText)].join('\n')}\n`
}
