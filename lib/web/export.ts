import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { Access, Actor } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { clock } from '@/lib/core/clock'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { localDay } from '@/lib/core/local-time'
import { log } from '@/lib/core/log'
import type { Operation } from '@/lib/core/operation'
import { largePage, type Page, type PageRequest } from '@/lib/core/page'
import type { RequestFacts } from '@/lib/core/request'
import { describeError } from './error-text'
import type { Column, Reader } from './exports/columns'
import { csvChunks } from './exports/csv'
import { xlsxChunks, xlsxType } from './exports/xlsx'
import { isOwed, owedPath, signInPath } from './page'
import { requestFacts } from './request-facts'

export interface Export<A extends Access, Input extends PageRequest, Row> {
  /** The list's own operation: what it does not show, its export does not hold. */
  operation: Operation<A, Input, Page<Row>>
  /** Latin letters and hyphens; the day is added. */
  fileName: string
  title(reader: Reader): string
  columns(reader: Reader): readonly Column<Row>[]
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

const formatInput = z.enum(['csv', 'xlsx'], { error: 'invalid' }).default('csv')

/**
 * The only maker of downloads of a list: `?format=csv|xlsx` with the parameters of the list's own filter. Parts of the path
 * are input, too. Not signed in: leads there and back to the list. Every other refusal is told as JSON with its status.
 */
export function exportRoute<A extends Access, Input extends PageRequest, Row>(definition: Export<A, Input, Row>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const actor = await currentActor()
    const { pathname, searchParams } = new URL(request.url)
    const { format, ...filter } = { ...Object.fromEntries(searchParams), ...(await context.params) }
    try {
      const chosen = formatInput.safeParse(format)
      if (!chosen.success) throw new DomainError('input_invalid', { fields: { format: ['invalid'] } })
      const pages = pagesOf(definition.operation, actor, filter as unknown as Input, await requestFacts())
      // Whatever will be refused is refused with the first page, before a byte is sent.
      const read = await withFirstPage(pages)
      if (!actor) throw new DomainError('not_signed_in')
      const reader = { words: await getTranslations(), actor }
      const fileName = `${definition.fileName}-${localDay(clock.now(), actor.timeZone)}.${chosen.data}`
      const columns = definition.columns(reader)
      return chosen.data === 'xlsx'
        ? download(fileName, xlsxType, xlsxChunks(definition.title(reader), columns, read, reader))
        : download(fileName, 'text/csv; charset=utf-8', csvChunks(columns, read, reader))
    } catch (error) {
      return refuse(error, actor, pathname, searchParams)
    }
  }
}

/** Every row of a list, page after page, through the operation that shows it. */
export async function* pagesOf<A extends Access, Input extends PageRequest, Row>(
  operation: Operation<A, Input, Page<Row>>,
  actor: Actor | null,
  filter: Input,
  request?: RequestFacts,
): AsyncGenerator<Row[]> {
  let after: string | null | undefined
  do {
    const page: Page<Row> = await operation(
      actor,
      { ...filter, before: undefined, after: after ?? undefined, size: largePage },
      request,
    )
    yield page.rows
    after = page.next
  } while (after)
}

async function withFirstPage<Row>(pages: AsyncGenerator<Row>): Promise<AsyncGenerator<Row>> {
  const first = await pages.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* pages
  })()
}

/** Read only as fast as it is taken, and no further than somebody takes it. */
function streamOf(chunks: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      } catch (error) {
        // Too late for a status: a broken transfer is what tells the browser.
        log.error({ err: error }, 'export failed')
        controller.error(error)
      }
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

function download(fileName: string, type: string, chunks: AsyncGenerator<string | Uint8Array>): Response {
  return new Response(streamOf(chunks), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  })
}

async function refuse(
  error: unknown,
  actor: Actor | null,
  pathname: string,
  parameters: URLSearchParams,
): Promise<Response> {
  if (isDomainError(error, 'not_signed_in')) return leadTo(signInPath(listPath(pathname, parameters)))
  if (isDomainError(error) && isOwed(error.code))
    return leadTo(`${owedPath[error.code]}?returnTo=${encodeURIComponent(listPath(pathname, parameters))}`)
  const { requestId } = await requestFacts()
  const told = isDomainError(error) ? error : new DomainError('unexpected')
  if (told !== error) log.error({ err: error, requestId }, 'export failed')
  return Response.json(
    { code: told.code, message: await describeError(told, actor), fields: told.fields, requestId },
    { status: told.status, headers: { 'cache-control': 'private, no-store' } },
  )
}

/** The list the export stands beside, with its filter: a browser can show it, and an export it cannot. */
function listPath(pathname: string, parameters: URLSearchParams): string {
  const kept = new URLSearchParams(parameters)
  kept.delete('format')
  const search = kept.toString()
  return pathname.replace(/\/export$/, '') + (search ? `?${search}` : '')
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'private, no-store' } })
}
