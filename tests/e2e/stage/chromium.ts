import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import packaged from '@sparticuz/chromium'

const installed = '/usr/bin/chromium'

/** The browser: Playwright's own if it has been downloaded, else the system's, else the one inside an npm package. */
export async function launchOptions() {
  // No other flags: the package's own run everything in one process, which dies when a page closes.
  const args = ['--no-sandbox', '--disable-gpu']
  if (existsSync(chromium.executablePath())) return { args }
  return { args, executablePath: existsSync(installed) ? installed : await packaged.executablePath() }
}
