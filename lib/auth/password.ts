import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '@/lib/core/errors'

/** argon2id; 46 MiB and one pass is OWASP's first recommendation for it. */
const parameters = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

const atOnce = 2
/** Half of the places are for whoever signs in: a flood of new passwords keeps nobody out. */
const mayWait = { compare: 20, make: 10 }
let running = 0
const waiting: (() => void)[] = []

/** Hashing is heavy: a flood of it queues, then is refused, instead of taking the whole server down. */
async function inTurn<Result>(what: keyof typeof mayWait, work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait[what]) throw new DomainError('busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function normalize(password: string): string {
  return password.normalize('NFKC')
}

export function hashPassword(password: string): Promise<string> {
  return inTurn('make', () => hash(normalize(password), parameters))
}

let decoy: Promise<string> | undefined

/** Compares with a hash, or does the same work for nothing where there is no such account. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', parameters)
  const against = passwordHash ?? (await decoy)
  const matches = await inTurn('compare', () => verify(against, normalize(password)))
  return passwordHash !== null && matches
}
