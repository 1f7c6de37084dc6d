import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessedFirst } from '@/lib/domain/users/password-worth'
import { passwordLength, passwordWeakness } from '@/lib/domain/users/rules'
import { holds } from '../support/property'

const nobody: string[] = []
const alder = ['maria@alder.example', 'Maria Alder', 'Alder IT', 'tandem']

const decorated = [
  'Password12345678',
  'P@ssw0rd12345678',
  'Pa$$word!Pa$$word!',
  'p-a-s-s-w-o-r-d-1-2-3',
  'passworddrowssap',
  'PasswordWelcome1',
  'password-welcome-admin',
  'changeme-changeme',
  'Welcome2024!!!!!',
  'Administrator123!',
  'Christopher1990!',
  'Chelsea Liverpool 2024',
  'TheQuickBrownFox2024',
  'internationalization',
  'vera-elder-vera-elder',
  'vera-elder1vera-elder2',
  'river-stone-river-stone',
  'Summer2024!Summer2024!',
  '1990-01-01-1990-01-01',
  'aaaaabbbbbcccccddddd1',
  'qwertyuiopasdfghjkl',
  'qwerty-asdfgh-zxcvbn',
  'mnbvcxzlkjhgfdsa',
  '1qaz2wsx3edc4rfv',
  'abcdefghijklmnop',
  'zyxwvutsrqponmlk',
  '123456789012345',
  '987654321098765',
  'пароль1234567890',
  'йцукенфывапроячсмит',
  'gfhjkmgfhjkm123',
  'наташа19852012345',
]
const passphrases = [
  'river-stone-lantern-42',
  'a bicycle made of glass',
  'RiverStoneLantern',
  'quiet harbour wooden spoon',
  'world-under-construction-17',
  'green tea and honey',
  'summer coffee river',
  'purple monkey dishwasher',
  'the cat sat on the mat and the dog',
  'Kaffee am frühen Morgen',
  'красный трамвай на луне',
  'ТихаяРекаСинийДом',
  'x7Kq9zPw2LmN4tB',
  '5839201746382915',
]

describe('a password', () => {
  test('is long enough from 15 characters on, counted as people see them', () => {
    expect(passwordWeakness('abcdefg hij klm'.slice(0, 14), nobody)).toBe('password_short')
    expect(passwordWeakness('abc defghi jklm', nobody)).toBeNull()
    // 15 characters of four bytes each.
    expect(passwordWeakness('🐎🔋📎🧭🪁🐎🔋📎🧭🪁🐎🔋📎🧭🪁', nobody)).toBeNull()
    expect(passwordWeakness('🐎🔋📎🧭🪁🐎🔋📎🧭🪁🐎🔋📎🧭', nobody)).toBe('password_short')
  })

  test('may be as long as 128 characters and no longer', () => {
    const words = 'staple horse correct battery '.repeat(5)
    expect(passwordWeakness(words.slice(0, passwordLength.max), nobody)).toBeNull()
    expect(passwordWeakness(words.slice(0, passwordLength.max + 1), nobody)).toBe('password_long')
  })

  test('needs no digits, capitals or signs', () => {
    expect(passwordWeakness('correct horse battery staple', nobody)).toBeNull()
    expect(passwordWeakness('четыре слова из словаря', nobody)).toBeNull()
  })

  test.each([
    'passwordpassword',
    'Password1234567',
    'qwertyqwertyqwerty',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    '12345678901234567890',
    'парольпарольпароль',
    'ЙЦУКЕНйцукенЙЦУКЕН',
  ])('must not be a common one: %s', (password) => expect(passwordWeakness(password, nobody)).toBe('password_common'))

  test.each(['alder.example-alder', 'maria-alder-maria', 'MariaMariaMaria1!', 'tandemtandemtandem'])(
    'must not be made of names the portal knows: %s',
    (password) => expect(passwordWeakness(password, alder)).toBe('password_context'),
  )

  test('may contain a name or a common word among others', () => {
    expect(passwordWeakness('Maria rides a blue bicycle', alder)).toBeNull()
    expect(passwordWeakness('the welcome mat is under the fern', nobody)).toBeNull()
  })

  test.each(decorated)('must not be a common one in disguise: %s', (password) =>
    expect(passwordWeakness(password, nobody)).toBe('password_common'),
  )

  test.each(['M4r1a-M4r1a-2024', '@lder-it-@lder-1', 'Maria.Alder.1985', 'alderexample2024!'])(
    'must not be made of names the portal knows, in disguise: %s',
    (password) => expect(passwordWeakness(password, alder)).toBe('password_context'),
  )

  test.each(passphrases)('may be several different words: %s', (password) =>
    expect(passwordWeakness(password, nobody)).toBeNull(),
  )

  test('must not be one of thousands of common ones, however it is filled up', () => {
    const long = [...guessedFirst.keys()].filter((word) => word.length >= 8)
    expect(long.length).toBeGreaterThan(3_000)
    const inDigits = (word: string) => word.replaceAll('a', '@').replaceAll('o', '0').replaceAll('e', '3')
    const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
    const ways = [
      (word: string) => `${capital(word)}12345678`,
      (word: string) => `${word}${word}`,
      (word: string) => `${capital(word)}2024!!!!`,
      (word: string) => `***${word.toUpperCase()}***2025`,
      (word: string) => `${/\d/.test(word) ? word : inDigits(word)}!!!!!!!!`,
      (word: string) => `${word}_${word}_1`,
    ]
    const accepted = long.flatMap((word, index) => {
      const made = ways[index % ways.length]?.(word) ?? ''
      return passwordWeakness(made, nobody) ? [] : [made]
    })
    expect(accepted).toEqual([])
  })

  test('is looked up among common ones that are written as it is looked up', () => {
    const never = [...guessedFirst.keys()].filter(
      (word) => word.length < 4 || word !== word.normalize('NFKC').toLowerCase(),
    )
    expect(never).toEqual([])
  })

  test('is judged in less than a millisecond', () => {
    const long = [
      'staple horse correct battery '.repeat(5),
      'abcde '.repeat(30),
      'x7Kq9zPw2LmN4tBv'.repeat(9),
      'password'.repeat(20),
    ]
    const words = [...alder, 'alder.example']
    for (const password of [
      ...passphrases,
      ...decorated,
      ...long.map((text) => `${text.slice(0, passwordLength.max - 1)}#`),
    ]) {
      const times = Array.from({ length: 25 }, () => {
        const before = performance.now()
        passwordWeakness(password, words)
        return performance.now() - before
      })
      // The quickest: what else the machine does is not the price of the check.
      expect(Math.min(...times), password).toBeLessThan(1)
    }
  })

  test('is judged whatever it consists of', () =>
    holds(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (password, context) => {
          const weakness = passwordWeakness(password, context)
          const length = [...password.normalize('NFKC')].length
          if (length < 15) expect(weakness).toBe('password_short')
          else if (length > 128) expect(weakness).toBe('password_long')
          else expect([null, 'password_common', 'password_context']).toContain(weakness)
        },
      ),
    ))

  test('is refused when it is nothing but a word of the context, repeated', () =>
    holds(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), (word) => {
        const password = word.repeat(Math.ceil(16 / word.length))
        expect(passwordWeakness(password, [word])).not.toBeNull()
      }),
    ))
})
