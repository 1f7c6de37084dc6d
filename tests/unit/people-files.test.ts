import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { readPeopleFile } from '@/lib/domain/customer-users/people-file'
import {
  administersNow,
  isAdministrator,
  mayResetPasswordOf,
  readUserName,
  restorableUntil,
} from '@/lib/domain/customer-users/rules'
import { anActor } from '../support/actors'
import { holds } from '../support/property'

const domain = 'harbour.example'
const head = 'First name,Last name,Display name,User name,Status\n'

function reason(text: string): unknown {
  try {
    readPeopleFile(text, domain)
    return 'read'
  } catch (error) {
    if (isDomainError(error, 'file_invalid')) return error.parameters.reason
    throw error
  }
}

const errorsOf = (text: string) =>
  readPeopleFile(text, domain).map(({ errors }) => errors.map(({ column, error }) => `${column}: ${error}`))

describe('a file with people', () => {
  test('is read with commas or semicolons, with or without a byte order mark, in both languages', () => {
    const expected = [
      { line: 2, displayName: 'Anna Weiss', userName: 'anna@harbour.example', errors: [] },
      { line: 3, displayName: 'Boris Braun', userName: 'boris@harbour.example', errors: [] },
    ]
    expect(readPeopleFile(`${head}Anna,Weiss,Anna Weiss,anna,\nBoris,,,BORIS@Harbour.example,`, domain)).toMatchObject([
      expected[0],
      { ...expected[1], displayName: 'Boris' },
    ])
    const russian = '\ufeffИмя;Фамилия;Отображаемое имя;Имя пользователя;Состояние\r\n'
    const rows = 'Anna;Weiss;Anna Weiss;anna;\r\n;;"Boris Braun";boris@harbour.example;\r\n'
    expect(readPeopleFile(russian + rows, domain)).toEqual(expected)
    expect(
      readPeopleFile('User name,Display name (required)\nanna,Anna Weiss\n\n , \nboris,Boris Braun\n', domain),
    ).toEqual([expected[0], { ...expected[1], line: 5 }])
  })

  test('keeps separators, quotes and line numbers of quoted cells', () => {
    expect(readPeopleFile(`${head},,"Weiss, ""Anna""",anna,\n,,Boris,boris,`, domain)).toMatchObject([
      { line: 2, displayName: 'Weiss, "Anna"' },
      { line: 3, displayName: 'Boris' },
    ])
  })

  test('names what is wrong with each row, and only with that row', () => {
    const long = 'a'.repeat(51)
    expect(
      errorsOf(
        [
          head.trim(),
          `,,Anna,anna,`,
          `,,,anna2,`,
          `,,Clara,,`,
          `,,Dora,d ora,`,
          `,,Emil,emil@elsewhere.example,`,
          `,,Fritz,fritz,Created`,
          `,,${long},greta,`,
          `,,Hans,${long},`,
          `${long},,Ina,ina,`,
          `,,Anna Two,ANNA,`,
          `,,"Jan\nJan",jan,`,
        ].join('\n'),
      ),
    ).toEqual([
      [],
      ['displayName: required'],
      ['userName: required'],
      ['userName: user_name'],
      ['userName: user_name_domain'],
      ['status: leave_empty'],
      ['displayName: too_long'],
      ['userName: too_long'],
      ['firstName: too_long'],
      ['userName: user_name_repeated'],
      ['displayName: characters'],
    ])
  })

  test('is refused as a whole where it is no such file', () => {
    expect(reason('')).toBe('columns')
    expect(reason('Name;Mail\nA;a\n')).toBe('columns')
    expect(reason('Display name,User name,Email\nA,a,b\n')).toBe('columns')
    expect(reason(`${head},,"Anna,anna,\n`)).toBe('format')
    const rows = (count: number) => head + Array.from({ length: count }, (_, n) => `,,P${n},p${n},`).join('\n')
    expect(reason(rows(100))).toBe('read')
    expect(reason(rows(101))).toBe('rows')
    expect(reason(rows(5000))).toBe('rows')
  })

  test('gives rows or file_invalid for any text', () =>
    holds(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, headed) => {
        expect(typeof reason(headed ? head + text : text)).toBe('string')
      }),
    ))
})

describe('a user name', () => {
  test('is the part before the @ of the domain of the customer', () => {
    expect(readUserName('Anna.Weiss', domain)).toEqual({ userName: 'anna.weiss@harbour.example' })
    expect(readUserName('anna@HARBOUR.example', domain)).toEqual({ userName: 'anna@harbour.example' })
    expect(readUserName('anna@harbour.example.org', domain)).toEqual({ error: 'user_name_domain' })
    for (const wrong of ['.anna', 'anna.', 'an..na', 'an na', 'анна', 'a@b@harbour.example', '@harbour.example', '-a'])
      expect(readUserName(wrong, domain), wrong).toEqual({ error: 'user_name' })
  })
})

describe('an administrator of a customer', () => {
  test('is whoever has its one admin role', () => {
    expect(isAdministrator({ roles: ['globalAdmin'] })).toBe(true)
    expect(isAdministrator({ roles: [] })).toBe(false)
    expect(administersNow({ roles: ['globalAdmin'], disabledAt: new Date() })).toBe(false)
  })

  test('has a password that a Helpdesk agent may not reset', () => {
    const helpdesk = anActor('provider', ['helpdeskAgent'])
    expect(mayResetPasswordOf(helpdesk, { roles: [] })).toBe(true)
    expect(mayResetPasswordOf(helpdesk, { roles: ['globalAdmin'] })).toBe(false)
    expect(mayResetPasswordOf(anActor('reseller', ['adminAgent']), { roles: ['globalAdmin'] })).toBe(true)
  })
})

test('deleted people can be restored for thirty days', () =>
  expect(restorableUntil(new Date('2026-11-20T10:00:00Z'))).toEqual(new Date('2026-12-20T10:00:00Z')))
