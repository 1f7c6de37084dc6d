import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { evidenceLimit, examineEvidence } from '@/lib/domain/verification/evidence-file'
import { provesDomain } from '@/lib/domain/verification/rules'
import { jpeg, pdf, png, swellingPdf } from '../support/evidence'

function answer(name: string, content: Uint8Array): string {
  try {
    return examineEvidence(name, content).mediaType
  } catch (error) {
    if (isDomainError(error)) return String(error.parameters.reason)
    throw error
  }
}

const text = (content: string) => new Uint8Array(Buffer.from(content))
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

describe('evidence', () => {
  test('is taken as PDF, PNG and JPEG, whatever capitals the name has', () => {
    expect(answer('extract.pdf', pdf())).toBe('application/pdf')
    expect(answer('Выписка из реестра.PDF', pdf())).toBe('application/pdf')
    expect(answer('scan.png', png())).toBe('image/png')
    expect([answer('photo.jpg', jpeg()), answer('photo.JPEG', jpeg())]).toEqual(['image/jpeg', 'image/jpeg'])
    // Cameras put a second picture behind the first.
    expect(answer('photo.jpg', joined(jpeg(), jpeg()))).toBe('image/jpeg')
  })

  test('with other content under a right name is refused', () => {
    const zip = joined(text('PK\u0003\u0004'), new Uint8Array(200))
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    for (const content of [zip, svg, text('<html>'), text('MZ'), jpeg()])
      expect(answer('extract.pdf', content)).toBe('mismatch')
    for (const content of [zip, svg, pdf()]) expect(answer('scan.png', content)).toBe('mismatch')
    expect(answer('photo.jpg', png())).toBe('mismatch')
  })

  test('of any other type is refused, SVG and archives before all', () => {
    for (const name of ['logo.svg', 'all.zip', 'page.html', 'tool.exe', 'extract', 'extract.pdf.js'])
      expect(answer(name, pdf())).toBe(name === 'extract' ? 'name' : 'type')
  })

  test('with a path in its name is refused', () => {
    const names = ['../../etc/passwd.pdf', 'a/b.pdf', 'C:\\a.pdf', '..\\a.pdf', '.pdf', '.hidden.pdf', 'a\u0000.pdf']
    for (const name of [...names, 'a\r\nb.pdf', 'fdp.\u202Egnp.pdf', '', `${'x'.repeat(130)}.pdf`, 'a"b.pdf'])
      expect([name, answer(name, pdf())]).toEqual([name, 'name'])
  })

  test('beyond 5 MB, or empty, is refused', () => {
    expect(answer('extract.pdf', new Uint8Array(evidenceLimit + 1))).toBe('size')
    expect(answer('extract.pdf', new Uint8Array())).toBe('empty')
  })

  test('that is cut off, or holds something else behind, is refused', () => {
    for (const [name, content] of [
      ['a.pdf', pdf()],
      ['a.png', png()],
      ['a.jpg', jpeg()],
    ] as const) {
      expect([name, answer(name, content.slice(0, -9))]).toEqual([name, 'structure'])
      expect([name, answer(name, joined(content, text('PK\u0003\u0004 and more')))]).toEqual([name, 'structure'])
    }
    const broken = Uint8Array.from(png())
    broken[20] = (broken[20] ?? 0) ^ 1
    expect(answer('a.png', broken)).toBe('structure')
  })

  test('with a script or a file inside is refused, however its name is written', () => {
    for (const active of [
      '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
      '/AA << /S /Launch >>',
      '/Names << /EmbeddedFiles 3 0 R >>',
      '/Java#53cript',
    ])
      expect([active, answer('a.pdf', pdf(active))]).toEqual([active, 'active'])
    expect(answer('a.pdf', pdf('/JSON true'))).toBe('application/pdf')
  })

  test('with more pixels than can be shown is refused without unpacking one', () => {
    expect(answer('a.png', png(60_000, 60_000))).toBe('pixels')
    expect(answer('a.png', png(0, 10))).toBe('structure')
  })

  test('that swells when unpacked is never unpacked', () => {
    const bomb = swellingPdf()
    const [memory, began] = [process.memoryUsage().rss, performance.now()]
    expect(answer('a.pdf', bomb)).toBe('application/pdf')
    expect(performance.now() - began).toBeLessThan(500)
    expect(process.memoryUsage().rss - memory).toBeLessThan(60 * 1024 * 1024)
    expect(answer('a.pdf', deflateSync(Buffer.alloc(50_000_000)))).toBe('mismatch')
  })

  test('is looked at in no time, whatever it is made of', () => {
    for (const filling of ['stream\n', '/', '#', '1 0 obj ', '\u00ff', 'endstream']) {
      const content = text(`%PDF-1.4\n${filling.repeat(Math.floor((evidenceLimit - 20) / filling.length / 2))}`)
      const began = performance.now()
      answer('a.pdf', content)
      expect(performance.now() - began).toBeLessThan(1500)
    }
  })
})

test('a default domain of the work account proves nothing about an address', () => {
  expect(provesDomain('a@alder.example', 'alder.example')).toBe(true)
  expect(provesDomain('a@mail.alder.example', 'alder.example')).toBe(true)
  expect(provesDomain('a@alder.example', 'alder.onmicrosoft.com')).toBe(false)
  expect(provesDomain('a@birch.example', 'alder.example')).toBe(false)
  expect(provesDomain('a@gmail.com', 'gmail.com')).toBe(false)
})
