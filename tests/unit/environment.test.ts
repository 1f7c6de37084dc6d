import { describe, expect, test } from 'vitest'
import { applicationDatabaseUrl, readEnvironment } from '@/lib/core/env'

const good = {
  APP_ORIGIN: 'https://portal.example',
  AUTH_SECRET: 'q8Yw3Zt6Lk1Vn5Rb9Xc2Mf7Hd4Gj0Ps+a/E=uiT',
  DATABASE_URL: 'postgresql://owner:word@db.example:5432/tandem',
  SMTP_URL: 'smtps://portal:word@mail.example',
  MAIL_FROM: 'Portal <portal@example.com>',
  APP_MODE: 'production',
}

function problems(changes: Record<string, string | undefined>): string {
  try {
    readEnvironment({ ...good, ...changes } as unknown as NodeJS.ProcessEnv)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the environment', () => {
  test('of a complete production portal is accepted', () => {
    expect(readEnvironment(good as unknown as NodeJS.ProcessEnv)).toMatchObject({
      APP_MODE: 'production',
      DATABASE_POOL_SIZE: 20,
    })
  })

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is too short', 'q8Yw3Zt6Lk1Vn5Rb9Xc2Mf7Hd4Gj0P'],
    ['is one letter', 'a'.repeat(48)],
    ['is a sentence from an example file', 'change-me-please-1234567890-abcdefghijklm'],
    ['says that it is a secret', 'super-Secret-0123456789-abcdefghijklmnop'],
    ['says that it is a password', 'my-Password-0123456789-abcdefghijklmnop'],
  ])('is refused when the secret %s', (_what, AUTH_SECRET) =>
    expect(problems({ AUTH_SECRET })).toContain('AUTH_SECRET'),
  )

  test('takes origins of local issuers, and nothing that is more than an origin', () => {
    expect(problems({ LOCAL_ISSUERS: 'https://login.intranet.example, http://localhost:9000' })).toBe('')
    for (const wrong of [
      'login.intranet.example',
      'https://a.example/',
      'https://a.example/x',
      'ftp://a.example',
      'https://u@a.example',
      '*',
    ])
      expect(problems({ LOCAL_ISSUERS: wrong })).toContain('LOCAL_ISSUERS')
  })

  test.each(['portal.example', 'ftp://portal.example', 'javascript:alert(1)', '', undefined])(
    'is refused when the origin is %j',
    (APP_ORIGIN) => expect(problems({ APP_ORIGIN })).toContain('APP_ORIGIN'),
  )

  test('of a production portal needs https, a mail server and a sender', () => {
    const message = problems({ APP_ORIGIN: 'http://portal.example', SMTP_URL: undefined, MAIL_FROM: undefined })
    for (const name of ['APP_ORIGIN', 'SMTP_URL', 'MAIL_FROM']) expect(message).toContain(name)
    expect(problems({ APP_ORIGIN: 'http://localhost:3000' })).toBe('')
  })

  test('of a demo needs neither', () => {
    expect(
      problems({ APP_MODE: 'demo', APP_ORIGIN: 'http://portal.example', SMTP_URL: undefined, MAIL_FROM: undefined }),
    ).toBe('')
  })

  test('names everything that is wrong at once and none of the values', () => {
    const message = problems({
      AUTH_SECRET: 'short-but-private',
      APP_MODE: 'test',
      SMTP_URL: 'http://mail.example',
      DATABASE_POOL_SIZE: '0',
    })
    for (const name of ['AUTH_SECRET', 'APP_MODE', 'SMTP_URL', 'DATABASE_POOL_SIZE']) expect(message).toContain(name)
    expect(message).not.toContain('short-but-private')
  })

  test('refuses another database than PostgreSQL', () =>
    expect(problems({ DATABASE_URL: 'mysql://db.example/x' })).toContain('DATABASE_URL'))
})

describe("the application's connection", () => {
  test('is derived from the owner and the secret: same server and database, another role, another password', () => {
    const derived = new URL(applicationDatabaseUrl(good.DATABASE_URL, good.AUTH_SECRET))
    expect(derived.host).toBe('db.example:5432')
    expect(derived.pathname).toBe('/tandem')
    expect(derived.username).toBe('tandem_login')
    expect(derived.password).not.toBe('word')
    expect(derived.password.length).toBeGreaterThanOrEqual(40)
    expect(applicationDatabaseUrl(good.DATABASE_URL, good.AUTH_SECRET)).toBe(derived.toString())
    expect(applicationDatabaseUrl(good.DATABASE_URL, `${good.AUTH_SECRET}2`)).not.toBe(derived.toString())
  })

  test('stays what it is where it is given', () => {
    const given = 'postgresql://somebody:else@db.example/tandem'
    expect(
      readEnvironment({ ...good, APPLICATION_DATABASE_URL: given } as unknown as NodeJS.ProcessEnv)
        .APPLICATION_DATABASE_URL,
    ).toBe(given)
  })
})
