import { randomInt } from 'node:crypto'
import { type BrowserContext, type BrowserContextOptions, type Page, test as plain } from '@playwright/test'
import type { Actor } from '@/lib/access/permissions'
import { disconnect } from '@/lib/core/db'
import { closeBudgets } from '@/lib/core/rate-limit'
import type { Person } from '../../support/organizations'
import { closeOwner } from '../../support/owner'
import { openPortal, type PortalInHand } from '../stage/own-portal'
import { signIn } from './people'

export { expect, type Locator, type Page } from '@playwright/test'

export interface Choices extends BrowserContextOptions {
  /** What the browser may complain about without failing the test. */
  mayComplain?: RegExp
}

interface OfTest {
  /** Opens a browser of somebody's own, signed in; `null` for a stranger. */
  visit(who: Person | Actor | null, choices?: Choices): Promise<Page>
  /** The address the test's requests come from. */
  address: string
}

interface OfWorker {
  /** Tests that stop the portal, spoil it or count every row name one for themselves; the others share one. */
  portalName: string
  portal: PortalInHand
}

export const test = plain.extend<OfTest, OfWorker>({
  portalName: ['shared', { option: true, scope: 'worker' }],
  portal: [
    async ({ portalName }, use) => {
      const portal = await openPortal(portalName)
      await use(portal)
      await Promise.all([disconnect(), closeBudgets(), closeOwner()])
      await portal.close()
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.origin),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here
  address: async ({}, use) => use(someAddress()),
  visit: async ({ browser, portal, address, locale, viewport, colorScheme, timezoneId }, use) => {
    const opened: { context: BrowserContext; complaints: string[]; mayComplain: RegExp | undefined }[] = []
    await use(async (who, { mayComplain, ...choices } = {}) => {
      const shared = { locale, viewport, colorScheme, timezoneId, baseURL: portal.origin }
      const headers = { 'x-forwarded-for': address, ...choices.extraHTTPHeaders }
      const context = await browser.newContext({ ...shared, ...choices, extraHTTPHeaders: headers })
      if (who) await signIn(context, who)
      opened.push({ context, complaints: listen(context), mayComplain })
      return context.newPage()
    })
    for (const { context, complaints, mayComplain } of opened) {
      await context.close()
      const serious = complaints.filter((complaint) => !mayComplain?.test(complaint))
      if (serious.length > 0) throw new Error(`The browser complained:\n${serious.join('\n')}`)
    }
  },
})

/** An address nobody else comes from. */
export function someAddress(): string {
  const octet = () => randomInt(1, 255)
  return `10.${octet()}.${octet()}.${octet()}`
}

// A page that is meant to answer 404 is no complaint of the browser's; everything else is, the content policy above all.
const expected = /^Failed to load resource: the server responded with a status of 4\d\d/

function listen(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) {
      complaints.push(`${message.page()?.url()}: ${message.text()}`)
    }
  })
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
  return complaints
}
