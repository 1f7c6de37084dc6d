import type { Access } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import type { Operation } from '@/lib/core/operation'
import { describeError } from './error-text'
import { requestFacts } from './request-facts'

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

const headers = { 'cache-control': 'private, no-store' }

/**
 * The only maker of routes that answer a page's script: the parameters of the address and of the path are the input, the
 * output of a query is the JSON. Refusals are told with their code, words and status.
 */
export function jsonRoute<A extends Access, Input, Output>(query: Operation<A, Input, Output>) {
  // What changes something must not answer to GET: pages of others may cause such requests.
  if (query.operation !== 'query') throw new Error('A route that answers GET reads only.')
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const actor = await currentActor()
    const input = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await context.params) }
    const facts = await requestFacts()
    try {
      return Response.json(await query(actor, input as Input, facts), { headers })
    } catch (error) {
      const told = isDomainError(error) ? error : new DomainError('unexpected')
      const { requestId } = facts
      if (told !== error) log.error({ err: error, requestId }, 'route failed')
      const body = { code: told.code, message: await describeError(told, actor), fields: told.fields, requestId }
      return Response.json(body, { status: told.status, headers })
    }
  }
}
