import { signedIn } from '../../support/organizations'
import { newCustomer, seller } from '../proofs/submissions'
import { readLetters } from '../stage/mail-sink'
import { press } from '../support/actions'
import { type Answer, ask } from '../support/http'
import { letterTo } from '../support/mail'
import { cookieName } from '../support/people'
import { expect, test } from '../support/test'
import { servingTogether } from '../support/world'
import { databaseTexts, logTexts } from './left-behind'

// A temporary password is told in one response, and nobody who looks for it afterwards finds it anywhere.

interface Told {
  password: string
  /** What is looked for in the same places, and has to be found there. */
  known: string
  /** Pages of whoever was told it, opened afterwards. */
  pages: { cookie: string; paths: string[] }
}

test('the password of a new customer, of a reset and of an upload is in one response and nowhere else', async ({
  portal,
}) => {
  const { origin } = portal
  const told = [await ofNewCustomer(origin), ...(await ofPeople(origin))]
  const found: string[] = []
  for (const { password, pages } of told) {
    expect(password).toMatch(/^\S{12,}$/)
    for (const path of pages.paths) {
      const answers = [await ask(origin, { path, cookie: pages.cookie }), await payload(origin, path, pages.cookie)]
      expect(
        answers.map(({ status }) => status),
        path,
      ).toEqual([200, 200])
      if (answers.some(({ text }) => contains(text, password))) found.push(path)
    }
  }
  const passwords = told.map(({ password }) => password)
  const database = await databaseTexts()
  for (const { known } of told) expect([...database.values()].some((content) => content.includes(known))).toBe(true)
  await letterTo(portal, told[0]?.known ?? '', '')
  for (const [name, content] of [...database, ...logTexts(portal.logDirectory)])
    if (passwords.some((password) => contains(content, password))) found.push(name)
  for (const { subject, text, html } of readLetters(portal.mailDirectory))
    if (passwords.some((password) => contains(`${subject} ${text} ${html}`, password))) found.push(`letter ${subject}`)
  expect(found).toEqual([])
})

/** As it stands, or as JSON, HTML, an address or base64 would write it. */
function contains(content: string, password: string): boolean {
  const escaped = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const forms = [password, escaped, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)]
  return [...forms, Buffer.from(password).toString('base64').replace(/=+$/, '').slice(0, -1)].some((form) =>
    content.includes(form),
  )
}

/** What the browser is sent when a link leads to the page: the framework first leads to an address of its own for it. */
async function payload(origin: string, path: string, cookie: string): Promise<Answer> {
  const headers = { rsc: '1' }
  const first = await ask(origin, { path, cookie, headers })
  const { location } = first.headers
  return location ? ask(origin, { path: location, cookie, headers }) : first
}

async function ofNewCustomer(origin: string): Promise<Told> {
  const selling = await seller()
  const { press: submission } = newCustomer(selling, origin)
  const first = await press(submission)
  const password = first.state?.shown?.temporaryPassword ?? ''
  const customerId = first.state?.shown?.customerId
  expect(first.text.split(password)).toHaveLength(2)
  const again = await press(submission)
  expect(again.result).toBe('done')
  expect(contains(again.text, password)).toBe(false)
  const record = `/customers/${customerId}`
  const paths = [record, `${record}/account`, `${record}/activity`, `${record}/users`, `${record}/orders`]
  return {
    password,
    known: submission.fields.email ?? '',
    pages: { cookie: selling.cookie, paths: [...paths, '/customers', '/activity-log', '/customers/new'] },
  }
}

async function ofPeople(origin: string): Promise<Told[]> {
  const { provider, customer } = await servingTogether()
  const cookie = `${cookieName}=${await signedIn(provider.admin)}`
  const customerId = customer.organization.id
  const people = `/customers/${customerId}/users`
  const one = `${people}/${customer.admin.id}`
  const reset = await press({
    ...{ origin, cookie, action: 'resetCustomerUserPasswordAction' as const, path: one },
    fields: { customerId, userId: customer.admin.id },
  })
  const upload = await press({
    ...{ origin, cookie, action: 'importCustomerUsersAction' as const, path: `${people}/upload` },
    fields: { customerId, usageLocation: 'DE', file: 'Display name,User name\nAnna Weiss,anna\n' },
  })
  const pages = {
    cookie,
    paths: [people, one, `${people}/upload`, `/customers/${customerId}/activity`, '/activity-log'],
  }
  return [reset.state?.shown?.temporaryPassword ?? '', passwordIn(upload.state?.shown?.passwordFile)].map(
    (password) => ({ password, known: customer.admin.email, pages }),
  )
}

/** The last cell of the only row below the head. */
function passwordIn(file: string | null | undefined): string {
  const [, row = ''] = decodeURIComponent(file?.split(',').slice(1).join(',') ?? '').split('\r\n')
  return row.split(/[;,]/).at(-1) ?? ''
}
