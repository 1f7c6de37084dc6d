import { PrismaPg } from '@prisma/adapter-pg'
import { DatabaseError } from 'pg'
import { environment } from './env'
import { DomainError, type ErrorCode } from './errors'
import { Prisma, PrismaClient } from './prisma-client/client'
import { nameOf, type TenantContext, TenantPool } from './tenant-pool'

/**
 * The only door to the database. Nothing reads or writes outside a transaction that names its tenant: PostgreSQL's
 * row-level security (wall two) shows only the rows of the organization, or of the secret, that the transaction holds.
 */

export type Database = Prisma.TransactionClient
export type { TenantContext }
export { Prisma }

interface Connections {
  pool: TenantPool
  client: PrismaClient
}

const forEachProcess = globalThis as { tandemDatabase?: Connections }

function connections(): Connections {
  forEachProcess.tandemDatabase ??= connect()
  return forEachProcess.tandemDatabase
}

function connect(): Connections {
  const pool = new TenantPool({
    connectionString: environment().APPLICATION_DATABASE_URL,
    max: environment().DATABASE_POOL_SIZE,
    // The adapter reads times without their offset: they have to be UTC whatever the server prefers.
    options:
      '-c timezone=UTC -c statement_timeout=15000 -c lock_timeout=15000 -c idle_in_transaction_session_timeout=30000',
  })
  // Without a listener a connection that breaks while nobody uses it would end the process.
  pool.on('error', () => undefined)
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
    // Waiting for a connection under load is better than refusing; running long is not.
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  })
  return { pool, client }
}

/** Runs `work` in one transaction as one tenant. Deadlocks and serialization failures are tried again. */
export async function inTransaction<Result>(
  context: TenantContext,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const { pool, client } = connections()
  return withRetries(() => pool.asTenant(context, () => client.$transaction(work)))
}

/** A transaction that knows `statement` and nothing else. */
export interface StatementsOnly {
  readonly statementsOnly: true
}

/**
 * The same for reads of nothing but statements that do not wait for each other: from beginning to end one journey to the
 * database, which spares them half of what a transaction costs.
 * @param ask asks for all its statements at once
 */
export async function inStatements<Result>(
  context: TenantContext,
  ask: (db: StatementsOnly) => Promise<Result>,
): Promise<Result> {
  return withRetries(() => connections().pool.reading(context, () => ask({ statementsOnly: true })))
}

async function withRetries<Result>(attemptIt: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptIt()
    } catch (error) {
      if (attempt < 5 && isWriteConflict(error)) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
        continue
      }
      throw asDomainError(error)
    }
  }
}

/**
 * Goes on as another organization within the transaction: one that this very transaction has just founded, whose secret it
 * holds, or (as the operator) that it answers for.
 */
export async function enterOrganization(db: Database, organizationId: string): Promise<void> {
  await db.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`
}

/**
 * One statement of the transaction at hand, past Prisma's engine: for what is asked for more than all else. It is sent at once,
 * so statements that do not wait for each other travel together, and are carried out in their order. Decimals come as text.
 */
export function statement<Row extends object>(
  _db: Database | StatementsOnly,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  return connections().pool.statement<Row>(text, values)
}

/** One statement without a transaction or tenant, for functions that apply their own rule (sign-in, health). */
export async function callFunction<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await connections().pool.query<Row>({ name: nameOf(text), text, values })
  return rows
}

export async function disconnect(): Promise<void> {
  const open = forEachProcess.tandemDatabase
  delete forEachProcess.tandemDatabase
  await open?.client.$disconnect()
  await open?.pool.end()
}

/** What a broken unique index means to the domain. */
const constraintCodes: Record<string, ErrorCode> = {
  Partnership_active_pair: 'already_partners',
  CustomerRelationship_active_pair: 'already_customer',
  DelegatedAdministration_active: 'already_customer',
  InvitationAcceptance_invitationId_organizationId_key: 'invitation_used',
  User_email_key: 'email_taken',
  Organization_domain_key: 'domain_taken',
  Organization_mpnId: 'mpn_taken',
  Order_providerId_nonce_key: 'already_submitted',
  CustomerAccount_foundedById_nonce_key: 'already_submitted',
  CredentialHandover_current: 'stale',
  PasswordLink_current: 'stale',
  PurchaseRequest_pending: 'request_pending',
  VerificationCase_unsettled: 'stale',
  ContactConfirmation_current: 'stale',
  InvitationRequest_pending: 'invitation_request_pending',
  SingleSignOnDomain_pkey: 'domain_covered',
  IssuerIdentity_organizationId_issuer_subject_key: 'identity_conflict',
  IssuerIdentity_userId_issuer_key: 'identity_conflict',
}

interface DriverCause {
  kind?: string
  originalCode?: string
  constraint?: { index?: string; fields?: string[] }
}

function driverCause(error: unknown): DriverCause | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined
  const meta = error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined
  return meta?.driverAdapterError?.cause
}

/** Serialization failure, deadlock. */
const writeConflicts = ['40001', '40P01']

function isWriteConflict(error: unknown): boolean {
  if (error instanceof DatabaseError) return writeConflicts.includes(error.code ?? '')
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const cause = driverCause(error)
  return (
    error.code === 'P2034' ||
    cause?.kind === 'TransactionWriteConflict' ||
    writeConflicts.includes(cause?.originalCode ?? '')
  )
}

function asDomainError(error: unknown): unknown {
  const name = error instanceof DatabaseError ? error.constraint : driverCause(error)?.constraint?.index
  const code = name === undefined ? undefined : constraintCodes[name]
  return code ? new DomainError(code) : error
}
