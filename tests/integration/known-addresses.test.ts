import { expect, test } from 'vitest'
import { beginWorkAccount } from '@/lib/domain/account-setup/commands'
import { newMark, organization, person } from '../support/organizations'
import { request } from '../support/request'
import { duration, separability } from '../support/separability'

const deep = process.env.TANDEM_DEEP === '1'
const each = deep ? 500 : 60
// Five hundred of each tell a difference that sixty cannot.
const [least, most] = deep ? [0.45, 0.55] : [0.3, 0.7]

function form(email: string) {
  const prefix = newMark()
  const company = { organizationName: 'Birch', prefix, country: 'DE', fullName: 'Pia Birke' }
  return { ...company, email, password: 'a bicycle made of glass', locale: 'en' as const }
}

test('the time it takes to ask for a work account does not tell whether an address is known', async () => {
  const of = await organization('customer')
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let number = 0; number < each; number += 1) {
    const { email } = await person(of)
    const both = [
      async () => known.push(await duration(() => beginWorkAccount(null, form(email), request()))),
      async () => unknown.push(await duration(() => beginWorkAccount(null, form(`n@${newMark()}.example`), request()))),
    ]
    // Neither is always first.
    for (const ask of Math.random() < 0.5 ? both : both.reverse()) await ask()
  }
  const apart = separability(known, unknown)
  expect(apart).toBeGreaterThan(least)
  expect(apart).toBeLessThan(most)
})
