import { stringify } from 'csv-stringify/sync'
import { getLocale } from 'next-intl/server'
import { csvDelimiter } from './exports/csv'

/** CSV as an address of its own: the browser saves it without asking the server, with or without script. */
export async function csvAddress(rows: string[][]): Promise<string> {
  const locale = (await getLocale()) === 'ru' ? 'ru' : 'en'
  const text = stringify(rows, { delimiter: csvDelimiter[locale], record_delimiter: '\r\n' })
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`
}
