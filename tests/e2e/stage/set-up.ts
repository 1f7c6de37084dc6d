import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '@/lib/auth/password'
import { generateClient } from '@/prisma/generate'
import { buildWhenStale } from '@/prisma/launch/build'
import { projectDirectory } from '@/prisma/launch/entry'
import { openIssuer } from '../../support/issuer'
import { makeDatabase, removeAbandoned, startCluster } from './databases'
import { openMailSink } from './mail-sink'
import { startPortal } from './portal'
import { announceRun } from './run'

const steps: (() => Promise<unknown>)[] = []

/** Database, mail server, web server and worker for the whole run; what it returns takes them down again. */
export default async function setUp(): Promise<() => Promise<void>> {
  try {
    await begin()
  } catch (error) {
    await takeDown()
    throw error
  }
  return takeDown
}

async function begin(): Promise<void> {
  const directory = join(projectDirectory, `.data/e2e-${process.pid}`)
  mkdirSync(directory, { recursive: true })
  await removeAbandoned('e2e-')
  await generateClient()
  const secret = randomBytes(48).toString('base64url')
  // The factories that tests share with the portal run under the same secret; commands name it by this variable.
  Object.assign(process.env, {
    NODE_ENV: 'test',
    APP_MODE: 'development',
    AUTH_SECRET: secret,
    DATABASE_POOL_SIZE: '10',
  })
  const [cluster] = await Promise.all([
    startCluster(`.data/e2e-${process.pid}/postgres`),
    buildWhenStale(`.data/e2e-${process.pid}/build.log`, () => console.log('Building the portal.')),
  ])
  steps.push(async () => {
    await cluster.stopAndDelete()
    rmSync(directory, { recursive: true, force: true })
  })
  const mailDirectory = join(directory, 'mail')
  const mail = await openMailSink(mailDirectory)
  steps.push(mail.close)
  const smtpUrl = `smtp://127.0.0.1:${mail.port}`
  const issuer = await openIssuer('127.0.0.1')
  steps.push(issuer.close)
  process.env.LOCAL_ISSUERS = issuer.origin
  const database = await makeDatabase(cluster.ownerUrl, 'shared', secret)
  const shared = { name: 'shared', directory, database, secret, smtpUrl, withWorker: true, preferredPort: 3400 }
  const portal = await startPortal(shared)
  steps.push(portal.stop)
  const password = 'correct horse battery staple'
  announceRun({
    directory,
    mailDirectory,
    clusterUrl: cluster.ownerUrl,
    superuserUrl: cluster.superuserUrl,
    databaseLog: cluster.logFile,
    smtpUrl,
    issuerOrigin: issuer.origin,
    origin: portal.origin,
    ownerUrl: database.owner,
    applicationUrl: database.application,
    password,
    passwordHash: await hashPassword(password),
  })
}

async function takeDown(): Promise<void> {
  for (const step of steps.splice(0).reverse()) await step().catch((error: unknown) => console.error(error))
}
