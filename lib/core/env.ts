import { createHmac } from 'node:crypto'
import { z } from 'zod'

/** What the processes are told from outside. Read once, refused as a whole with every missing or weak value named. */

const modes = ['demo', 'development', 'production'] as const

const shape = z.object({
  APP_MODE: z.enum(modes).default('production'),
  APP_ORIGIN: z.url({ protocol: /^https?$/, error: 'must be the address people open, such as https://portal.example' }),
  AUTH_SECRET: z
    .string({ error: 'is missing: 32 random bytes or more, for example from `openssl rand -base64 48`' })
    .min(32, { error: 'is too short: 32 characters or more' })
    .refine((secret) => new Set(secret).size >= 12 && !/change|secret|example|password/i.test(secret), {
      error: 'is weak: take random characters, for example from `openssl rand -base64 48`',
    }),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  APPLICATION_DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  /** 1 where exactly one reverse proxy stands in front and sets X-Forwarded-For. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'must start with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Tandem <no-reply@tandem.example>'),
  /** More public mail services than the portal knows by itself. */
  WEB_MAIL_DOMAINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    )
    .refine((domains) => domains.every((domain) => /^[a-z0-9.-]+\.[a-z]{2,63}$/.test(domain)), {
      error: 'must be domains, such as mail.example, separated by commas',
    }),
  /** Origins of issuers within one's own network: they may have private addresses, and http where it is written here. */
  LOCAL_ISSUERS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .refine((origins) => origins.every(isOrigin), {
      error: 'must be origins, such as https://login.intranet.example, separated by commas',
    }),
})

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && origin === text
}

export type Environment = z.output<typeof shape> & { APPLICATION_DATABASE_URL: string }

/** @throws Error with a list of everything that is missing or weak */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...((given.APP_MODE ?? 'production') === 'production' ? productionProblems(given) : []),
  ]
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
  const { DATABASE_URL, APPLICATION_DATABASE_URL, AUTH_SECRET } = parsed.data
  const derived = DATABASE_URL ? applicationDatabaseUrl(DATABASE_URL, AUTH_SECRET) : ''
  return { ...parsed.data, APPLICATION_DATABASE_URL: APPLICATION_DATABASE_URL ?? derived }
}

/** What only production demands; asked beside the rest, so that one start names everything. */
function productionProblems({ APP_ORIGIN = '', SMTP_URL, MAIL_FROM }: Partial<Record<string, string>>): string[] {
  const origin = URL.canParse(APP_ORIGIN) ? new URL(APP_ORIGIN) : null
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(origin?.hostname ?? '')
  return [
    ...(origin?.protocol === 'http:' && !local ? ['APP_ORIGIN must start with https:// in production'] : []),
    ...(SMTP_URL ? [] : ['SMTP_URL is missing: where mail goes out, such as smtps://user:password@mail.example']),
    ...(MAIL_FROM ? [] : ['MAIL_FROM is missing: the sender of the portal, such as Portal <portal@example.com>']),
  ]
}

let known: Environment | undefined

export function environment(): Environment {
  known ??= readEnvironment()
  return known
}

/**
 * The connection of the application's own role: same server and database as the owner's, name and password derived, so
 * that one DATABASE_URL is enough. `prisma/migrate.ts` makes sure that the role exists.
 */
export function applicationDatabaseUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  url.username = encodeURIComponent(applicationRole(database))
  url.password = createHmac('sha256', secret).update(`application role:${database}`).digest('base64url')
  return url.toString()
}

/** The role the application logs in as; its rights are those of the group role `tandem_application`. */
export function applicationRole(database: string): string {
  return `${database}_login`
}
