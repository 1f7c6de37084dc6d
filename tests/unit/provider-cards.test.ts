import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { readLogo } from '@/lib/domain/directory/logo-file'
import { askingRefusal, inLanguage, lackingOf } from '@/lib/domain/directory/rules'
import { editProviderCardInput, logoLimits } from '@/lib/domain/directory/schema'
import { beginningOf } from '@/lib/web/provider-directory'
import { drawLogo } from '@/prisma/seed/logo'
import { cardInput, tinyPng } from '../support/directory'

const refused = (bytes: Uint8Array) => {
  try {
    readLogo(bytes)
    return 'none'
  } catch (error) {
    return isDomainError(error, 'logo_invalid') ? error.parameters.reason : error
  }
}
const joined = (...parts: (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]))
const text = (words: string) => new TextEncoder().encode(words)

/** The segments a JPEG is made of, with no picture worth looking at. */
const jpeg = (width: number, height: number) =>
  joined(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1],
    [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0],
    [0xff, 0xda, 0, 2, 1, 2, 3],
    [0xff, 0xd9],
  )

const sized = (width: number, height: number) => {
  const bytes = new Uint8Array(tinyPng)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

describe('a logo', () => {
  test('is a PNG or a JPEG, told by its content', () => {
    expect(readLogo(tinyPng)).toEqual({ contentType: 'image/png', width: 1, height: 1 })
    expect(readLogo(jpeg(300, 90))).toEqual({ contentType: 'image/jpeg', width: 300, height: 90 })
    expect(readLogo(drawLogo({ ink: [1, 2, 3], shape: 'rings' }))).toMatchObject({ width: 200, height: 80 })
  })

  test.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', text('<!doctype html><p>')],
    ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000')],
    ['nothing', new Uint8Array()],
    ['a PNG cut short', tinyPng.slice(0, 40)],
    ['only the start of a PNG', tinyPng.slice(0, 8)],
    ['a PNG with a page behind it', joined(tinyPng, text('<script>'))],
    ['a JPEG cut short', jpeg(10, 10).slice(0, -1)],
    ['a JPEG with a page behind it', joined(jpeg(10, 10), text('<script>'))],
    ['a JPEG without a picture', joined([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])],
  ])('is not %s', (_, bytes) => expect(refused(bytes)).toBe('type'))

  test('has at most 300 pixels each way', () => {
    expect(refused(sized(logoLimits.width, logoLimits.height))).toBe('none')
    expect(refused(sized(logoLimits.width + 1, 1))).toBe('dimensions')
    expect(refused(sized(1, logoLimits.height + 1))).toBe('dimensions')
    expect(refused(sized(0, 1))).toBe('dimensions')
    expect(refused(jpeg(65_535, 65_535))).toBe('dimensions')
  })

  test('has at most 200 kB', () => expect(refused(joined(tinyPng, new Uint8Array(logoLimits.bytes)))).toBe('size'))
})

describe('a card', () => {
  const complete = {
    descriptionEn: 'We',
    descriptionRu: '',
    services: ['training'],
    languages: ['en'],
    countries: ['DE'],
  }

  test('lacks what it has to be found and read by', () => {
    expect(lackingOf(complete)).toEqual([])
    expect(lackingOf({ ...complete, descriptionEn: '', descriptionRu: 'Мы' })).toEqual([])
    expect(lackingOf({ descriptionEn: '', descriptionRu: '', services: [], languages: [], countries: [] })).toEqual([
      'description',
      'services',
      'languages',
      'countries',
    ])
  })

  test.each([
    ['www.provider.example', 'https://www.provider.example/'],
    ['http://provider.example/a?b', 'https://provider.example/a?b'],
    ['https://provider.example', 'https://provider.example/'],
  ])('leads to %s as %s', (website, href) =>
    expect(editProviderCardInput.parse({ ...cardInput, website }).website).toBe(href),
  )

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user@provider.example',
    'ftp://a.example',
    'nowhere',
    'https://',
  ])('does not lead to %s', (website) =>
    expect(editProviderCardInput.safeParse({ ...cardInput, website }).success).toBe(false),
  )

  test('names each service, language and country once, and only known ones', () => {
    expect(editProviderCardInput.parse({ ...cardInput, services: ['training', 'training'] }).services).toEqual([
      'training',
    ])
    for (const wrong of [{ services: ['spells'] }, { languages: ['xx'] }, { countries: ['ZZ'] }])
      expect(editProviderCardInput.safeParse({ ...cardInput, ...wrong }).success).toBe(false)
  })

  test('is read in one language, or in the other where there is none', () => {
    expect([inLanguage('ru', 'Us', 'Мы'), inLanguage('ru', 'Us', ''), inLanguage('en', '', 'Мы')]).toEqual([
      'Мы',
      'Us',
      'Мы',
    ])
  })

  test('begins with whole words in the list', () => {
    expect(beginningOf('One two\n\nthree', 50)).toBe('One two three')
    expect(beginningOf('One two three four', 10)).toBe('One two…')
    expect(beginningOf('x'.repeat(50), 10)).toBe(`${'x'.repeat(5)}…`)
  })
})

describe('asking for an invitation', () => {
  const standing = { providerId: 'p', region: 'europe', partners: false, pending: false, invited: false }
  test.each([
    [{}, null],
    [{ region: 'russia', partners: true }, 'region_differs'],
    [{ partners: true, pending: true }, 'already_partners'],
    [{ pending: true, invited: true }, 'invitation_request_pending'],
    [{ invited: true }, 'already_invited'],
  ])('of %j is answered with %s', (differently, code) =>
    expect(askingRefusal({ region: 'europe' }, { ...standing, ...differently })).toBe(code),
  )
})
