import pino from 'pino'

/** JSON lines on standard output, UTC. Secrets are censored by name wherever they turn up. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: { process: process.env.TANDEM_PROCESS ?? 'web' },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['password', 'token', 'link', 'cookie', 'authorization', 'key', 'salt'].flatMap((name) => [
      name,
      `*.${name}`,
      `*.*.${name}`,
    ]),
    censor: '[redacted]',
  },
})
