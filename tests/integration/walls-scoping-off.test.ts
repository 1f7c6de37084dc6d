import { expect, test } from 'vitest'
import { wallOne } from '@/lib/core/scope'
import { besiege } from '../support/walls'

test('with scoping switched off, row-level security alone gives away and changes nothing', async () => {
  wallOne.standing = false
  const { cells, leaks } = await besiege()
  console.log(`Row-level security alone: ${cells} cells.`)
  expect(leaks).toEqual([])
  expect(cells).toBeGreaterThan(400)
})
