import { gzipSync } from 'node:zlib'
import { rows } from '../../support/owner'
import { expect, test } from '../support/test'
import { lookAt, unbroken, untilAlive, widths } from './looking'
import { everyScene, type Scene } from './pages'

let scenes: Scene[] = []
test.beforeAll(async () => {
  scenes = await everyScene()
})

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true }

test('no page has to be moved sideways at 390 and 360 px, and none breaks or hides what it says', async ({ visit }) => {
  test.setTimeout(600_000)
  expect(await lookAt(scenes, (who) => visit(who, phone), widths, unbroken)).toEqual([])
})

test('nor in Russian, whose words are longer', async ({ visit }) => {
  test.setTimeout(600_000)
  const people = [...new Set(scenes.flatMap(({ who }) => who?.id ?? []))]
  await rows(`update "User" set locale = 'ru' where id = any($1)`, [people])
  const plain = scenes.filter(({ open }) => !open)
  expect(await lookAt(plain, (who) => visit(who, { ...phone, locale: 'ru-RU' }), widths, unbroken)).toEqual([])
  await rows(`update "User" set locale = 'en' where id = any($1)`, [people])
})

test('the first load of a portal page is at most 240 kB of gzipped script', async ({ visit }) => {
  test.setTimeout(300_000)
  const heavy: string[] = []
  let heaviest = 0
  for (const { name, who, address } of scenes.filter(({ portal, open }) => portal && !open)) {
    const page = await visit(who)
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(address)
    await untilAlive(page)
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total, 'no script was seen: this measures nothing').toBeGreaterThan(50_000)
    heaviest = Math.max(heaviest, total)
    if (total > 240 * 1024) heavy.push(`${name}: ${Math.round(total / 1024)} kB`)
    await page.context().close()
  }
  console.log(`the heaviest first load: ${Math.round(heaviest / 1024)} kB`)
  expect(heavy).toEqual([])
})

test('on a telephone the menu is a drawer that opens, leads on and closes', async ({ visit }) => {
  const [home] = scenes.filter(({ name }) => name === 'a provider’s home')
  const page = await visit(home?.who ?? null, phone)
  await page.goto('/dashboard')
  const entry = page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Customers' })
  await expect(entry).toBeHidden()
  await page.getByRole('button', { name: 'Open menu' }).tap()
  await entry.tap()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Customers')
  await expect(entry).toBeHidden()
})
