import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayGrantRole, passwordLength, passwordWeakness } from '@/lib/domain/users/rules'
import { holds } from '../support/property'
import { allRoles } from '../support/role-matrix'

const nobody: string[] = []
const alder = ['maria@alder.example', 'Maria Alder', 'Alder IT', 'tandem']

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

describe('granting a role', () => {
  test('takes a Global admin where the role is Global admin', () => {
    for (const role of allRoles)
      expect(mayGrantRole({ roles: [role] }, 'globalAdmin'), role).toBe(role === 'globalAdmin')
  })

  test('is not restricted further', () => {
    for (const role of allRoles.filter((each) => each !== 'globalAdmin')) {
      expect(mayGrantRole({ roles: ['userManagementAdmin'] }, role)).toBe(true)
    }
  })
})
