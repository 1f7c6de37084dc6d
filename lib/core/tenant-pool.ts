import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/**
 * Connections whose transactions open as a tenant: BEGIN and the settings that row-level security reads travel together,
 * where Prisma would send one after the other.
 */

export interface TenantContext {
  organizationId: string | null
  /** SHA-256 of the secret in hand: an invitation link, a confirmation link. */
  keyHash?: string | null
  readOnly?: boolean
}

export class TenantPool extends pg.Pool {
  // Of the pool and not of this module: the framework bundles the module several times, the pool is one for the process.
  readonly #tenant: AsyncLocalStorage<TenantContext>

  constructor(config: pg.PoolConfig) {
    const tenant = new AsyncLocalStorage<TenantContext>()
    super({ ...config, Client: clientOf(tenant) })
    this.#tenant = tenant
  }

  /** Every transaction that `work` begins belongs to the tenant. */
  asTenant<Result>(context: TenantContext, work: () => Result): Result {
    return this.#tenant.run(context, work)
  }
}

function clientOf(tenant: AsyncLocalStorage<TenantContext>): typeof pg.Client {
  return class extends pg.Client {
    /** Takes and gives what pg's own overloads do. */
    override query(...given: never[]): never {
      const [first] = given as readonly ({ text?: unknown } | undefined)[]
      if (first?.text !== 'BEGIN') return Reflect.apply(super.query, this, given) as never
      const context = tenant.getStore()
      if (!context) throw new Error('A transaction needs a tenant.')
      return Reflect.apply(super.query, this, [beginAs(context)]) as never
    }
  }
}

function beginAs({ organizationId, keyHash, readOnly = false }: TenantContext): string {
  return `BEGIN${readOnly ? ' READ ONLY' : ''}; SELECT set_config('app.organization_id', ${pg.escapeLiteral(organizationId ?? '')}, true), set_config('app.key_hash', ${pg.escapeLiteral(keyHash ?? '')}, true)`
}
