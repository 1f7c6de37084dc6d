import { invitationFrom } from '../../support/invitations'
import { row } from '../../support/owner'
import { until } from '../stage/programs'
import { ask } from '../support/http'
import { company } from '../support/people'
import { expectHeading, timeline } from '../support/screen'
import { expect, test } from '../support/test'

test('fifty GETs and fifty HEADs of a link change nothing, and a person then accepts at the first try', async ({
  visit,
  portal,
  address,
}) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { token, invitationId } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const path = `/invite/${token}`
  const standing = () => row('select * from "Invitation" where id = $1', [invitationId])
  const before = await standing()
  const headers = { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' }
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, number) =>
      ask(portal.origin, { method: number % 2 ? 'HEAD' : 'GET', path, address, headers }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
  expect(answers.filter(({ text }) => text === '')).toHaveLength(50)
  const openings = () =>
    row<{ fetches: number; people: number }>(
      'select sum(fetches)::int as fetches, sum(people)::int as people from "InvitationOpening" where "invitationId" = $1',
      [invitationId],
    )
  await until('all of them to be noted', async () => (await openings()).fetches === 100)
  expect(await openings()).toEqual({ fetches: 100, people: 0 })
  expect(await standing()).toEqual(before)

  const page = await visit(reseller.admin)
  await page.goto(path)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Authorize indirect provider' }).click()
  await expectHeading(page, 'Indirect providers')
  const sender = await visit(provider.admin)
  await sender.goto(`/invitations/${invitationId}`)
  await expect(timeline(sender)).toContainText('Opened by a mail scanner, 100 times')
  await expect(timeline(sender)).toContainText('Opened by a person')
  await expect(timeline(sender).getByRole('listitem').first()).toContainText('Accepted by Admin of Alder IT GmbH')
})

test('scanners of a closed link, of an unknown one and of a confirmation change nothing either', async ({
  portal,
  address,
}) => {
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { token } = await invitationFrom(reseller.actor, 'customer')
  const counts = () =>
    row(`select (select count(*) from "AuditEvent") as events, (select count(*) from "Organization") as organizations,
      (select count(*) from "AccountSetup" where "confirmedAt" is not null) as confirmed`)
  for (const path of [`/invite/${token}/set-up`, `/invite/inv_c_${'y'.repeat(43)}`, `/confirm/acc_${'z'.repeat(43)}`]) {
    const statuses = await Promise.all(
      ['GET', 'HEAD', 'GET', 'HEAD'].map(
        async (method) => (await ask(portal.origin, { method, path, address })).status,
      ),
    )
    for (const status of statuses) expect(status).toBeLessThan(500)
  }
  expect(await counts()).toBeTruthy()
})
