import { offer } from '../../support/subscriptions'
import { letterTo } from '../support/mail'
import { expectHeading, rowOf } from '../support/screen'
import { expect, test } from '../support/test'
import { servingTogether } from '../support/world'

test('ask my partner: a customer asks, its reseller passes it on, the provider changes and approves, all three see the end', async ({
  visit,
  portal,
}) => {
  const { provider, reseller, customer } = await servingTogether()
  const { title } = await offer({
    title: `Cloud Desk ${customer.organization.mark}`,
    currency: 'GBP',
    countries: ['GB'],
  })
  const asking = await visit(customer.admin)
  await asking.goto(`/requests/new?customer=${customer.organization.id}`)
  await expectHeading(asking, 'Ask Alder IT GmbH')
  const choice = asking.getByLabel('Offer').locator('option', { hasText: title })
  await asking.getByLabel('Offer').selectOption(await choice.getAttribute('value'))
  await asking.getByLabel('How many licenses').fill('4')
  await asking.getByLabel('Comment').fill('Before Monday, please')
  await asking.getByRole('button', { name: 'Send request' }).click()
  await expect(asking.getByText('Your request is sent.')).toBeVisible()
  await expectHeading(asking, `${title}: new subscription with 4 licenses`)

  const passing = await visit(reseller.admin)
  await passing.goto('/requests')
  await rowOf(passing, new RegExp(title)).getByRole('link').click()
  await expect(passing.getByLabel('Comment for the provider')).toHaveValue('Before Monday, please')
  await passing.getByRole('button', { name: 'Pass on to my provider' }).click()
  await expect(passing.getByText('The request is passed on to your provider.')).toBeVisible()

  const answering = await visit(provider.admin)
  await answering.goto('/requests')
  await rowOf(answering, new RegExp(title)).getByRole('link').click()
  await expect(answering.getByRole('main')).toContainText('£8.00 × 4 = £32.00')
  await answering.getByLabel('How many licenses').fill('999')
  await expect(answering.getByText(`${title} is sold in quantities from 1 to 300.`)).toBeVisible()
  await expect(answering.getByRole('button', { name: 'Approve' })).toBeDisabled()
  await answering.getByLabel('How many licenses').fill('3')
  await answering.getByLabel('Comment', { exact: true }).fill('Three are enough')
  await answering.getByRole('button', { name: 'Approve' }).click()
  await expect(answering.getByText('The request is approved and the order is placed.')).toBeVisible()

  await asking.reload()
  await expect(asking.getByRole('main')).toContainText('Three are enough')
  await expect(asking.getByRole('main')).toContainText('Approved')
  await asking.getByRole('link', { name: 'See the order' }).click()
  await expect(asking.getByRole('main')).toContainText(title)
  const letter = await letterTo(portal, customer.admin.email, `Approved: ${title}`)
  expect(letter.text).toContain('Three are enough')
})

test('ask my provider: a reseller asks for a new subscription, the provider declines with a reason', async ({
  visit,
}) => {
  const { provider, reseller, customer } = await servingTogether()
  const { id, title } = await offer({ title: `Line ${customer.organization.mark}`, currency: 'GBP', countries: ['GB'] })
  const asking = await visit(reseller.admin)
  await asking.goto(`/requests/new?customer=${customer.organization.id}&offer=${encodeURIComponent(id)}`)
  await expectHeading(asking, 'Ask Nordlicht Distribution')
  await asking.getByRole('button', { name: 'Send request' }).click()
  await expectHeading(asking, `${title}: new subscription with 1 license`)
  await asking.goto(`/requests/new?customer=${customer.organization.id}&offer=${encodeURIComponent(id)}`)
  await asking.getByRole('button', { name: 'Send request' }).click()
  await expect(
    asking.getByText('A request of this kind about the same is waiting for an answer already.'),
  ).toBeVisible()
  await expect(asking.getByRole('link', { name: 'Open the requests you have sent' })).toHaveAttribute(
    'href',
    '/requests?box=sent',
  )

  const answering = await visit(provider.admin)
  await answering.goto('/requests')
  await rowOf(answering, new RegExp(title)).getByRole('link').click()
  await answering.getByRole('button', { name: 'Decline' }).click()
  await expect(answering.getByText('This is needed.')).toBeVisible()
  await answering.getByLabel('Why').fill('Not before January')
  await answering.getByRole('button', { name: 'Decline' }).click()
  await expect(answering.getByText('The request is declined.')).toBeVisible()
  await asking.goto('/requests?box=sent&status=declined')
  await rowOf(asking, new RegExp(title)).getByRole('link').click()
  await expect(asking.getByRole('main')).toContainText('Not before January')
})
