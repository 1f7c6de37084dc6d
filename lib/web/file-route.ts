import type { Access } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import type { Operation } from '@/lib/core/operation'
import { describeError } from './error-text'
import { isOwed, owedPath, signInPath } from './page'
import { requestFacts } from './request-facts'

export interface StoredFile {
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

const uncached = { 'cache-control': 'private, no-store' }

/**
 * The only maker of downloads of a stored file. The browser saves it and never shows it here: whatever somebody has sent,
 * it is no page of the portal. announce.ts puts the address of such a route into a sandbox.
 */
export function fileRoute<A extends Access, Input>(query: Operation<A, Input, StoredFile>, page: string) {
  if (query.operation !== 'query') throw new Error('A route that answers GET reads only.')
  return async (_request: Request, context: RouteContext): Promise<Response> => {
    const actor = await currentActor()
    const facts = await requestFacts()
    try {
      const { fileName, mediaType, bytes } = await query(actor, (await context.params) as Input, facts)
      return new Response(Uint8Array.from(bytes), {
        headers: {
          ...uncached,
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName)}`,
          'content-length': String(bytes.length),
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      if (isDomainError(error, 'not_signed_in')) return leadTo(signInPath(page))
      if (isDomainError(error) && isOwed(error.code)) return leadTo(owedPath[error.code])
      const told = isDomainError(error) ? error : new DomainError('unexpected')
      const { requestId } = facts
      if (told !== error) log.error({ err: error, requestId }, 'download failed')
      const body = { code: told.code, message: await describeError(told, actor), fields: told.fields, requestId }
      return Response.json(body, { status: told.status, headers: uncached })
    }
  }
}

/** For what reads no other form of a name: ASCII without what would end the name. */
function plain(fileName: string): string {
  return fileName.replace(/[^\w.() -]/g, '_')
}

function encoded(fileName: string): string {
  return encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, ...uncached } })
}
