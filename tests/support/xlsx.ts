import { inflateRawSync } from 'node:zlib'

/** Reads back a workbook of one sheet: unzips it and takes texts, numbers and dates from its XML. */
export function sheetOf(file: Buffer): (string | number | null)[][] {
  const files = unzip(file)
  const part = (name: string) => files.get(name) ?? ''
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row]) => {
    const cells: (string | number | null)[] = []
    for (const [, attributes = '', content = ''] of (row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const column = /r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A'
      while (cells.length < position(column)) cells.push(null)
      cells.push(contentOf(content))
    }
    return cells
  })
}

function position(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function contentOf(content: string): string | number {
  const [, text] = /^<is><t xml:space="preserve">([\s\S]*)<\/t><\/is>$/.exec(content) ?? []
  if (text !== undefined) return decoded(text)
  const [, number] = /^<v>(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)<\/v>$/.exec(content) ?? []
  if (number === undefined) throw new Error(`${content} in a cell`)
  return Number(number)
}

/** Every formula and every link to elsewhere: there must be none. */
export function activeContent(file: Buffer): string[] {
  return [...unzip(file)]
    .filter(([, text]) => /<f[ >]|externalLink|TargetMode="External"/.test(text))
    .map(([name]) => name)
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const [centralHeader, endOfDirectory] = [0x02014b50, 0x06054b50]

/** The parts of a zip archive by name, found through its directory. */
function unzip(file: Buffer): Map<string, string> {
  let end = file.length - 22
  while (file.readUInt32LE(end) !== endOfDirectory) end -= 1
  let at = file.readUInt32LE(end + 16)
  const parts = new Map<string, string>()
  while (file.readUInt32LE(at) === centralHeader) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const local = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const content = file.subarray(start, start + packed)
    parts.set(name, (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** All chunks of a file as one. */
export async function fileOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
