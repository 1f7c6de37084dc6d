import { crc32, deflateSync } from 'node:zlib'

/** The smallest real files of each type, and a file that is none. */

export function pdf(extra = ''): Uint8Array<ArrayBuffer> {
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`
  const table = 'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000060 00000 n \n'
  return new Uint8Array(
    Buffer.from(`${head}${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${head.length}\n%%EOF\n`, 'latin1'),
  )
}

/** A PDF with a stream that grows a thousandfold when it is unpacked. */
export function swellingPdf(): Uint8Array<ArrayBuffer> {
  const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024))
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  const body = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
  return new Uint8Array(
    Buffer.concat([
      body,
      Buffer.from(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n${body.length}\n%%EOF\n`),
    ]),
  )
}

export function png(width = 1, height = 1): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Uint8Array<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return new Uint8Array(Buffer.concat([length, body, sum]))
}

export function jpeg(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.from([
      ...[
        0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01,
        0x00, 0x00,
      ],
      ...[0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, 0x01, 0x11, 0x00],
      ...[0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0xff, 0xd9],
    ]),
  )
}
