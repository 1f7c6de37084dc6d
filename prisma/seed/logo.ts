import { crc32, deflateSync } from 'node:zlib'

/** Simple logos, drawn when the demo world is built: no pictures stand in the repository. */

type Colour = readonly [red: number, green: number, blue: number]

export interface Drawing {
  ink: Colour
  shape: 'rings' | 'bars' | 'diamond' | 'waves'
}

const width = 200
const height = 80

/** A PNG of the shape in its colour on white. */
export function drawLogo({ ink, shape }: Drawing): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (__, x) => (inside[shape](x, y) ? ink : ([255, 255, 255] as const)))
    // Each row begins with its filter: none.
    return [0, ...pixels.flat()]
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const picture = deflateSync(Buffer.from(rows.flat()))
  const chunks = [chunk('IHDR', header), chunk('IDAT', picture), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

const distance = (x: number, y: number, toX: number, toY: number) => Math.hypot(x - toX, y - toY)

const inside: Record<Drawing['shape'], (x: number, y: number) => boolean> = {
  rings: (x, y) => [60, 100, 140].some((centre) => distance(x, y, centre, 40) < 30 && distance(x, y, centre, 40) > 20),
  bars: (x, y) => x > 30 && x < 170 && (x - 30) % 28 < 18 && y > 66 - (x - 20) / 3 && y < 68,
  diamond: (x, y) =>
    [70, 130].some(
      (centre) => Math.abs(x - centre) + Math.abs(y - 40) < 32 && Math.abs(x - centre) + Math.abs(y - 40) > 16,
    ),
  waves: (x, y) => x > 20 && x < 180 && [22, 40, 58].some((line) => Math.abs(y - line - 6 * Math.sin(x / 12)) < 4),
}
