import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextProgram } from '@/prisma/launch/build'
import type { DatabaseUrls } from '@/prisma/launch/database'
import { type PortalOptions, processEnvironment } from '@/prisma/launch/portal'
import { freePort } from '@/prisma/launch/ports'
import { RunningProgram, until } from './programs'

export interface PortalPlan {
  /** Names its log files. */
  name: string
  directory: string
  database: DatabaseUrls
  secret: string
  /** Without one the mailbox within the portal is open, as in the demo. */
  smtpUrl: string | null
  withWorker: boolean
  preferredPort: number
}

export interface Portal {
  origin: string
  web: RunningProgram
  worker: RunningProgram | null
  /** Resolves when the web server answers. */
  ready(): Promise<void>
  stop(): Promise<void>
}

/** Web server and worker of the production build, each a process of its own. */
export async function startPortal(plan: PortalPlan): Promise<Portal> {
  const port = await freePort(plan.preferredPort)
  const origin = `http://localhost:${port}`
  const logs = join(plan.directory, 'log')
  mkdirSync(logs, { recursive: true })
  const options: PortalOptions = {
    mode: plan.smtpUrl ? 'production' : 'demo',
    port,
    origin,
    secret: plan.secret,
    database: plan.database,
  }
  const environment = (ownsDatabase: boolean) => ({
    ...processEnvironment(options, ownsDatabase),
    SMTP_URL: plan.smtpUrl ?? '',
    MAIL_FROM: 'Tandem <portal@tandem.example>',
    // Tests come from addresses of their own, so that the budgets of one do not count for another.
    TRUST_PROXY: '1',
  })
  const webLog = join(logs, `${plan.name}-web.log`)
  const web = new RunningProgram([nextProgram, 'start', '-p', String(port)], environment(false), webLog)
  const worker = plan.withWorker
    ? new RunningProgram(['--import', 'tsx', 'worker.ts'], environment(true), join(logs, `${plan.name}-worker.log`))
    : null
  const ready = () => untilReady(origin, web, webLog)
  const stop = async () => {
    await Promise.all([web.kill('SIGTERM'), worker?.kill('SIGTERM')])
  }
  await ready().catch(async (error) => {
    await stop()
    throw error
  })
  return { origin, web, worker, ready, stop }
}

async function untilReady(origin: string, web: RunningProgram, logFile: string): Promise<void> {
  await until(
    `the web server on ${origin}`,
    async () => {
      if (!web.isRunning) throw new Error(`The web server has ended:\n${readFileSync(logFile, 'utf8').slice(-4000)}`)
      return fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(5000) }).then(
        ({ ok }) => ok,
        () => false,
      )
    },
    120_000,
  )
}
