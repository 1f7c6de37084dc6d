import { uuidv7 } from 'uuidv7'
import { insert, rows } from '../../support/owner'
import { ask } from '../support/http'
import { company } from '../support/people'
import { expectHeading } from '../support/screen'
import { expect, test } from '../support/test'
import { seriousViolations, widths, words } from './looking'

// Without a mail server, as in the demo; and what a page looks like that fails.

test.use({ portalName: 'demo' })

const noScene = { who: null, address: '', name: '', portal: false }

test('the demo’s mailbox shows letters, leads on by their links alone, and is as accessible as the rest', async ({
  visit,
  portal,
}) => {
  const id = uuidv7()
  const text = `Hello,\n\n${portal.origin}/sign-in\n\nhttps://evil.example/ <b>not bold</b>`
  const letter = { id, toAddress: 'it@alder-it.example', subject: 'An invitation', html: '<b>x</b>', text }
  await insert('MailboxMessage', letter)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visit(null, { colorScheme })
    await page.goto('/mailbox')
    const looks = async (title: string) => [
      ...(await words(page, { ...noScene, title })),
      ...(await seriousViolations(page, { ...noScene, title })),
      ...(await widths(page, { ...noScene, title })),
    ]
    expect(await looks('Demo mailbox')).toEqual([])
    await page.getByRole('link', { name: 'An invitation' }).click()
    await expectHeading(page, 'An invitation')
    expect(await looks('Letter')).toEqual([])
    await expect(page.getByRole('main').getByRole('link', { name: 'evil' })).toHaveCount(0)
    await page.getByRole('link', { name: `${portal.origin}/sign-in` }).click()
    await expectHeading(page, 'Sign in')
  }
})

test('a page that fails says so with a number to pass on, in both languages, and tells nothing else', async ({
  visit,
  portal,
}) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const complaints = {
    mayComplain: /status of 500|Minified React error|digest|An error occurred in the Server Components/,
  }
  const page = await visit(admin, complaints)
  await rows('alter table "Invitation" rename to "Elsewhere"')
  try {
    for (const [language, title] of [
      ['en', 'Something went wrong'],
      ['ru', 'Что-то пошло не так'],
    ] as const) {
      await rows('update "User" set locale = $1 where id = $2', [language, admin.id])
      const response = await page.goto('/invitations')
      expect(response?.status()).toBe(500)
      expect(response?.headers()['content-security-policy']).toContain("'nonce-")
      expect(response?.headers()['cache-control']).toContain('no-store')
      await expectHeading(page, title)
      await expect(page.getByRole('main')).toContainText(/\d{6,}/)
      expect(await page.content()).not.toMatch(/Elsewhere|relation|prisma|at \w+ \(/i)
      expect(await seriousViolations(page, { ...noScene, title })).toEqual([])
    }
    expect((await ask(portal.origin, { path: '/api/health/live' })).status).toBe(200)
  } finally {
    await rows('alter table "Elsewhere" rename to "Invitation"')
  }
  await page.getByRole('main').getByRole('button').first().click()
  await expectHeading(page, /Приглашения|Invitations/)
})
