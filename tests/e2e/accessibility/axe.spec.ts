import { expect, test } from '../support/test'
import { illegible, type Look, lookAt, seriousViolations, words } from './looking'
import { everyScene, type Scene } from './pages'

// Every page, in every state that looks different. What the browser complains of (console, content policy) fails these too.

let scenes: Scene[] = []
test.beforeAll(async () => {
  scenes = await everyScene()
})

const theme = (colorScheme: 'light' | 'dark'): Look => {
  return async (page) => {
    await page.emulateMedia({ colorScheme })
    const ground = await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
      return getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? []
    })
    const isDark = ground.every((part) => part < 80)
    return isDark === (colorScheme === 'dark') ? [] : [`it is not ${colorScheme}`]
  }
}

test('on every page axe finds nothing serious, title, heading and words are there, and nothing is hard to read in the dark', async ({
  visit,
}) => {
  test.setTimeout(600_000)
  const looks = [theme('light'), words, seriousViolations, theme('dark'), illegible]
  expect(await lookAt(scenes, visit, ...looks)).toEqual([])
})
