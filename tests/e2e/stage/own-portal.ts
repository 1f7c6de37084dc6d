import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeDatabase } from './databases'
import { openMailSink } from './mail-sink'
import { type Portal, startPortal } from './portal'
import { currentRun, type Run, workWith } from './run'

/** The portal a test works with: the shared one, or one of its own. */
export interface PortalInHand extends Pick<Run, 'origin' | 'ownerUrl' | 'applicationUrl'> {
  name: string
  mailDirectory: string
  logDirectory: string
  /** The processes, where they are this test's own. */
  own: Portal | null
  close(): Promise<void>
}

/**
 * `shared`, or the name of a portal that is made for the asking worker alone: own database, mail server and processes.
 * A name that ends in `demo` has no mail server, so that its mailbox is open.
 */
export async function openPortal(name: string): Promise<PortalInHand> {
  const run = currentRun()
  const logDirectory = join(run.directory, 'log')
  if (name === 'shared') {
    workWith(run)
    const { origin, ownerUrl, applicationUrl, mailDirectory } = run
    return { name, origin, ownerUrl, applicationUrl, mailDirectory, logDirectory, own: null, close: async () => {} }
  }
  const unique = `${name}_${randomBytes(3).toString('hex')}`
  const secret = process.env.AUTH_SECRET ?? ''
  const database = await makeDatabase(run.clusterUrl, unique, secret)
  const mailDirectory = join(run.directory, `mail-${unique}`)
  mkdirSync(mailDirectory)
  const mail = name.endsWith('demo') ? null : await openMailSink(mailDirectory, name === 'crash' ? 300 : 0)
  const smtpUrl = mail ? `smtp://127.0.0.1:${mail.port}` : null
  // Where every row is counted a worker would be in the way: it has jobs of its own to do.
  const withWorker = name === 'crash'
  const plan = { name: unique, directory: run.directory, database, secret, smtpUrl, withWorker }
  const own = await startPortal({ ...plan, preferredPort: 3420 + (process.pid % 500) })
  const inHand = { name, origin: own.origin, ownerUrl: database.owner, applicationUrl: database.application }
  workWith(inHand)
  const close = async () => {
    await own.stop()
    await mail?.close()
  }
  return { ...inHand, mailDirectory, logDirectory, own, close }
}
