import type { z } from 'zod'
import { type Access, type Actor, can } from '@/lib/access/permissions'
import { type AuditActor, type AuditDetails, type AuditType, type Party, writeAudit } from './audit'
import { minute } from './clock'
import { type Database, inStatements, inTransaction, type StatementsOnly } from './db'
import { DomainError } from './errors'
import { log } from './log'
import { noRequest, type RequestFacts } from './request'
import { hashToken } from './token'

/**
 * The one shape of every read and write: permission, then input, then transaction with the tenant, then the code, then
 * the audit row. None of it can be forgotten, because there is no other way to the database.
 */

type ActorOf<A extends Access> = A extends 'public' ? Actor | null : Actor

export interface QueryContext<A extends Access, Input> {
  actor: ActorOf<A>
  input: Input
  db: Database
  request: RequestFacts
}

export interface CommandContext<A extends Access, Input> extends QueryContext<A, Input> {
  /**
   * Records the change. `subject` is the organization on the other side, `as` the actor where it differs from the
   * caller: somebody whose account this very command creates, or who answers a letter without having one.
   */
  audit<Type extends AuditType>(type: Type, details: AuditDetails[Type], parties?: AuditParties): Promise<void>
  /** Says that this run changes nothing, because an earlier one of the same submission has done it all. */
  repeats(): void
}

export interface PrepareContext<A extends Access, Input> {
  actor: ActorOf<A>
  input: Input
  request: RequestFacts
  /** A look at the database as the same tenant, in a transaction of its own. */
  read<Result>(work: (db: Database) => Promise<Result>): Promise<Result>
}

interface AuditParties {
  subject?: Party
  as?: AuditActor
}

interface Definition<A extends Access, Schema extends z.ZodType> {
  access: A
  input: Schema
  /** The secret this operation is opened with; its row becomes visible to the transaction. */
  key?: (input: z.output<Schema>) => string
  /** Whether the caller must have proved within the last ten minutes to be the person of the session. */
  confirmed?: boolean
}

export interface Operation<A extends Access, Input, Output> {
  /** @throws DomainError */
  (actor: Actor | null, input: Input, request?: RequestFacts): Promise<Output>
  readonly operation: 'query' | 'command'
  readonly access: A
  /** Why a command leaves no audit row, where it leaves none. */
  readonly unaudited?: string | undefined
}

/** Declares a read: one read-only transaction. */
export function query<A extends Access, Schema extends z.ZodType, Output>(
  definition: Definition<A, Schema> & { run(context: QueryContext<A, z.output<Schema>>): Promise<Output> },
): Operation<A, z.input<Schema>, Output> {
  const call = async (actor: Actor | null, rawInput: z.input<Schema>, request = noRequest) => {
    const { input, caller, tenant } = admit(definition, actor, rawInput, request)
    return inTransaction({ ...tenant, readOnly: true }, (db) => definition.run({ actor: caller, input, db, request }))
  }
  return Object.assign(call, { operation: 'query' as const, access: definition.access })
}

/** The same for a list that is asked for more than all else: it asks for all it reads at once, with `statement` (`inStatements`). */
export function statementQuery<A extends Access, Schema extends z.ZodType, Output>(
  definition: Definition<A, Schema> & {
    run(context: Omit<QueryContext<A, z.output<Schema>>, 'db'> & { db: StatementsOnly }): Promise<Output>
  },
): Operation<A, z.input<Schema>, Output> {
  const call = async (actor: Actor | null, rawInput: z.input<Schema>, request = noRequest) => {
    const { input, caller, tenant } = admit(definition, actor, rawInput, request)
    return inStatements(tenant, (db) => definition.run({ actor: caller, input, db, request }))
  }
  return Object.assign(call, { operation: 'query' as const, access: definition.access })
}

