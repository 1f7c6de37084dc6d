import { revokeInvitation } from '@/lib/domain/invitations/commands'
import { invitationFrom } from '../../support/invitations'
import { rows } from '../../support/owner'
import { partnership, relationship } from '../../support/relations'
import { currentRun } from '../stage/run'
import { company } from '../support/people'
import { expectHeading, fillSignIn } from '../support/screen'
import { expect, test } from '../support/test'
import { askedFor, provider, refusals, reseller } from './refusal-scenes'

for (const [name, { title, titleInRussian, reason, remedy, wayOut, arrange }] of Object.entries(refusals)) {
  test(`an invitation ${name}: a page of its own, and a way out`, async ({ visit }) => {
    const { path, reader } = await arrange()
    const page = await visit(reader)
    await page.goto(path)
    const main = page.getByRole('main')
    await expectHeading(page, title)
    await expect(main).toContainText(reason)
    await expect(main).toContainText(remedy)
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    await rows(`update "User" set locale = 'ru' where id = $1`, [reader.id])
    await page.reload()
    await expectHeading(page, titleInRussian)
    await rows(`update "User" set locale = 'en' where id = $1`, [reader.id])
    await page.reload()
    await expect(page.getByRole('button', { name: 'Use another account' })).toHaveCount(wayOut === 'switch' ? 1 : 0)
    await expect(main.getByRole('link', { name: 'Show it' })).toHaveCount(wayOut === 'show' ? 1 : 0)
    if (wayOut === 'show') {
      await main.getByRole('link', { name: 'Show it' }).click()
      await expectHeading(page, /Indirect providers|Partner relationships/)
      return
    }
    await main.getByRole('link', { name: 'Go to home' }).click()
    await expectHeading(page, /^Hello, /)
  })
}

test('somebody signed in to the wrong organization switches to the right one and comes back to the invitation', async ({
  visit,
}) => {
  const [from, to, wrong] = [await provider(), await reseller(), await reseller('Brightwater Systems')]
  const { path } = await askedFor(from, to)
  const page = await visit(wrong.admin)
  await page.goto(path)
  await page.getByRole('button', { name: 'Use another account' }).click()
  await fillSignIn(page, { email: to.admin.email, password: currentRun().password })
  await page.waitForURL(`**${path}`)
  await expectHeading(page, 'Nordlicht Distribution wants to be your indirect provider')
  await expect(page.getByText('You are accepting for Alder IT GmbH')).toBeVisible()
})

test('strangers learn of a closed link only that it does not work', async ({ visit }) => {
  const page = await visit(null)
  const states = [
    'that has expired',
    'that was revoked',
    'with a newer link',
    'whose uses are gone',
    'that one’s organization has declined',
  ]
  for (const state of states) {
    const { path } = (await refusals[state]?.arrange()) ?? { path: '' }
    await page.goto(path)
    await expectHeading(page, 'This link does not work')
    await expect(page.getByRole('main')).not.toContainText('Nordlicht')
  }
  for (const token of ['inv_r_short', 'nonsense', `inv_c_${'%00'.repeat(3)}`, 'a'.repeat(3000)]) {
    await page.goto(`/invite/${token}`)
    if (!token.includes('%')) await expectHeading(page, 'This link does not work')
  }
})

test('whoever is no party to a closed invitation is told no more than a stranger', async ({ visit }) => {
  const [from, to, outsider] = [await provider(), await reseller(), await reseller('Brightwater Systems')]
  const { path, invitationId } = await askedFor(from, to)
  await revokeInvitation(from.actor, { invitationId })
  const page = await visit(outsider.admin)
  await page.goto(path)
  await expectHeading(page, 'This link does not work')
  await expect(page.getByRole('main')).not.toContainText('Nordlicht')
})

test('a customer that has one of the two partners already authorizes the other one alone', async ({ visit }) => {
  const [from, second, to] = [await reseller(), await provider(), await company('customer', 'Harbour Clinic Group')]
  await partnership(second.organization, from.organization)
  await relationship(from.organization, to.organization)
  const { token } = await invitationFrom(from.actor, 'customerTwoParty', {
    to: to.admin.email,
    provider: second.organization,
  })
  const page = await visit(to.admin)
  await page.goto(`/invite/${token}`)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Authorize both partners' }).click()
  await expectHeading(page, 'Partner relationships')
  await expect(page.getByRole('article')).toHaveCount(2)
})
