import { expect, test } from '../support/test'
import { lookAt, seriousViolations, words } from './looking'
import { everyScene, type Scene } from './pages'

// Every page, in every state that looks different. What the browser complains of (console, content policy) fails these too.

let scenes: Scene[] = []
test.beforeAll(async () => {
  scenes = await everyScene()
})

test('on every page axe finds nothing serious, and title, heading and words are there (light)', async ({ visit }) => {
  test.setTimeout(600_000)
  const open = (who: Scene['who']) => visit(who, { colorScheme: 'light' })
  expect(await lookAt(scenes, open, words, seriousViolations)).toEqual([])
})

test('on every page axe finds nothing serious (dark)', async ({ visit }) => {
  test.setTimeout(600_000)
  const open = (who: Scene['who']) => visit(who, { colorScheme: 'dark' })
  const ground = (page: Parameters<typeof words>[0]) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [])
  const isDark: typeof words = async (page) =>
    (await ground(page)).every((part) => part < 80) ? [] : ['it is not dark']
  expect(await lookAt(scenes, open, isDark, seriousViolations)).toEqual([])
})
