import { wallTime } from '@/lib/core/local-time'
import type { Column, Reader } from './columns'
import { type ZipPart, zipChunks } from './zip'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What Excel can show on one sheet, the header among it. */
const largestSheet = 1_048_576

/**
 * Rows as an Excel workbook of one sheet, chunk by chunk. Texts are texts there, whatever they begin with; numbers and dates
 * are real ones. Nothing but the page in hand is held.
 */
export function xlsxChunks<Row>(
  title: string,
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  { actor }: Pick<Reader, 'actor'>,
): AsyncGenerator<Uint8Array> {
  const sheet: ZipPart = { name: 'xl/worksheets/sheet1.xml', content: sheetXml(columns, pages, actor.timeZone) }
  return zipChunks([...workbook(title), sheet])
}

async function* sheetXml<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  timeZone: string,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width[kind]}" customWidth="1"/>`,
  )
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield rowXml(
    1,
    columns.map(({ header }) => textCell(header, style.bold)),
  )
  let number = 1
  for await (const rows of pages) {
    if (number + rows.length > largestSheet) throw new RangeError('An Excel sheet cannot hold so many rows.')
    yield rows
      .map((row) =>
        rowXml(
          ++number,
          columns.map((column) => cell(column, row, timeZone)),
        ),
      )
      .join('')
  }
  yield '</sheetData></worksheet>'
}

/** A cell without its address: attributes and content. */
type CellXml = [attributes: string, content: string] | null

function rowXml(number: number, cells: readonly CellXml[]): string {
  const written = cells.map((each, at) => each && `<c r="${letters(at)}${number}"${each[0]}>${each[1]}</c>`)
  return `<row r="${number}">${written.filter(Boolean).join('')}</row>`
}

function cell<Row>(column: Column<Row>, row: Row, timeZone: string): CellXml {
  switch (column.kind) {
    case 'text': {
      const value = column.of(row)
      return value ? textCell(value) : null
    }
    case 'number':
      return numberCell(column.of(row))
    case 'amount':
      return numberCell(column.of(row), style.amount)
    case 'day':
    case 'utcDay':
    case 'moment': {
      const value = column.of(row)
      if (!value) return null
      const days = wallTime(value, column.kind === 'utcDay' ? 'UTC' : timeZone).getTime() / 86_400_000 + daysBefore1970
      return column.kind === 'moment' ? numberCell(days, style.moment) : numberCell(Math.floor(days), style.day)
    }
  }
}

/** Excel counts the days from 30 December 1899. */
const daysBefore1970 = 25_569

function textCell(content: string, look: number = style.plain): CellXml {
  return [` t="inlineStr" s="${look}"`, `<is><t xml:space="preserve">${escaped(content)}</t></is>`]
}

function numberCell(value: number | string | null | undefined, look: number = style.plain): CellXml {
  if (value === null || value === undefined) return null
  if (!Number.isFinite(Number(value))) throw new TypeError('A number was expected in an exported column.')
  return [` s="${look}"`, `<v>${Number(value)}</v>`]
}

/** What XML cannot hold is left out; what the format would read as an escape (_x0041_) or as a line feed is escaped. */
function escaped(content: string): string {
  return content
    .slice(0, longestCell)
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const longestCell = 32_000
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** 0 is A, 26 is AA. */
function letters(position: number): string {
  const before = Math.floor(position / 26)
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (position % 26))
}

const width: Record<Column<never>['kind'], number> = {
  text: 28,
  number: 12,
  amount: 14,
  day: 14,
  utcDay: 14,
  moment: 22,
}
/** Places in the list of looks in styles.xml. */
const style = { plain: 0, bold: 1, amount: 2, day: 3, moment: 4 }

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook beside its sheet. */
function workbook(title: string): ZipPart[] {
  const part = (name: string, content: string): ZipPart => ({ name, content: [xml + content] })
  const look = (format: number, font: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${look(0, 0)}${look(0, 1)}${look(2, 0)}${look(164, 0)}${look(165, 0)}</cellXfs></styleSheet>`,
    ),
  ]
}

/** Excel refuses some signs in the name of a sheet, and more than 31 of them. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:'"]/g, ' ').slice(0, 31)
}