/** Declares a write: one transaction that holds the change, its audit row, its mail and its jobs, or none of them. */
export function command<A extends Access, Schema extends z.ZodType, Output, Prepared = undefined>(
  definition: Definition<A, Schema> & {
    /** Only for changes nobody needs to account for; says why. */
    unaudited?: string
    /** Work that takes time, such as hashing a password: done before the transaction, so that it holds no connection. */
    prepare?(context: PrepareContext<A, z.output<Schema>>): Promise<Prepared>
    run(context: CommandContext<A, z.output<Schema>>, prepared: Prepared): Promise<Output>
  },
): Operation<A, z.input<Schema>, Output> {
  const call = async (actor: Actor | null, rawInput: z.input<Schema>, request = noRequest) => {
    const { input, caller, tenant } = admit(definition, actor, rawInput, request)
    const read = <Result>(work: (db: Database) => Promise<Result>) => inTransaction({ ...tenant, readOnly: true }, work)
    // Without prepare the type of what was prepared is undefined.
    const prepared = (await definition.prepare?.({ actor: caller, input, request, read })) as Prepared
    return inTransaction(tenant, async (db) => {
      let audited = false
      let repeated = false
      const audit: CommandContext<A, z.output<Schema>>['audit'] = async (type, details, parties = {}) => {
        audited = true
        await writeAudit(db, { type, details, actor: parties.as ?? actor, subject: parties.subject, request })
      }
      const repeats = () => {
        repeated = true
      }
      const output = await definition.run({ actor: caller, input, db, request, audit, repeats }, prepared)
      if (!audited && !repeated && !definition.unaudited)
        throw new Error('A command that audits nothing is rolled back.')
      return output
    })
  }
  const { access, unaudited } = definition
  return Object.assign(call, { operation: 'command' as const, access, unaudited })
}

/**
 * Declares a write that cannot run in one transaction of a known tenant: signing in, where nobody is known yet and the
 * work that takes time must not hold a connection.
 */
export function entrance<Schema extends z.ZodType, Output>(definition: {
  access: 'public'
  input: Schema
  /** `actor`: whoever happens to be signed in; an entrance asks nobody to be. */
  run(context: { actor: Actor | null; input: z.output<Schema>; request: RequestFacts }): Promise<Output>
}): Operation<'public', z.input<Schema>, Output> {
  const call = async (actor: Actor | null, rawInput: z.input<Schema>, request = noRequest) =>
    definition.run({ actor, input: parse(definition.input, rawInput), request })
  return Object.assign(call, { operation: 'command' as const, access: definition.access })
}

function admit<A extends Access, Schema extends z.ZodType>(
  { access, input: schema, key, confirmed }: Definition<A, Schema>,
  actor: Actor | null,
  rawInput: unknown,
  request: RequestFacts,
) {
  assertMay(actor, access, request)
  const input = parse(schema, rawInput)
  if (confirmed && actor) assertConfirmed(actor)
  const keyHash = key ? hashToken(key(input)) : null
  return {
    input,
    // Sound: assertMay has refused the absent actor wherever the access is not public.
    caller: actor as ActorOf<A>,
    tenant: { organizationId: actor?.organizationId ?? null, keyHash },
  }
}

function assertMay(actor: Actor | null, access: Access, request: RequestFacts): void {
  if (can(actor, access)) return
  if (!actor) throw new DomainError('not_signed_in')
  if (actor.mustChangePassword) throw new DomainError('password_change_required')
  if (actor.mustAddSecondFactor) throw new DomainError('second_factor_required')
  if (wouldMayVerified(actor, access)) throw new DomainError('verification_pending')
  log.warn({ event: 'authz_fail', access, userId: actor.userId, requestId: request.requestId }, 'permission refused')
  throw new DomainError('role_missing', { permission: access as Exclude<Access, 'public' | 'identified' | 'signedIn'> })
}

/** What a person may do as soon as their organization is verified is no matter of roles. */
function wouldMayVerified(actor: Actor, access: Access): boolean {
  return can({ ...actor, vettingStatus: 'Authorized' }, access)
}

const confirmationLife = 10 * minute

/**
 * Whether somebody has typed a password or a code within the last ten minutes. Sessions live by the database's clock.
 * @param margin milliseconds for which that still has to be so
 */
export function isConfirmed(actor: Pick<Actor, 'confirmedAt'>, margin = 0): boolean {
  return Date.now() + margin - actor.confirmedAt.getTime() < confirmationLife
}

/**
 * For commands of which only some inputs are dear; the others say `confirmed: true`.
 * @throws DomainError `confirmation_required`
 */
export function assertConfirmed(actor: Pick<Actor, 'confirmedAt'>): void {
  if (!isConfirmed(actor)) throw new DomainError('confirmation_required')
}

function parse<Schema extends z.ZodType>(schema: Schema, rawInput: unknown): z.output<Schema> {
  const result = schema.safeParse(rawInput)
  if (result.success) return result.data
  // A map, because a field may be called "constructor" by whoever means harm.
  const fields = new Map<string, string[]>()
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'form']
    for (const name of names) fields.set(name, [...(fields.get(name) ?? []), messageKey(issue)])
  }
  throw new DomainError('input_invalid', { fields: Object.fromEntries(fields) })
}

/** Schemas name message keys as their errors; what zod itself words is only ever `invalid`. */
function messageKey(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown'
  return /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid'
}
