import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '../support/test'
import type { Scene } from './pages'

export type Look = (page: Page, scene: Scene) => Promise<string[]>

/** Looks at scenes one after the other, in one browser for each person; says what is wrong in each. */
export async function lookAt(
  scenes: Scene[],
  visit: (who: Scene['who']) => Promise<Page>,
  ...looks: Look[]
): Promise<string[]> {
  const pages = new Map<string, Page>()
  const wrong: string[] = []
  for (const scene of scenes) {
    const key = scene.who?.id ?? 'stranger'
    const page = pages.get(key) ?? (await visit(scene.who))
    pages.set(key, page)
    await test.step(scene.name, async () => {
      await show(page, scene)
      for (const look of looks) {
        wrong.push(...(await look(page, scene)).map((what) => `${scene.name} (${scene.address}): ${what}`))
      }
    })
  }
  return wrong
}

async function show(page: Page, { address, open, status = 200 }: Scene): Promise<void> {
  const response = await page.goto(address)
  expect(response?.status()).toBe(status)
  await untilAlive(page)
  await open?.(page)
}

/** Once React has taken the page over, all its script has come, and whatever it has to complain about has been said. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__react'))
  })
}

export const seriousViolations: Look = (page) => violationsOf(checker(page))

/** What a theme can spoil. All else is the same in every theme. */
export const illegible: Look = (page) => violationsOf(checker(page).withRules(['color-contrast', 'link-in-text-block']))

/** Its other mode opens a page of its own for every look, for the sake of frames; the portal has none. */
function checker(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true)
}

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
}

const messageKey =
  /\b(accountSetup|activity|auth|customers|enrollment|errors|home|invitations|navigation|notices|notifications|partnerships|partnerUsers|roles|terms|ui)\.[a-z]\w+/g

/** A title that says what the page is, one main heading, and words where message keys could have been left. */
export const words: Look = async (page, { title }) => {
  // Between two pages that follow one another without a load, there is none for a moment.
  await page.waitForFunction(() => document.title !== '')
  const said = await page.title()
  const fits = typeof title === 'string' ? said.startsWith(title) : title.test(said)
  const headings = await page.locator('main h1').count()
  const text = (await page.locator('header, nav, main').allTextContents()).join(' ')
  return [
    ...(fits && said.includes('Tandem') ? [] : [`its title is "${said}"`]),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
    ...(text.match(messageKey) ?? []).map((key) => `shows ${key}`),
  ]
}

/** On a telephone: no list hides words at its side, no word is broken, and the current tab is seen. */
export const unbroken: Look = async (page) => {
  await page.setViewportSize({ width: 390, height: 800 })
  return page.evaluate(() => {
    const found: string[] = []
    for (const table of document.querySelectorAll('.table-cards')) {
      const box = table.parentElement
      if (box && box.scrollWidth > box.clientWidth + 1)
        found.push(`a list ${box.scrollWidth - box.clientWidth} px too wide`)
      for (const cell of table.querySelectorAll('tr[data-row] > :not([data-label])'))
        if (cell.childNodes.length > 1 && getComputedStyle(cell).display === 'flex')
          found.push(`takes apart "${cell.textContent}"`)
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const text = texts.currentNode
        for (const { 0: word, index } of text.textContent?.matchAll(/[\p{L}]{2,16}(?![\p{L}\p{N}@./_-])/gu) ?? []) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (tops.size > 1) found.push(`breaks the word "${word}"`)
        }
      }
    }
    for (const tab of document.querySelectorAll('main nav [aria-current="page"]')) {
      const { left, right } = tab.getBoundingClientRect()
      if (left < 0 || right > document.documentElement.clientWidth) found.push(`hides its tab "${tab.textContent}"`)
    }
    return found
  })
}

/** Nothing has to be moved sideways, on a usual telephone and on a small one. */
export const widths: Look = async (page) => {
  const found: string[] = []
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const { content, widest } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const beyond = [...document.querySelectorAll('body *')].filter(
        (each) => each.getBoundingClientRect().right > clientWidth + 1,
      )
      return { content: scrollWidth - clientWidth, widest: beyond.at(-1)?.outerHTML.slice(0, 120) }
    })
    if (content > 0) found.push(`${content} px too wide on ${width}: ${widest}`)
  }
  return found
}
