import { crc32 } from 'node:zlib'
import { DomainError } from '@/lib/core/errors'

/**
 * Whether a file that somebody sends is what its name says. Nothing is ever unpacked or drawn: the shape is read from
 * outside, so that a file made to grow when it is opened stays as small as it came.
 */

/** In bytes. */
export const evidenceLimit = 5 * 1024 * 1024

type Reason = 'size' | 'empty' | 'name' | 'type' | 'mismatch' | 'pixels' | 'active' | 'structure'

export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg'

const typeOfExtension: Record<string, MediaType> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

const examine: Record<MediaType, (bytes: Buffer) => Reason | null> = {
  'application/pdf': examinePdf,
  'image/png': examinePng,
  'image/jpeg': examineJpeg,
}

/** @throws DomainError `evidence_refused` with the `reason` */
export function examineEvidence(name: string, content: Uint8Array): { fileName: string; mediaType: MediaType } {
  const fileName = plainName(name)
  if (!fileName) throw refused('name')
  const mediaType = typeOfExtension[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()]
  if (!mediaType) throw refused('type')
  if (content.length === 0) throw refused('empty')
  if (content.length > evidenceLimit) throw refused('size')
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (typeOfContent(bytes) !== mediaType) throw refused('mismatch')
  const reason = examine[mediaType](bytes)
  if (reason) throw refused(reason)
  return { fileName, mediaType }
}

export function refused(reason: Reason): DomainError {
  return new DomainError('evidence_refused', { parameters: { reason }, fields: { file: ['file_refused'] } })
}

/** The name without its path is what a browser sends. Anything else is refused, not repaired: whoever sends it means harm. */
function plainName(name: string): string | null {
  const tidy = name.normalize('NFC').trim()
  // Separators, drive letters, what no file system takes, and what is invisible or turns the direction of reading.
  const plain = tidy.length > 0 && tidy.length <= 120 && !/[/\\:*?"<>|]|\p{C}|^\.|\.\./u.test(tidy)
  return plain && tidy.lastIndexOf('.') > 0 ? tidy : null
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function typeOfContent(bytes: Buffer): MediaType | null {
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'image/png'
  if (bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg'
  return /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8)) ? 'application/pdf' : null
}

const mostPixels = 100_000_000

function tooManyPixels(width: number, height: number): Reason | null {
  if (width === 0 || height === 0) return 'structure'
  return width * height > mostPixels ? 'pixels' : null
}

/** Chunk after chunk with its checksum, from IHDR to IEND and not a byte further. */
function examinePng(bytes: Buffer): Reason | null {
  let at = pngSignature.length
  let pixels = false
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'structure'
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'structure'
    if (at === pngSignature.length) {
      if (type !== 'IHDR' || length !== 13) return 'structure'
      const bad = tooManyPixels(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))
      if (bad) return bad
    }
    if (type === 'IDAT') pixels = true
    if (type === 'IEND') return pixels && end === bytes.length ? null : 'structure'
    at = end
  }
  return 'structure'
}

/** Segment after segment to the picture itself, and the picture to its end. Cameras may put a second picture behind it. */
function examineJpeg(bytes: Buffer): Reason | null {
  let at = 2
  let measured = false
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'structure'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return 'structure'
    if (isFrame(marker) && length >= 8) {
      const bad = tooManyPixels(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
      if (bad) return bad
      measured = true
    }
    at += 2 + length
    if (marker === 0xda) return measured && endsAfterPicture(bytes, at) ? null : 'structure'
  }
  return 'structure'
}

/** Start of a frame: C0 to CF without the tables (C4), the extension (C8) and arithmetic conditioning (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function endsAfterPicture(bytes: Buffer, from: number): boolean {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), from)
  if (end < 0) return false
  const rest = bytes.subarray(end + 2)
  const another = rest.length > 4 && rest.readUIntBE(0, 3) === 0xffd8ff
  return rest.length === 0 || (another && rest.readUInt16BE(rest.length - 2) === 0xffd9)
}

/** What does something when a PDF is opened, or carries other files. */
const activeName = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![\w.-])/

/** Its table of contents stands where its last lines say. */
function examinePdf(bytes: Buffer): Reason | null {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1100))
  const table = Number(/startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(tail)?.[1] ?? Number.NaN)
  if (!(table > 0 && table < bytes.length)) return 'structure'
  if (!/^\s*(?:xref\s|\d+\s+\d+\s+obj)/.test(bytes.toString('latin1', table, table + 40))) return 'structure'
  return activeName.test(outsideStreams(bytes.toString('latin1'))) ? 'active' : null
}

/** Streams hold packed data in which any name may stand by chance; names outside may be written with codes. */
function outsideStreams(text: string): string {
  return text
    .replace(/(?<!end)stream\r?\n[\s\S]*?endstream/g, ' ')
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
