import { expect, inject, test } from 'vitest'
import { findActor, sessionCookie } from '@/lib/auth/session'
import { signIn } from '@/lib/domain/users/commands'
import { organization, person } from '../support/organizations'
import { request } from '../support/request'

// The environment is read once per process, and each file has its own.
process.env.APP_ORIGIN = 'https://portal.example'

test('a portal behind https signs in, too, with a cookie that is bound to it', async () => {
  const somebody = await person(await organization('provider'))
  expect(sessionCookie()).toEqual({
    name: '__Host-tandem.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  })
  const { sessionToken } = await signIn(null, { email: somebody.email, password: inject('run').password }, request())
  expect(await findActor(sessionToken)).toMatchObject({ userId: somebody.id })
})
