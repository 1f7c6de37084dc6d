import { expect, test } from 'vitest'
import { inTransaction } from '@/lib/core/db'
import { newMark } from '../support/organizations'

// Transactions open as a tenant. Far more of them than there are connections wait for one another here, so that a tenant that
// went with the connection instead of with the work would show.

async function seenAs(organizationId: string | null, keyHash: string | null): Promise<string[]> {
  return inTransaction({ organizationId, keyHash, readOnly: true }, async (db) => {
    const seen: string[] = []
    for (let look = 0; look < 3; look += 1) {
      const [row] = await db.$queryRaw<{ tenant: string }[]>`
        select concat(current_organization(), ' ', current_key(), ' ', current_setting('transaction_read_only')) as tenant`
      seen.push(row?.tenant ?? '')
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    }
    return seen
  })
}

test('five hundred transactions at once each stay with the tenant they began as', async () => {
  const tenants = Array.from({ length: 500 }, (_, index) => ({
    organizationId: index % 5 === 0 ? null : crypto.randomUUID(),
    keyHash: index % 3 === 0 ? newMark() : null,
  }))
  const seen = await Promise.all(tenants.map(({ organizationId, keyHash }) => seenAs(organizationId, keyHash)))
  const expected = tenants.map(({ organizationId, keyHash }) =>
    Array(3).fill(`${organizationId ?? ''} ${keyHash ?? ''} on`),
  )
  expect(seen).toEqual(expected)
})

test('what a transaction was does not stay with its connection', async () => {
  await Promise.all(Array.from({ length: 20 }, () => seenAs(crypto.randomUUID(), newMark())))
  for (const seen of await Promise.all(Array.from({ length: 20 }, () => seenAs(null, null))))
    expect(seen).toEqual(['  on', '  on', '  on'])
})
