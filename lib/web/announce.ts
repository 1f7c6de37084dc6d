import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { methodHeader, pathHeader, requestIdHeader } from './request-facts'

/**
 * Gives each request an id and a nonce before the framework sees it. Here and not in proxy.ts, because the framework makes
 * three objects of a request before it calls a proxy: that took a third of the time a page may take. What could be meant
 * badly goes through proxy.ts all the same.
 */

/** Tells the framework that proxy.ts has to look at the request (`config` there). */
export const checkHeader = 'x-tandem-check'

/** What only the framework itself may say. */
export const internalHeaders = [
  'x-middleware-subrequest',
  'x-middleware-prefetch',
  'x-nextjs-data',
  'x-matched-path',
  'x-now-route-matches',
  'next-resume',
]

export const safeMethods = new Set(['GET', 'HEAD'])

export function announce(request: IncomingMessage, response: ServerResponse): void {
  const { headers, method = 'GET', url = '/' } = request
  delete headers[checkHeader]
  // Static files need neither nonce nor id.
  if (/^\/(?:_next\/static\/|favicon\.svg$|\.well-known\/security\.txt$)/.test(url)) return
  const requestId = randomUUID()
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), sentFiles.test(url))
  headers['content-security-policy'] = policy
  headers[requestIdHeader] = requestId
  headers[pathHeader] = withoutInternals(url)
  headers[methodHeader] = method
  if (!isHarmless(request)) headers[checkHeader] = '1'
  response.setHeader('content-security-policy', policy)
  response.setHeader(requestIdHeader, requestId)
  if (!saysItself.test(url)) response.setHeader('cache-control', 'private, no-store')
}

/** Logos that everybody may see: how long they may be kept is said where they are served. */
const saysItself = /^\/find-a-provider\/[^/?]+\/logo(?:\?|$)/

/** A plain request for a page: reads, has a path without escapes, says nothing only the framework says, carries no body. */
function isHarmless({ headers, method, url = '' }: IncomingMessage): boolean {
  if (!safeMethods.has(method ?? '') || internalHeaders.some((name) => name in headers)) return false
  const plainPath = /^\/[^%?]*(?:\?|$)/.test(url)
  return plainPath && !('content-length' in headers) && !('transfer-encoding' in headers)
}

/** Path and search as a browser writes them, without what the framework adds. */
function withoutInternals(url: string): string {
  if (/^\/[!-~]*$/.test(url) && !url.includes('_rsc')) return url
  if (!URL.canParse(url, 'http://portal')) return '/'
  const { pathname, searchParams } = new URL(url, 'http://portal')
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** What somebody has sent is no page of the portal, should a browser show it all the same. */
const sentFiles = /^\/evidence\//

function contentSecurityPolicy(nonce: string, sandboxed: boolean): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Style attributes cannot carry a nonce; style elements must.
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(sandboxed ? ['sandbox'] : []),
  ].join('; ')
}
