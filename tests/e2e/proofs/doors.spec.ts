import { everyAddress, withoutAddress } from '../support/addresses'
import { builtActions, builtRoutes } from '../support/build'
import { pinnedActions, pinnedRoutes } from '../support/doors'
import { expect, test } from '../support/test'

test('the build holds the actions that are pinned here and no other', () => {
  const built = Object.fromEntries(builtActions().map(({ name, file }) => [name, file]))
  expect(built).toEqual(pinnedActions)
})

test('the build holds the routes that are pinned here and no other', () => {
  expect([...builtRoutes()].sort()).toEqual([...pinnedRoutes].sort())
})

test('every route has an address that the proofs ask', async () => {
  const asked = (await everyAddress()).map(({ route }) => route)
  expect([...asked, ...withoutAddress].sort()).toEqual([...pinnedRoutes].sort())
})
