import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeKey, pageInput } from '@/lib/core/page'
import { toSearchTerm, toSearchText, toSortName } from '@/lib/core/sort-name'
import { line } from '@/lib/core/vocabulary'
import { holds } from '../support/property'

describe('the name lists sort by', () => {
  test.each([
    ['Éclair', 'eclair'],
    ['Ångström', 'angstrom'],
    ['Øresund Łódź', 'oresund lodz'],
    ['Straße', 'strasse'],
    ['ЁЛКА', 'елка'],
    ['Йод', 'йод'],
    ['İstanbul', 'istanbul'],
    ['Ǣgir Ǿre', 'aegir ore'],
    ['  Alder  ', 'alder'],
    ['ＡＬＤＥＲ', 'alder'],
    ['株式会社', '株式会社'],
  ])('of %s is %s', (name, expected) => expect(toSortName(name)).toBe(expected))

  test('does not depend on how accents are encoded', () =>
    holds(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(toSortName(name.normalize('NFD'))).toBe(toSortName(name.normalize('NFC')))
      }),
    ))

  test('does not change when it is folded again', () =>
    holds(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const once = toSortName(name)
        expect(toSortName(once)).toBe(once)
      }),
    ))

  test('of any allowed name makes a page key that the next page accepts', () =>
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const allowed = line(120).safeParse(name)
        if (!allowed.success) return
        const key = encodeKey({ sort: toSortName(allowed.data), id: '01900000-0000-7000-8000-000000000001' })
        expect(pageInput.after.safeParse(key).success, `${name.length} characters`).toBe(true)
      }),
    ))

  test.each(['ﷺ', '㍿', '🐎', '"', '漢', 'ё'])(
    'made of 120 times %s still makes a page key that the next page accepts',
    (letter) => {
      const name = line(120).parse(letter.repeat(letter.length === 2 ? 60 : 120))
      const key = encodeKey({ sort: toSortName(name), id: '01900000-0000-7000-8000-000000000001' })
      expect(pageInput.after.safeParse(key).success).toBe(true)
    },
  )
})

describe('the text searches look into', () => {
  test('finds a name with its accents, without them, and by domain', () => {
    const text = toSearchText('Łódź Wood GmbH', 'wood.example', null, '1234567')
    for (const term of ['łódź', 'lodz', 'wood.example', '1234567', 'od g']) expect(text).toContain(term)
  })

  test.each([
    ['Ångström', 'angström'],
    ['Angstrom', 'Ångström'],
    ['Łódź Wood', 'lódz w'],
    ['Straße', 'STRASSE'],
    ['Strasse', 'straße'],
    ['ЁЛКА', 'елка'],
    ['Елка', 'ёлк'],
    ['ΟΔΟΣΗ', 'ΟΔΟΣ'],
    ['Ａｌｄｅｒ', 'alder'],
  ])('of %s is found by %s', (name, term) => expect(toSearchText(name)).toContain(toSearchTerm(term)))

  const written = fc.array(fc.constantFrom(...'aåäeéëoøöłßæñzžеёйσς0 .-%_'), { minLength: 1, maxLength: 120 })

  test('is found by every part of every part of it, however that is written', () =>
    holds(
      fc.property(
        written,
        fc.string(),
        fc.nat(119),
        fc.integer({ min: 1, max: 100 }),
        (letters, other, from, length) => {
          const part = letters.join('').slice(from, from + length)
          const text = toSearchText(other, letters.join(''))
          for (const term of [part, part.toUpperCase(), part.normalize('NFD'), toSortName(part)])
            expect(text).toContain(toSearchTerm(term))
        },
      ),
    ))

  test('leaves out what is missing', () => {
    expect(toSearchText(undefined, null, '', 'Alder')).toBe('alder')
  })
})
