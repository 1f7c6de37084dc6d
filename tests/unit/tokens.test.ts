import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  hashToken,
  isAccountSetupToken,
  isInvitationToken,
  linkToken,
  newLinkSecret,
  newSessionToken,
  newTemporaryPassword,
} from '@/lib/core/token'
import { passwordWeakness } from '@/lib/domain/users/rules'
import { times } from '../support/property'

const many = times(1_000, 10_000)
const purposes = ['partnership', 'customer', 'accountSetup'] as const

describe('a link token', () => {
  test('is derived from the salt and the secret of the portal, and from nothing else', () => {
    const key = createHmac('sha256', process.env.AUTH_SECRET ?? '')
      .update('link tokens')
      .digest()
    const expected = createHmac('sha256', key).update('customer:some salt').digest('base64url')
    expect(linkToken('customer', 'some salt')).toBe(`inv_c_${expected}`)
    expect(linkToken('customer', 'some salt')).toBe(linkToken('customer', 'some salt'))
  })

  test('of one purpose never opens another', () => {
    const tails = purposes.map((purpose) => linkToken(purpose, 'some salt').split('_').at(-1))
    expect(new Set(tails).size).toBe(3)
  })

  test('carries 256 bits, and its salt does too', () => {
    const { salt, token, tokenHash } = newLinkSecret('partnership')
    expect(Buffer.from(salt, 'base64url')).toHaveLength(32)
    expect(Buffer.from(token.replace('inv_r_', ''), 'base64url')).toHaveLength(32)
    expect(token).not.toContain(salt)
    expect(tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
    expect(linkToken('partnership', salt)).toBe(token)
  })

  test('is recognized by its shape', () => {
    expect(isInvitationToken(newLinkSecret('partnership').token)).toBe(true)
    expect(isInvitationToken(newLinkSecret('customer').token)).toBe(true)
    expect(isAccountSetupToken(newLinkSecret('accountSetup').token)).toBe(true)
    const { token } = newLinkSecret('customer')
    for (const text of [
      '',
      token.slice(1),
      `${token}x`,
      `${token}\n`,
      token.replace('inv_c', 'inv_x'),
      token.replace('inv_c_', 'acc_'),
      newSessionToken(),
    ]) {
      expect(isInvitationToken(text), text).toBe(false)
    }
    expect(isAccountSetupToken(token)).toBe(false)
  })
})

test('no token is made twice and none can be told from its hash', () => {
  const made = new Set<string>()
  for (let number = 0; number < many; number += 1) {
    const tokens = [newSessionToken(), newLinkSecret('customer').token, newTemporaryPassword()]
    for (const token of tokens) made.add(token).add(hashToken(token))
  }
  expect(made.size).toBe(many * 6)
})

describe('a temporary password', () => {
  test('has 24 characters nobody mistakes, in four groups, and is strong by our own rules', () => {
    for (let number = 0; number < 200; number += 1) {
      const password = newTemporaryPassword()
      expect(password).toMatch(/^([A-HJ-NP-Za-km-z2-9]{6}-){3}[A-HJ-NP-Za-km-z2-9]{6}$/)
      expect(password).not.toMatch(/[0O1Il]/)
      expect(passwordWeakness(password, [])).toBeNull()
    }
  })

  test('favours no letter', () => {
    const tally = new Map<string, number>()
    for (let number = 0; number < 2_000; number += 1) {
      for (const letter of newTemporaryPassword().replaceAll('-', '')) tally.set(letter, (tally.get(letter) ?? 0) + 1)
    }
    // 48,000 letters of an alphabet of 57: 842 each; six standard deviations are 172.
    expect(tally.size).toBe(57)
    for (const [letter, seen] of tally) expect(Math.abs(seen - 842), letter).toBeLessThan(172)
  })
})
