import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * Connections whose transactions open as a tenant, with as few journeys to the database as can be: BEGIN and the settings that
 * row-level security reads travel together with the first statement, and nobody waits for the end of a transaction that only
 * read. Prisma would wait for each on its own. The statements of a connection are answered in their order either way.
 */

export interface TenantContext {
  organizationId: string | null
  /** SHA-256 of the secret in hand: an invitation link, a confirmation link. */
  keyHash?: string | null
  readOnly?: boolean
}

interface TenantTransaction {
  context: TenantContext
  /** From its beginning on. */
  connection?: pg.ClientBase
}

export class TenantPool extends pg.Pool {
  // Of the pool and not of this module: the framework bundles the module several times, the pool is one for the process.
  readonly #transaction: AsyncLocalStorage<TenantTransaction>

  constructor(config: pg.PoolConfig) {
    const transaction = new AsyncLocalStorage<TenantTransaction>()
    // Pipelined: a statement is sent without waiting for the answer to the one before.
    super({ ...config, pipeline: true, Client: clientOf(transaction) })
    this.#transaction = transaction
  }

  /** Every transaction that `work` begins belongs to the tenant. */
  asTenant<Result>(context: TenantContext, work: () => Result): Result {
    return this.#transaction.run({ context }, work)
  }

  /**
   * A transaction without Prisma that only reads. All of it is one journey to the database, so `ask` asks for all its statements
   * before it waits for the first; a later one finds no transaction.
   */
  async reading<Result>(context: TenantContext, ask: () => Promise<Result>): Promise<Result> {
    const connection = await this.connect()
    // Without a listener a connection that breaks would end the process; its statements fail all the same.
    connection.on('error', ignore)
    const transaction: TenantTransaction = { context: { ...context, readOnly: true } }
    let broken = false
    try {
      return await this.#transaction.run(transaction, () => {
        connection.query({ text: 'BEGIN' })
        try {
          return ask()
        } finally {
          connection.query({ text: 'COMMIT' })
          delete transaction.connection
        }
      })
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      connection.off('error', ignore)
      connection.release(broken)
    }
  }

  /** One statement of the transaction at hand, past Prisma. */
  async statement<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const connection = this.#transaction.getStore()?.connection
    if (!connection) throw new Error('There is no transaction that a statement could belong to.')
    const { rows } = await connection.query<Row>({ name: nameOf(text), text, values })
    return rows
  }
}

/**
 * A name under which a connection keeps a statement that it has seen, so that the database plans it once. It follows from the
 * text: the framework bundles this module several times, and all of them share the connections. Texts beyond so many, such as
 * lists of values of every length, have none and are planned each time.
 */
export function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const mostNames = 1_000
const names = new Map<string, string>()

const ignore = () => undefined

const nothing = { rows: [], fields: [], rowCount: 0 }

function clientOf(transaction: AsyncLocalStorage<TenantTransaction>): typeof pg.Client {
  return class extends pg.Client {
    #held = false

    /** Takes and gives what pg's own overloads do. */
    override query(...given: never[]): never {
      const [first] = given as readonly ({ text?: unknown } | undefined)[]
      const current = transaction.getStore()
      this.#holdForTurn()
      if (first?.text === 'BEGIN') {
        if (!current) throw new Error('A transaction needs a tenant.')
        current.connection = this
        return this.#withoutWaiting(beginAs(current.context)) as never
      }
      if (first?.text === 'COMMIT' && current?.context.readOnly) return this.#withoutWaiting('COMMIT') as never
      return Reflect.apply(super.query, this, given) as never
    }

    /** What is asked in one turn of the event loop leaves together: a journey through the kernel for each costs more than they do. */
    #holdForTurn(): void {
      if (this.#held) return
      const { stream } = (this as unknown as { connection: { stream: import('node:net').Socket } }).connection
      this.#held = true
      stream.cork()
      setImmediate(() => {
        this.#held = false
        stream.uncork()
      })
    }

    /**
     * Should it fail, so does what follows: the transaction is broken then, or the connection. Without its settings, row-level
     * security shows and takes nothing.
     */
    #withoutWaiting(text: string): Promise<typeof nothing> {
      Reflect.apply(super.query, this, [text]).catch(() => undefined)
      return Promise.resolve(nothing)
    }
  }
}

function beginAs({ organizationId, keyHash, readOnly = false }: TenantContext): string {
  return `BEGIN${readOnly ? ' READ ONLY' : ''}; SELECT set_config('app.organization_id', ${pg.escapeLiteral(organizationId ?? '')}, true), set_config('app.key_hash', ${pg.escapeLiteral(keyHash ?? '')}, true)`
}
