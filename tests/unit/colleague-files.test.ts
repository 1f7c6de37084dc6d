import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { peopleFileRows, readPeople } from '@/lib/domain/partner-users/people-file'
import { holds } from '../support/property'

const head = 'Full name,E-mail,Agent level,Admin level'

describe('a file of colleagues', () => {
  test('is understood in both languages, with any of the separators and with a byte order mark', () => {
    const english = `${head}\r\nAnna Weiss,Anna@Alder.example,Sales agent,Not an admin`
    const russian =
      '\ufeffПолное имя;Электронная почта;Уровень агента;Уровень администратора\nAnna Weiss;anna@alder.example;агент  по продажам;Не администратор'
    const mixed =
      'Admin level\tE-mail\tName\tAgent level\tPhone\n\tanna@alder.example\tAnna Weiss\tАгент по продажам\t1'
    for (const text of [english, russian, mixed]) {
      const [person] = readPeople(text)
      expect(person).toMatchObject({
        line: 2,
        fullName: 'Anna Weiss',
        email: 'anna@alder.example',
        roles: ['salesAgent'],
        problems: [],
      })
    }
  })

  test('gives nobody a level that is not written', () => {
    expect(readPeople('Full name,E-mail\nAnna,anna@alder.example')[0]).toMatchObject({ roles: [], problems: [] })
    expect(readPeople(`${head}\nAnna,a@b.example,,`)[0]).toMatchObject({ roles: [], problems: [] })
  })

  test('keeps what it does not understand as it stands, fit to be shown', () => {
    const [person] = readPeople(`${head}\nAnna,"no\u0007 address",Wizard,King`)
    expect(person).toMatchObject({ email: 'no address', agentLevel: 'Wizard', adminLevel: 'King', roles: [] })
    expect(person?.problems.map(({ column }) => column)).toEqual(['email', 'adminLevel', 'agentLevel'])
  })

  test('takes back what its own list of mistakes disarmed, and no more', () => {
    const [person] = readPeople(`${head}\n'=Anna,'+anna@alder.example,,`)
    expect(person).toMatchObject({ fullName: '=Anna', email: '+anna@alder.example', problems: [] })
    expect(readPeople(`${head}\n'Anna,a@b.example,,`)[0]?.fullName).toBe("'Anna")
  })

  test('counts an address once, however it is written', () => {
    const people = readPeople(`${head}\nA,a@b.example,,\nB,A@B.example,,\nC,,,\nD,,,`)
    expect(people.map(({ problems }) => problems.map(({ error }) => error))).toEqual([
      [],
      ['email_repeated'],
      ['required'],
      ['required'],
    ])
  })

  test('gives rows or file_invalid for any text', () =>
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.boolean(), (text, headed) => {
        try {
          const people = readPeople(headed ? `${head}\n${text}` : text)
          expect(people.length).toBeLessThanOrEqual(peopleFileRows)
        } catch (error) {
          expect(isDomainError(error, 'file_invalid')).toBe(true)
        }
      }),
    ))
})
