import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Access, Actor } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import type { Operation } from '@/lib/core/operation'
import { readBinaryFile } from './binary-file'
import { describeError, describeField } from './error-text'
import type { FormState } from './form-state'
import { isOwed, owedPath, signInPath } from './page'
import { currentPath, requestFacts } from './request-facts'
import { readTextFile } from './text-file'
import { wayOutOf } from './way-out'

/**
 * What follows a success: another page, something to show, nothing at all (`stay`), or (without an outcome) the page read
 * anew. What is shown comes with the page read anew, too, unless it stays. `anew`: the frame around the page has changed, too.
 */
export type Outcome<Shown> = { redirectTo: string; anew?: true } | { shown: Shown; stay?: true } | { stay: true }

type Next<Output, Shown> = (output: Output) => Promise<Outcome<Shown> | undefined>

/** Serves a form of its own (one argument) as well as useActionState (two). */
interface FormAction<Shown> {
  (formData: FormData): Promise<FormState<Shown>>
  (previous: FormState<Shown>, formData: FormData): Promise<FormState<Shown>>
}

/** Names whose values never go back to the browser. */
const secret = /password|token|secret|link|^code$/i

interface Files {
  /** The one field that may hold a file: its text becomes the input of that name and never goes back to the browser. */
  textFile?: string
  /** The one field that may hold a file of any kind: name and content become the input of that name. */
  binaryFile?: string
}

/**
 * The only maker of server actions. Whatever arrives is a public POST: the shape is checked here, everything else by the
 * operation. React's own fields are dropped, unknown ones are refused by the operation's strict schema.
 */
export function formAction<A extends Access, Input, Output, Shown = never>(
  operation: Operation<A, Input, Output>,
  next?: Next<Output, Shown>,
  files: Files = {},
): FormAction<Shown> {
  return async (first: unknown, second?: unknown) => {
    const formData = second ?? first
    const actor = await currentActor()
    // An action called by hand may carry anything in place of a form.
    if (!(formData instanceof FormData)) return failure(new DomainError('input_invalid'), {}, actor)
    const input = plainObject(formData)
    let outcome: Outcome<Shown> | undefined
    try {
      const file = await filesOf(formData, files)
      const output = await operation(actor, { ...input, ...file } as Input, await requestFacts())
      outcome = await next?.(output)
    } catch (error) {
      return refuse(error, input, actor)
    }
    if (outcome && 'redirectTo' in outcome) {
      if (outcome.anew) refresh()
      redirect(outcome.redirectTo)
    }
    const shown = outcome && 'shown' in outcome ? { shown: outcome.shown } : {}
    if (!outcome || !('stay' in outcome)) refresh()
    return { status: 'done', ...shown }
  }
}

type Plain = Record<string, string | string[]>

async function filesOf(formData: FormData, { textFile, binaryFile }: Files): Promise<Record<string, unknown>> {
  const text = textFile ? await readTextFile(formData, textFile) : undefined
  const binary = binaryFile ? await readBinaryFile(formData, binaryFile) : undefined
  return {
    ...(textFile && text !== undefined ? { [textFile]: text } : {}),
    ...(binaryFile && binary ? { [binaryFile]: binary } : {}),
  }
}

/** A field whose name ends in [] is a list; of any other repeated field the last value counts. Files are left out. */
function plainObject(formData: FormData): Plain {
  const plain: Plain = Object.create(null)
  for (const [name, value] of formData) {
    if (name.startsWith('$ACTION') || typeof value !== 'string') continue
    if (name.endsWith('[]')) listed(plain, name.slice(0, -2)).push(value)
    else plain[name] = value
  }
  return { ...plain }
}

/** One list that grows: copied for each of a hundred thousand values, it would keep everybody waiting before anything is refused. */
function listed(plain: Plain, name: string): string[] {
  const known = plain[name] ?? []
  const list = typeof known === 'string' ? [known] : known
  plain[name] = list
  return list
}

async function refuse(error: unknown, input: Plain, actor: Actor | null): Promise<FormState<never>> {
  if (isDomainError(error, 'not_signed_in')) redirect(signInPath(await currentPath()))
  // Whoever has to confirm who they are keeps what they typed; what is owed otherwise comes before any form.
  if (isDomainError(error) && isOwed(error.code) && error.code !== 'confirmation_required')
    redirect(owedPath[error.code])
  if (isDomainError(error)) return failure(error, input, actor)
  const { requestId } = await requestFacts()
  log.error({ err: error, requestId }, 'action failed')
  return { ...(await failure(new DomainError('unexpected'), input, actor)), ...(requestId ? { requestId } : {}) }
}

async function failure(error: DomainError, input: Plain, actor: Actor | null): Promise<FormState<never>> {
  const typed = Object.entries(input).filter(([name]) => !secret.test(name))
  const fields = await Promise.all(
    Object.entries(error.fields).map(async ([name, [key]]) => [name, await describeField(key ?? 'invalid')] as const),
  )
  const wayOut = await wayOutOf(error, actor)
  return {
    status: 'failed',
    code: error.code,
    httpStatus: error.status,
    message: await describeError(error, actor),
    ...(wayOut ? { wayOut } : {}),
    parameters: error.parameters,
    fields: Object.fromEntries(fields),
    values: Object.fromEntries(typed),
  }
}
