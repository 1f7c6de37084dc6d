import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  name: string
  content: Iterable<string> | AsyncIterable<string>
}

/**
 * An archive, chunk by chunk: a part is packed while it is being made, away from the thread that serves requests. Sizes follow
 * each part (APPNOTE 4.3.9), as they are not known before. For archives below 4 GB.
 */
export async function* zipChunks(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const start = offset
    const head = localHeader(name)
    offset += head.length
    yield head
    const measured = { crc: 0, size: 0, packed: 0 }
    const packer = createDeflateRaw()
    // Passes an error of the content on to whoever reads the packed bytes.
    pipeline(Readable.from(bytesOf(content, measured)), packer, () => undefined)
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      measured.packed += chunk.length
      yield chunk
    }
    const sizes = words(measured.crc, measured.packed, measured.size)
    const tail = Buffer.concat([words(dataDescriptor), sizes])
    offset += measured.packed + tail.length
    yield tail
    directory.push(directoryEntry(name, sizes, start))
  }
  const entries = Buffer.concat(directory)
  const counts = halves(0, 0, directory.length, directory.length)
  yield Buffer.concat([entries, words(endOfDirectory), counts, words(entries.length, offset), halves(0)])
}

async function* bytesOf(content: ZipPart['content'], measured: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    measured.crc = crc32(bytes, measured.crc)
    measured.size += bytes.length
    yield bytes
  }
}

const [localFile, dataDescriptor, centralFile, endOfDirectory] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50]
/** Version 2.0; names in UTF-8, sizes behind the content; deflated; 1 January 1980, so that equal rows give equal files. */
const traits = halves(20, 0x0808, 8, 0, 0x21)

function localHeader(name: string): Buffer {
  const written = Buffer.from(name)
  return Buffer.concat([words(localFile), traits, words(0, 0, 0), halves(written.length, 0), written])
}

function directoryEntry(name: string, sizes: Buffer, start: number): Buffer {
  const written = Buffer.from(name)
  const rest = [halves(written.length, 0, 0, 0, 0), words(0, start), written]
  return Buffer.concat([words(centralFile), halves(20), traits, sizes, ...rest])
}

/** Little-endian numbers of four bytes, and of two. */
function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4)
  return bytes
}

function halves(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2)
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, at * 2)
  return bytes
}
