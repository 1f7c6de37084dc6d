import { DomainError } from '@/lib/core/errors'
import { logoLimits } from './schema'

/** What a picture says of itself. Told by its content: its name and what the browser calls it prove nothing. */
export interface Picture {
  contentType: 'image/png' | 'image/jpeg'
  width: number
  height: number
}

/**
 * A logo as it may be shown to everybody: a complete PNG or JPEG within the limits, and nothing behind its end. An SVG is a
 * document with scripts, and refused.
 * @throws DomainError `logo_invalid` with the reason
 */
export function readLogo(bytes: Uint8Array): Picture {
  if (bytes.length > logoLimits.bytes) refuse('size')
  const picture = readPng(bytes) ?? readJpeg(bytes)
  if (!picture) return refuse('type')
  const { width, height } = picture
  if (width < 1 || height < 1 || width > logoLimits.width || height > logoLimits.height) refuse('dimensions')
  return picture
}

function refuse(reason: 'size' | 'type' | 'dimensions'): never {
  throw new DomainError('logo_invalid', { parameters: { reason } })
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Chunk after chunk, from the header to the end mark. Null for what is no whole PNG. */
function readPng(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, pngSignature)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const typeAt = (at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  let hasImage = false
  let at = pngSignature.length
  if (bytes.length < at + 25 || view.getUint32(at) !== 13 || typeAt(at) !== 'IHDR') return null
  const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
  while (at + 12 <= bytes.length) {
    const type = typeAt(at)
    hasImage ||= type === 'IDAT'
    at += 12 + view.getUint32(at)
    if (type === 'IEND') return hasImage && at === bytes.length ? { contentType: 'image/png', ...size } : null
  }
  return null
}

const jpegStart = [0xff, 0xd8, 0xff]

/** Segment after segment up to the picture itself, which has to end the file. Null for what is no whole JPEG. */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, jpegStart)) return null
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return size && { contentType: 'image/jpeg', ...size }
    if (isFrame(marker) && at + 9 <= bytes.length)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Start of a frame: C0 to CF but for the tables among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
